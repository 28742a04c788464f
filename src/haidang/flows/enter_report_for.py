"""The standing agency enters a report for a body that sent paper (nhập thay), citing that paper."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from haidang.apps.reports import rights
from haidang.apps.reports.services.versions import Source
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import Done, perform
from haidang.flows.attaching import Attachment, keep
from haidang.flows.report_drafts import next_draft


@dataclass(frozen=True, slots=True)
class Paper:
    """The document the figures are taken from: its number, its day, the day it arrived, and its scan."""

    document: str
    dated: date
    arrived_on: date
    scan: Attachment


def enter_report_for(
    *,
    actor: Viewer,
    at: datetime,
    today: date,
    obligation_uuid: UUID,
    paper: Paper,
    reason: str = "",
    key: str | None = None,
) -> UUID:
    """Open a draft entered for another agency and return its uuid; it counts as received on the day of arrival.

    `reason` is given where the paper corrects a report that was accepted already. Raises `paper.not_yet` for a day
    after today, `paper.reversed` for an arrival before the document's day, refusals of the stored file,
    `report.awaiting`, `report.accepted`, and `not_allowed` outside the unit the actor oversees.
    """

    def work() -> Done:
        obligation = rights.obligation(actor, obligation_uuid)
        if not rights.enters_for(actor, obligation):
            raise Refusal("not_allowed")
        if paper.arrived_on > today:
            raise Refusal("paper.not_yet", "arrived_on")
        if paper.arrived_on < paper.dated:
            raise Refusal("paper.reversed", "arrived_on")
        scan = keep(actor, paper.scan, at=at, field="scan")
        source = Source(paper.document, paper.dated, paper.arrived_on, scan)
        report = next_draft(obligation, actor=actor, at=at, source=source, reason=reason.strip())
        detail = {"obligation": str(obligation.uuid), "version": report.number, "file": str(scan.uuid)}
        return Done("report", report.uuid, detail)

    return perform(actor=actor, act="report.enter_for", at=at, work=work, key=key)
