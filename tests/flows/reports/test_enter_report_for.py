import datetime as dt
from uuid import UUID

import pytest

from haidang.apps.reports.models import Report
from haidang.domain.terms.refusal import Refusal
from haidang.flows.attaching import Attachment
from haidang.flows.enter_report_for import Paper, enter_report_for
from haidang.flows.report_nil import report_nil
from haidang.flows.review_report import review_report
from haidang.flows.submit_report import submit_report
from tests.factories.cast import NOW, TODAY
from tests.factories.reporting import Asked
from tests.flows.reports.test_submit_report import typed

COURT = "Tòa án nhân dân tỉnh"
SCAN = Attachment("Báo cáo.pdf", "application/pdf", b"%PDF-1.4 scan")


def enter(asked: Asked, *, who: str = "standing", agency: str = COURT, **changed: object) -> UUID:
    facts = {"document": "45/BC-TA", "dated": TODAY - dt.timedelta(2), "arrived_on": TODAY, "scan": SCAN, **changed}
    reason = str(facts.pop("reason", ""))
    return enter_report_for(
        actor=asked.cast[who],
        at=NOW,
        today=TODAY,
        obligation_uuid=asked.obligations[agency].uuid,
        paper=Paper(**facts),
        reason=reason,
    )


def test_the_paper_is_cited_and_the_day_of_arrival_counts(asked: Asked):
    report = Report.objects.get(uuid=enter(asked))
    assert report.entered_for
    assert (report.source_document, report.arrived_on) == ("45/BC-TA", TODAY)
    assert report.source_file.size == len(SCAN.data)


def test_figures_of_a_paper_stand_alone_and_records_only_beside_them(asked: Asked):
    asked.record(COURT, "sessions", 3)
    cell = _submit(asked, enter(asked)).cells.get(indicator="sessions")
    assert (cell.value, cell.computed) == (2, 3)


def test_whoever_entered_it_does_not_accept_it(asked: Asked):
    report = _submit(asked, enter(asked))
    with pytest.raises(Refusal) as refused:
        review_report(actor=asked.cast["standing"], at=NOW, report_uuid=report.uuid, accepted=True)
    assert refused.value.code == "review.own"
    review_report(actor=asked.second, at=NOW, report_uuid=report.uuid, accepted=True)


def test_a_paper_that_says_nothing_arose_is_entered_as_nil(asked: Asked):
    draft = enter(asked)
    sent = report_nil(actor=asked.cast["standing"], at=NOW, obligation_uuid=asked.obligations[COURT].uuid)
    report = Report.objects.get(uuid=sent)
    assert (sent, report.nil, report.entered_for) == (draft, True, True)


def test_the_agencys_own_draft_gives_way_and_is_not_mixed_in(asked: Asked):
    own = asked.draft("focal", "Sở Y tế")
    entered = Report.objects.get(uuid=enter(asked, agency="Sở Y tế"))
    assert Report.objects.get(uuid=own).state == Report.State.SUPERSEDED
    assert (entered.number, entered.cells.count()) == (2, 0)


def test_a_paper_that_corrects_an_accepted_report_gives_the_reason(asked: Asked):
    asked.accepted("focal", "Sở Y tế", sessions=1)
    with pytest.raises(Refusal) as refused:
        enter(asked, agency="Sở Y tế")
    assert refused.value.code == "report.accepted"
    again = Report.objects.get(uuid=enter(asked, agency="Sở Y tế", reason="Văn bản đính chính"))
    assert again.correction_reason == "Văn bản đính chính"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"arrived_on": TODAY + dt.timedelta(1)}, "paper.not_yet"),
        ({"arrived_on": TODAY - dt.timedelta(9)}, "paper.reversed"),
        ({"scan": Attachment("trong.pdf", "application/pdf", b"")}, "file.empty"),
    ],
)
def test_a_paper_that_cannot_be_is_refused(asked: Asked, changed: dict[str, object], code: str):
    with pytest.raises(Refusal) as refused:
        enter(asked, **changed)
    assert refused.value.code == code
    assert not Report.objects.exists()


@pytest.mark.parametrize("who", ["focal", "commune", "leader", "clerk", "inspector", "stranger"])
def test_only_the_standing_agency_enters_for_another(asked: Asked, who: str):
    with pytest.raises(Refusal) as refused:
        enter(asked, who=who)
    assert refused.value.code in {"not_found", "not_allowed"}


def _submit(asked: Asked, draft: UUID) -> Report:
    submit_report(actor=asked.cast["standing"], at=NOW, report_uuid=draft, typed=typed(sessions=2))
    return Report.objects.get(uuid=draft)
