"""Checking a document: what was found is kept, decided about, and known again when it is checked anew."""

from uuid import UUID

import pytest

from haidang.apps.directives import queries, services
from haidang.apps.directives.models import Check, Directive, Finding
from haidang.apps.ledger.models import Entry
from haidang.domain.checks.findings import Checked, Kind, Outcome, Severity
from haidang.domain.checks.findings import Finding as Found
from haidang.domain.terms.refusal import Refusal
from haidang.flows.check_directive import check_directive
from haidang.flows.decide_finding import decide_finding
from tests.factories.cast import NOW, TODAY, Cast
from tests.factories.directives import TEXT, register

STRAY = TEXT.replace("ba cửa sông.", "ba cửa sông \ue001 và hai đảo \ue001.") + "Lời cuối \ufffd.\n"
RULE = "form.stray_characters"


def found(cast: Cast, uuid: UUID, who: str = "standing") -> tuple[queries.FindingRow, ...]:
    return tuple(row for row in queries.findings(cast[who], uuid) if row.rule == RULE)


def decide(cast: Cast, uuid: UUID, row: queries.FindingRow, who: str = "standing", **more: object) -> UUID:
    known = {"directive_uuid": uuid, "finding_uuid": row.uuid, "seen": row.state, "state": "accepted"}
    return decide_finding(actor=cast[who], at=NOW, **(known | more))


def check(cast: Cast, uuid: UUID, who: str = "standing") -> None:
    check_directive(actor=cast[who], at=NOW, today=TODAY, directive_uuid=uuid)


def test_a_document_is_checked_when_it_is_registered(cast: Cast) -> None:
    uuid = register(cast, text=STRAY)
    rows = found(cast, uuid)
    assert [STRAY[row.start : row.end] for row in rows] == ["\ue001", "\ue001", "\ufffd"]
    assert rows[0].line == STRAY[: rows[0].start].count("\n") + 1
    assert queries.last_check(cast["standing"], uuid).outcomes[RULE] == "fail"
    assert '"findings": ' in Entry.objects.get(act="directive.register").body


def test_a_decision_bears_a_name_and_its_entry_holds_ids_only(cast: Cast) -> None:
    uuid = register(cast, text=STRAY)
    decide(cast, uuid, found(cast, uuid)[0], state="ignored", reason="  Ký hiệu   của bản đồ ")
    row = found(cast, uuid)[0]
    assert (row.state, row.reason, row.decided_by) == ("ignored", "Ký hiệu của bản đồ", "Lê Thị Mẫu")
    entry = Entry.objects.get(act="finding.decide")
    assert entry.object_uuid == row.uuid
    assert "bản đồ" not in entry.body


def test_a_decision_is_undone_and_nobody_stands_for_it_then(cast: Cast) -> None:
    uuid = register(cast, text=STRAY)
    decide(cast, uuid, found(cast, uuid)[0])
    decide(cast, uuid, found(cast, uuid)[0], state="open", reason="thừa")
    row = found(cast, uuid)[0]
    assert (row.open, row.reason, row.decided_by, row.decided_at) == (True, "", "", None)


def test_what_is_ignored_needs_a_reason_of_a_decent_length(cast: Cast) -> None:
    uuid = register(cast, text=STRAY)
    row = found(cast, uuid)[0]
    for reason, code in (("  ", "finding.reason_missing"), ("x" * 501, "finding.reason_long")):
        with pytest.raises(Refusal) as caught:
            decide(cast, uuid, row, state="ignored", reason=reason)
        assert (caught.value.code, caught.value.field) == (code, "reason")
    assert found(cast, uuid)[0].open


def test_who_saw_an_older_decision_is_asked_to_look_again(cast: Cast) -> None:
    uuid = register(cast, text=STRAY)
    row = found(cast, uuid)[0]
    decide(cast, uuid, row)
    with pytest.raises(Refusal, match=r"finding\.changed_meanwhile"):
        decide(cast, uuid, row, state="ignored", reason="muộn")


def test_only_who_works_on_the_duties_decides_and_checks(cast: Cast) -> None:
    uuid = register(cast, text=STRAY)
    row = found(cast, uuid)[0]
    for who in set(cast.viewers) - {"standing"}:
        with pytest.raises(Refusal, match="not_"):
            decide(cast, uuid, row, who)
        with pytest.raises(Refusal, match="not_"):
            check(cast, uuid, who)
    assert Check.objects.count() == 1


def test_others_see_what_they_see_of_the_document(cast: Cast) -> None:
    uuid = register(cast, text=STRAY)
    assert len(found(cast, uuid, "inspector")) == 3
    for who in ("focal", "stranger"):
        assert found(cast, uuid, who) == ()
        assert queries.finding_places(cast[who], uuid) == ()
        assert queries.last_check(cast[who], uuid) is None


def test_checked_again_the_same_findings_keep_their_decisions(cast: Cast) -> None:
    uuid = register(cast, text=STRAY)
    one, two, three = found(cast, uuid)
    decide(cast, uuid, two, state="ignored", reason="đúng như bản giấy")
    decide(cast, uuid, three)
    check(cast, uuid)
    again = found(cast, uuid)
    assert [row.uuid for row in again] == [one.uuid, two.uuid, three.uuid]
    assert [row.state for row in again] == ["open", "ignored", "accepted"]
    assert Check.objects.count() == 2


def test_what_is_no_longer_found_stands_down_and_comes_back_with_its_decision(cast: Cast) -> None:
    uuid = register(cast, text=STRAY)
    first = found(cast, uuid)[0]
    decide(cast, uuid, first)
    nothing = Checked((), {RULE: Outcome.PASS}, "2027.1")
    services.keep_check(Directive.objects.get(uuid=uuid), nothing, viewer=cast["standing"], at=NOW)
    assert queries.findings(cast["standing"], uuid) == ()
    with pytest.raises(Refusal, match="not_found"):
        decide(cast, uuid, first)
    check(cast, uuid)
    assert (found(cast, uuid)[0].uuid, found(cast, uuid)[0].state) == (first.uuid, "accepted")


def test_a_finding_about_the_whole_document_has_no_place(cast: Cast) -> None:
    uuid = register(cast)
    whole = Found(None, Kind.FORM, "", None, "Thiếu nơi nhận.", "form.recipients", Severity.WARNING, "NĐ 30/2020", True)
    checked = Checked((whole,), {"form.recipients": Outcome.FAIL}, "2026.1")
    services.keep_check(Directive.objects.get(uuid=uuid), checked, viewer=cast["standing"], at=NOW)
    (row,) = queries.findings(cast["standing"], uuid, 0, 10)
    assert (row.line, row.start, row.expected, row.unconfirmed) == (None, None, None, True)
    assert queries.findings(cast["standing"], uuid, 10, 20) == ()
    assert Finding.objects.filter(stands=True).count() == 1
