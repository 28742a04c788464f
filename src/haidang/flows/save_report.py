"""A draft report is saved as typed; nothing is sent."""

from datetime import datetime
from uuid import UUID

from haidang.apps.reports import rights
from haidang.apps.reports.models import Report
from haidang.apps.reports.services import versions
from haidang.apps.reports.services.versions import TypedCell, TypedReport
from haidang.domain.access.viewer import Viewer
from haidang.domain.indicators import catalogue
from haidang.domain.indicators.amounts import checked
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import Done, perform

__all__ = ["TypedCell", "TypedReport", "keep_typed", "save_report"]


def save_report(*, actor: Viewer, at: datetime, report_uuid: UUID, typed: TypedReport, key: str | None = None) -> UUID:
    """Keep what was typed in a draft and return its uuid.

    Raises `report.closed`, `indicator.both` for a number beside an emptiness, and the refusals of `amounts.checked`;
    their field is the indicator's code.
    """

    def work() -> Done:
        report = rights.writable(actor, report_uuid)
        keep_typed(report, typed, actor=actor, at=at)
        return Done("report", report.uuid, {"version": report.number})

    return perform(actor=actor, act="report.save", at=at, work=work, key=key)


def keep_typed(report: Report, typed: TypedReport, *, actor: Viewer, at: datetime) -> None:
    """Check and write what was typed, inside the transaction of an act."""
    form = catalogue.form(report.obligation.request.form)
    if unknown := set(typed.cells) - set(form.codes):
        raise Refusal("indicator.unknown", min(unknown))
    for code, cell in typed.cells.items():
        if cell.value is not None:
            checked(catalogue.indicator(code), cell.value)
    versions.save_typed(report, typed, actor=actor, at=at, task_uuid=report.obligation.task_uuid)
