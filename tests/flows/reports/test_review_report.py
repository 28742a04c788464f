import pytest

from haidang.apps.ledger.models import Entry
from haidang.apps.reports.models import Report
from haidang.domain.terms.refusal import Refusal
from haidang.flows.correct_report import correct_report
from haidang.flows.review_report import review_report
from tests.factories.cast import NOW
from tests.factories.reporting import Asked


def test_an_accepted_version_is_accepted_once_and_noted(asked: Asked):
    report = asked.send("focal", "Sở Y tế", sessions=1)
    for _ in range(2):
        review_report(actor=asked.second, at=NOW, report_uuid=report.uuid, accepted=True, key="k")
    report.refresh_from_db()
    assert report.state == Report.State.ACCEPTED
    assert Entry.objects.filter(act="report.accept", object_uuid=report.uuid).count() == 1
    with pytest.raises(Refusal) as refused:
        review_report(actor=asked.second, at=NOW, report_uuid=report.uuid, accepted=False, note="Muộn")
    assert refused.value.code == "review.not_waiting"


def test_nobody_accepts_what_they_sent_themselves(asked: Asked):
    report = asked.send("standing", "Công an tỉnh", cases_opened=1)
    with pytest.raises(Refusal) as refused:
        review_report(actor=asked.cast["standing"], at=NOW, report_uuid=report.uuid, accepted=True)
    assert refused.value.code == "review.own"
    review_report(actor=asked.second, at=NOW, report_uuid=report.uuid, accepted=True)


def test_a_return_says_what_is_wrong(asked: Asked):
    report = asked.send("focal", "Sở Y tế", sessions=1)
    with pytest.raises(Refusal) as refused:
        review_report(actor=asked.second, at=NOW, report_uuid=report.uuid, accepted=False, note="  ")
    assert refused.value.code == "review.no_reason"
    review_report(
        actor=asked.second, at=NOW, report_uuid=report.uuid, accepted=False, cell_notes={"sessions": "Thiếu tháng 02"}
    )
    report.refresh_from_db()
    assert report.state == Report.State.RETURNED
    assert report.cells.get(indicator="sessions").return_note == "Thiếu tháng 02"


def test_the_version_after_a_return_keeps_what_was_typed_and_counts_records_anew(asked: Asked):
    asked.record("Sở Y tế", "sessions", 3)
    report = asked.send("focal", "Sở Y tế", leaflets=100)
    review_report(actor=asked.second, at=NOW, report_uuid=report.uuid, accepted=False, note="Bổ sung")
    asked.record("Sở Y tế", "sessions", 4)
    again = Report.objects.get(uuid=asked.draft("focal", "Sở Y tế"))
    assert again.number == 2
    assert again.narrative == report.narrative
    kept = {cell.indicator: [line.value for line in cell.lines.all()] for cell in again.cells.all()}
    assert kept["leaflets"] == [100]
    assert kept["sessions"] == []


def test_a_correction_stands_beside_the_accepted_version_until_it_is_accepted(asked: Asked):
    first = asked.accepted("focal", "Sở Y tế", sessions=5)
    draft = correct_report(actor=asked.cast["focal"], at=NOW, report_uuid=first.uuid, reason="Đếm trùng một buổi")
    first.refresh_from_db()
    assert first.state == Report.State.ACCEPTED
    second = asked.send("focal", "Sở Y tế", sessions=4)
    assert second.uuid == draft
    assert second.correction_reason == "Đếm trùng một buổi"
    review_report(actor=asked.second, at=NOW, report_uuid=second.uuid, accepted=True)
    assert list(Report.objects.order_by("number").values_list("state", flat=True)) == ["superseded", "accepted"]


@pytest.mark.parametrize(("reason", "code"), [("", "correction.no_reason"), ("Sai số", "correction.not_accepted")])
def test_only_an_accepted_report_is_corrected_and_with_a_reason(asked: Asked, reason: str, code: str):
    sent = asked.send("focal", "Sở Y tế", sessions=5)
    with pytest.raises(Refusal) as refused:
        correct_report(actor=asked.cast["focal"], at=NOW, report_uuid=sent.uuid, reason=reason)
    assert refused.value.code == code


def test_an_accepted_report_is_not_begun_again_without_a_reason(asked: Asked):
    asked.accepted("focal", "Sở Y tế", sessions=5)
    with pytest.raises(Refusal) as refused:
        asked.draft("focal", "Sở Y tế")
    assert refused.value.code == "report.accepted"


@pytest.mark.parametrize("who", ["focal", "other_focal", "commune", "leader", "clerk", "inspector", "stranger"])
def test_only_the_standing_agency_reviews(asked: Asked, who: str):
    report = asked.send("focal", "Sở Y tế", sessions=1)
    with pytest.raises(Refusal) as refused:
        review_report(actor=asked.cast[who], at=NOW, report_uuid=report.uuid, accepted=True)
    assert refused.value.code in {"not_found", "not_allowed"}
