"""An agency reports that nothing arose (không phát sinh), in one act from the list of what it owes."""

from datetime import datetime
from uuid import UUID

from haidang.apps.reports import rights
from haidang.apps.reports.models import Report
from haidang.apps.reports.services import versions
from haidang.apps.reports.services.versions import TypedCell, TypedReport
from haidang.domain.access.viewer import Viewer
from haidang.domain.indicators import catalogue
from haidang.domain.indicators.amounts import Emptiness
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import Done, perform
from haidang.flows.report_cells import live_cells
from haidang.flows.report_drafts import next_draft


def report_nil(
    *,
    actor: Viewer,
    at: datetime,
    obligation_uuid: UUID,
    note: str = "",
    insist: bool = False,
    key: str | None = None,
) -> UUID:
    """Send a report whose every indicator is nil and return its uuid; what a draft held is replaced.

    Where the records hold a number the nil is questioned: `report.nil_questioned` on `insist`, and with it
    `report.nil_unexplained` on `note` until a note says why. Refusals of `start_report` otherwise.
    """

    def work() -> Done:
        obligation = rights.obligation(actor, obligation_uuid)
        draft = _draft(actor, at, obligation_uuid)
        nil = TypedCell(emptiness=Emptiness.NIL, note=note.strip())
        codes = catalogue.form(obligation.request.form).codes
        typed = TypedReport(dict.fromkeys(codes, nil), narrative=note.strip())
        versions.save_typed(draft, typed, actor=actor, at=at, task_uuid=obligation.task_uuid)
        cells = live_cells(draft)
        if any(cell.questioned for cell in cells.values()):
            if not insist:
                raise Refusal("report.nil_questioned", "insist")
            if not note.strip():
                raise Refusal("report.nil_unexplained", "note")
        versions.freeze_cells(draft, {code: cell.frozen() for code, cell in cells.items()})
        versions.mark_submitted(draft, actor=actor, at=at, nil=True)
        return Done("report", draft.uuid, {"version": draft.number, "nil": True})

    return perform(actor=actor, act="report.nil", at=at, work=work, key=key)


def _draft(actor: Viewer, at: datetime, obligation_uuid: UUID) -> Report:
    """The draft to send as nil: the agency's own, or the one being entered for it from its paper."""
    obligation = rights.obligation(actor, obligation_uuid)
    entered = obligation.reports.filter(state=Report.State.DRAFT, entered_for=True).first()
    if entered and rights.enters_for(actor, obligation):
        versions.lock_obligation(obligation.pk)
        return entered
    if not rights.writes_own(actor, obligation):
        raise Refusal("not_allowed")
    return next_draft(obligation, actor=actor, at=at)
