"""An agency sends its report: computed and typed cells freeze into an immutable version."""

from datetime import datetime
from uuid import UUID

from haidang.apps.reports import rights
from haidang.apps.reports.services import versions
from haidang.apps.reports.services.versions import TypedReport
from haidang.domain.access.viewer import Viewer
from haidang.domain.indicators.amounts import Emptiness
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import Done, perform
from haidang.flows.report_cells import live_cells
from haidang.flows.save_report import keep_typed


def submit_report(
    *,
    actor: Viewer,
    at: datetime,
    report_uuid: UUID,
    typed: TypedReport | None = None,
    insist: bool = False,
    key: str | None = None,
) -> UUID:
    """Save what was typed, freeze the cells and send the version; returns its uuid.

    An emptiness beside recorded numbers is questioned: `report.nil_questioned`, unless the actor insists, and then
    `report.nil_unexplained` until the cell has a note. Raises `report.nothing` for a report that says nothing at all.
    """

    def work() -> Done:
        report = rights.writable(actor, report_uuid)
        versions.lock_obligation(report.obligation_id)
        if typed is not None:
            keep_typed(report, typed, actor=actor, at=at)
        cells = live_cells(report)
        for code, cell in cells.items():
            if cell.questioned and not insist:
                raise Refusal("report.nil_questioned", code)
            if cell.questioned and not cell.note.strip():
                raise Refusal("report.nil_unexplained", code)
        if all(cell.amount.emptiness is Emptiness.MISSING for cell in cells.values()) and not report.narrative.strip():
            raise Refusal("report.nothing")
        nil = all(cell.amount.emptiness is Emptiness.NIL for cell in cells.values())
        versions.freeze_cells(report, {code: cell.frozen() for code, cell in cells.items()})
        versions.mark_submitted(report, actor=actor, at=at, nil=nil)
        return Done("report", report.uuid, {"version": report.number, "nil": nil})

    return perform(actor=actor, act="report.submit", at=at, work=work, key=key)
