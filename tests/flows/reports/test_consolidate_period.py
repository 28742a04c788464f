import datetime as dt
import io
from decimal import Decimal
from uuid import UUID

import docx
import pytest
from django.db.models import Sum

from haidang.apps.files import services as files
from haidang.apps.ledger import queries as ledger
from haidang.apps.ledger.models import Entry
from haidang.apps.reports.models import Consolidation, Line, Report
from haidang.apps.reports.services.consolidations import Words
from haidang.domain.indicators import catalogue
from haidang.domain.terms.numbers import format_number
from haidang.domain.terms.refusal import Refusal
from haidang.flows.consolidate_period import Chosen, consolidate_period
from haidang.flows.correct_report import correct_report
from haidang.flows.issue_consolidation import issue_consolidation
from haidang.flows.report_nil import report_nil
from haidang.flows.review_report import review_report
from haidang.flows.sign_consolidation import sign_consolidation
from tests.factories.cast import NOW, TODAY
from tests.factories.reporting import Asked


def consolidate(asked: Asked, *, who: str = "standing", **changed: object) -> Consolidation:
    facts = {
        "words": Words("Sở Y tế: Đã tổ chức ba buổi.\nTình hình ổn định.", "Thiếu kinh phí.", "Đề nghị tập huấn."),
        "issuer_uuid": asked.cast.agencies["Công an tỉnh"].uuid,
        "symbol": "BC-CAT",
        **changed,
    }
    uuid = consolidate_period(
        actor=asked.cast[who], at=NOW, today=TODAY, request_uuid=asked.request.uuid, chosen=Chosen(**facts), key="c"
    )
    return Consolidation.objects.get(uuid=uuid)


def paper(made: Consolidation) -> docx.document.Document:
    return docx.Document(io.BytesIO(files.content(made.document.uuid)))


def figures_in(document: docx.document.Document) -> dict[str, str]:
    """Indicator name → printed figure, from the table whose second column is the indicator."""
    table = next(t for t in document.tables if t.rows[0].cells[1].text == "Chỉ tiêu báo cáo")
    return {row.cells[1].text: row.cells[3].text for row in table.rows[1:]}


@pytest.fixture
def reported(asked: Asked) -> Asked:
    """One accepted with records, one accepted typed, one nil accepted, one waiting, one silent."""
    asked.record("Sở Y tế", "sessions", 3)
    asked.record("Sở Y tế", "sessions", 1200)
    asked.accepted("focal", "Sở Y tế", sessions=2, attendances=340)
    asked.accepted("standing", "Công an tỉnh", sessions=5, cases_opened=0)
    nil = report_nil(actor=asked.cast["commune"], at=NOW, obligation_uuid=asked.obligations["UBND xã Bãi Ngang"].uuid)
    review_report(actor=asked.second, at=NOW, report_uuid=nil, accepted=True)
    asked.send("other_focal", "Sở Tư pháp", sessions=100)
    return asked


def test_only_accepted_versions_add(reported: Asked):
    made = consolidate(reported)
    sessions = made.figures.get(indicator="sessions")
    assert (sessions.value, sessions.counted) == (1210, 2)
    assert made.inputs.count() == 3
    assert made.figures.get(indicator="cases_opened").value == 0
    assert made.figures.get(indicator="leaflets").emptiness == "missing"


def test_the_document_prints_the_sum_of_the_linked_records(reported: Asked):
    made = consolidate(reported)
    printed = figures_in(paper(made))
    inputs = Report.objects.filter(pk__in=made.inputs.values("report"))
    for indicator in catalogue.form(reported.request.form).indicators:
        lines = Line.objects.filter(cell__report__in=inputs, cell__indicator=indicator.code)
        total = lines.aggregate(total=Sum("value"))["total"]
        if total is not None:
            assert printed[indicator.name] == format_number(Decimal(total))
    assert printed["Tuyên truyền trực tiếp"] == "1.210"


def test_the_document_says_who_reported_and_who_did_not(reported: Asked):
    made = consolidate(reported)
    text = "\n".join(paragraph.text for paragraph in paper(made).paragraphs)
    states = {row["name"]: row["state"] for row in made.reporters}
    assert states == {
        "Công an tỉnh": "accepted",
        "Sở Y tế": "accepted",
        "Sở Tư pháp": "awaiting",
        "Tòa án nhân dân tỉnh": "missing",
        "UBND xã Bãi Ngang": "nil",
    }
    assert "Chưa báo cáo (1): Tòa án nhân dân tỉnh" in text
    assert "Báo cáo không phát sinh (1): UBND xã Bãi Ngang" in text
    assert "có 3/5 cơ quan" in text
    assert "Kế hoạch số 31/KH-UBND ngày 10/02/2026 của Ủy ban nhân dân tỉnh An Hải" in text


def test_the_figures_are_closed_on_the_cutoff_or_on_the_day_of_freezing(reported: Asked):
    assert consolidate(reported).closed_on == TODAY
    cutoff = TODAY - dt.timedelta(1)
    type(reported.request).objects.update(cutoff=cutoff)
    uuid = consolidate_period(
        actor=reported.cast["standing"],
        at=NOW,
        today=TODAY,
        request_uuid=reported.request.uuid,
        chosen=Chosen(Words(), reported.cast.agencies["Công an tỉnh"].uuid, "BC-CAT"),
    )
    assert Consolidation.objects.get(uuid=uuid).closed_on == cutoff
    assert Consolidation.objects.get(uuid=uuid).number == 2


def test_what_is_accepted_later_does_not_change_what_was_frozen(reported: Asked):
    made = consolidate(reported)
    first = Report.objects.get(obligation=reported.obligations["Sở Y tế"])
    correct_report(actor=reported.cast["focal"], at=NOW, report_uuid=first.uuid, reason="Trùng")
    reported.accepted("focal", "Sở Y tế", sessions=0)
    assert made.figures.get(indicator="sessions").value == 1210


def test_a_resend_makes_one_consolidation_and_one_entry(reported: Asked):
    assert consolidate(reported).pk == consolidate(reported).pk
    assert Entry.objects.filter(act="report.consolidate").count() == 1
    assert ledger.first_bad_entry(reported.cast.province.pk) is None


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"symbol": " "}, "consolidation.no_symbol"),
        ({"issuer_uuid": UUID(int=1)}, "consolidation.issuer"),
        ({"seen": "other versions"}, "consolidation.changed"),
    ],
)
def test_a_consolidation_that_cannot_be_is_refused(reported: Asked, changed: dict[str, object], code: str):
    with pytest.raises(Refusal) as refused:
        consolidate(reported, **changed)
    assert refused.value.code == code
    assert not Consolidation.objects.exists()


def test_without_an_accepted_report_there_is_nothing_to_consolidate(asked: Asked):
    asked.send("focal", "Sở Y tế", sessions=1)
    with pytest.raises(Refusal) as refused:
        consolidate(asked)
    assert refused.value.code == "consolidation.nothing_accepted"


@pytest.mark.parametrize("who", ["focal", "commune", "leader", "clerk", "inspector", "stranger"])
def test_only_the_standing_agency_consolidates(reported: Asked, who: str):
    with pytest.raises(Refusal) as refused:
        consolidate(reported, who=who)
    assert refused.value.code in {"not_found", "not_allowed"}


def test_a_leader_signs_the_clerk_numbers_and_both_stand_in_the_document(reported: Asked):
    made = consolidate(reported)
    sign_consolidation(actor=reported.cast["police_leader"], at=NOW, consolidation_uuid=made.uuid, key="s")
    number(reported, made)
    made.refresh_from_db()
    assert (made.state, made.issued_number, made.issued_on) == (Consolidation.State.ISSUED, "125", TODAY)
    document = paper(made)
    head = "\n".join(cell.text for cell in document.tables[0]._cells)
    foot = "\n".join(cell.text for table in document.tables for cell in table._cells)
    assert "Số: 125/BC-CAT" in head
    assert "CÔNG AN TỈNH AN HẢI" in head
    assert "Phạm Văn Mẫu" in foot
    assert figures_in(document)["Tuyên truyền trực tiếp"] == "1.210"


def number(asked: Asked, made: Consolidation, **changed: object) -> UUID:
    facts = {"number": "125", "issued_on": TODAY, "actor": asked.cast["clerk"], **changed}
    return issue_consolidation(at=NOW, today=TODAY, consolidation_uuid=made.uuid, **facts)


@pytest.mark.parametrize(
    ("who", "code"),
    [("leader", "consolidation.not_issuer"), ("standing", "not_allowed"), ("clerk", "not_allowed")],
)
def test_only_a_leader_of_the_issuing_agency_signs(reported: Asked, who: str, code: str):
    made = consolidate(reported)
    with pytest.raises(Refusal) as refused:
        sign_consolidation(actor=reported.cast[who], at=NOW, consolidation_uuid=made.uuid)
    assert refused.value.code == code


def test_a_number_is_given_only_after_the_signature_and_by_the_clerk(reported: Asked):
    made = consolidate(reported)
    with pytest.raises(Refusal) as unsigned:
        number(reported, made)
    sign_consolidation(actor=reported.cast["police_leader"], at=NOW, consolidation_uuid=made.uuid)
    with pytest.raises(Refusal) as twice:
        sign_consolidation(actor=reported.cast["police_leader"], at=NOW, consolidation_uuid=made.uuid)
    with pytest.raises(Refusal) as other:
        number(reported, made, actor=reported.cast["standing"])
    assert unsigned.value.code == "consolidation.not_signed"
    assert twice.value.code == "consolidation.not_waiting"
    assert other.value.code == "not_allowed"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"number": " "}, "issue.no_number"),
        ({"issued_on": TODAY + dt.timedelta(1)}, "issue.not_yet"),
        ({"issued_on": TODAY - dt.timedelta(1)}, "issue.too_early"),
    ],
)
def test_a_number_or_a_day_that_cannot_be_is_refused(reported: Asked, changed: dict[str, object], code: str):
    made = consolidate(reported)
    sign_consolidation(actor=reported.cast["police_leader"], at=NOW, consolidation_uuid=made.uuid)
    with pytest.raises(Refusal) as refused:
        number(reported, made, **changed)
    assert refused.value.code == code
