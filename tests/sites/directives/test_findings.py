"""Findings beside the text: shown, counted, decided about without script, and reported."""

import io
from uuid import UUID

import pytest
from docx import Document

from haidang.apps.directives import queries
from haidang.apps.directives.models import Check
from haidang.apps.directives.queries import FindingRow
from haidang.flows.confirm_duties import confirm_duties
from tests.factories.cast import NOW, Cast
from tests.factories.directives import TEXT, register
from tests.sites.directives.test_pages import OFFICER, address, post

STRAY = TEXT.replace("ba cửa sông.", "ba cửa sông \ue001 và hai đảo \ue001.")


def rows(cast: Cast, uuid: UUID) -> list[FindingRow]:
    found = queries.findings(cast[OFFICER], uuid)
    return [row for row in found if row.rule == "form.stray_characters"]


def page(cast: Cast, uuid: UUID, who: str = OFFICER, where: str = "?xem=phat-hien") -> str:
    return cast.client(who).get(address("directive", uuid) + where).content.decode()


def finding(uuid: UUID, row: FindingRow) -> str:
    return address("finding", uuid, finding=row.uuid)


def test_a_finding_is_marked_in_the_text_and_told_beside_it(cast: Cast) -> None:
    uuid = register(cast, text=STRAY)
    shown = page(cast, uuid)
    for row in rows(cast, uuid):
        assert f'id="t-{row.uuid}"' in shown
        assert f'id="f-{row.uuid}"' in shown
        assert row.message in shown
    duties = page(cast, uuid, where="")
    assert f'id="t-{rows(cast, uuid)[0].uuid}"' in duties
    assert f'id="f-{rows(cast, uuid)[0].uuid}"' not in duties


def test_a_finding_leads_to_its_sheet_of_a_long_text(cast: Cast) -> None:
    uuid = register(cast, text=TEXT + "\nDòng đệm của phụ lục.\n" * 500 + "Lạc \ue001.\n")
    (row,) = rows(cast, uuid)
    assert f'id="f-{row.uuid}"' in page(cast, uuid, where=f"?phat-hien={row.uuid}")
    assert f'id="f-{row.uuid}"' not in page(cast, uuid)
    assert page(cast, uuid, where="?phat-hien=x")


def test_who_does_not_decide_reads_without_buttons(cast: Cast) -> None:
    uuid = register(cast, text=STRAY)
    shown = page(cast, uuid, "inspector")
    row = rows(cast, uuid)[0]
    assert row.message in shown
    assert finding(uuid, row) not in shown
    for who in set(cast.viewers) - {OFFICER}:
        assert cast.client(who).get(finding(uuid, row)).status_code == 404
        assert post(cast, finding(uuid, row), who, state="accepted", seen="open").status_code == 404
    assert rows(cast, uuid)[0].open


def test_deciding_and_taking_back_are_one_press_each_also_after_confirmation(cast: Cast) -> None:
    uuid = register(cast, text=STRAY)
    confirm_duties(actor=cast[OFFICER], at=NOW, directive_uuid=uuid, revision=0, accept_doubts=True)
    one, two = rows(cast, uuid)
    answer = post(cast, finding(uuid, one), state="accepted", seen="open")
    assert answer["Location"].endswith(f"#f-{one.uuid}")
    post(cast, finding(uuid, two), state="ignored", seen="open", reason="Ký hiệu của bản đồ")
    assert [row.state for row in rows(cast, uuid)] == ["accepted", "ignored"]
    assert "Ký hiệu của bản đồ" in page(cast, uuid)
    post(cast, finding(uuid, two), state="open", seen="ignored")
    assert rows(cast, uuid)[1].open


@pytest.mark.parametrize("reason", ["", "Lý do rất dài. " * 50])
def test_a_refused_reason_stays_in_the_field(cast: Cast, reason: str) -> None:
    uuid = register(cast, text=STRAY)
    row = rows(cast, uuid)[0]
    answer = post(cast, finding(uuid, row), state="ignored", seen="open", reason=reason)
    assert answer.status_code == 200
    assert answer.context["form"].errors["reason"]
    assert reason in answer.content.decode()
    assert rows(cast, uuid)[0].open


def test_a_decision_on_an_older_page_changes_nothing_and_says_so(cast: Cast) -> None:
    uuid = register(cast, text=STRAY)
    row = rows(cast, uuid)[0]
    post(cast, finding(uuid, row), state="ignored", seen="open", reason="trước")
    typed = post(cast, finding(uuid, row), state="ignored", seen="open", reason="Chữ của tôi")
    assert "Chữ của tôi" in typed.content.decode()
    assert 'name="seen" value="ignored"' in typed.content.decode()
    post(cast, finding(uuid, row), state="accepted", seen="open")
    assert (rows(cast, uuid)[0].state, rows(cast, uuid)[0].reason) == ("ignored", "trước")


def test_checking_again_is_one_press(cast: Cast) -> None:
    uuid = register(cast, text=STRAY)
    assert post(cast, address("directive-check-again", uuid)).status_code == 302
    assert Check.objects.count() == 2
    assert cast.client(OFFICER).get(address("directive-check-again", uuid)).status_code == 405


def test_the_report_has_every_rule_and_every_finding_as_page_and_as_document(cast: Cast) -> None:
    uuid = register(cast, text=STRAY)
    row = rows(cast, uuid)[0]
    post(cast, finding(uuid, row), state="ignored", seen="open", reason="Ký hiệu của bản đồ")
    shown = cast.client(OFFICER).get(address("directive-check", uuid)).content.decode()
    assert "Ký hiệu của bản đồ" in shown
    assert "Ký tự lạc trong văn bản" in shown
    answer = cast.client("inspector").get(address("directive-check-document", uuid))
    assert answer["Content-Disposition"].startswith("attachment")
    word = Document(io.BytesIO(answer.content))
    told = "\n".join(cell.text for table in word.tables for line in table.rows for cell in line.cells)
    assert row.message in told
    assert "Bỏ qua" in told
    assert "Ký tự lạc trong văn bản" in told
    assert "TCVN 6909:2001" in told


def test_a_document_from_before_the_checker_says_that_it_was_never_checked(cast: Cast) -> None:
    uuid = register(cast)
    Check.objects.all().delete()
    client = cast.client(OFFICER)
    assert client.get(address("directive-check", uuid)).status_code == 200
    assert client.get(address("directive-check-document", uuid)).status_code == 404
    assert "Kiểm tra lại" in page(cast, uuid)
