"""An accepted report is corrected (đính chính): the next version begins, the accepted one stands meanwhile."""

from datetime import datetime
from uuid import UUID

from haidang.apps.reports import rights
from haidang.apps.reports.models import Report
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import Done, perform
from haidang.flows.report_drafts import next_draft


def correct_report(*, actor: Viewer, at: datetime, report_uuid: UUID, reason: str, key: str | None = None) -> UUID:
    """Open the correcting draft of an accepted version and return its uuid.

    Raises `correction.no_reason`, `correction.not_accepted`, `report.awaiting` when a correction is already on its way.
    """

    def work() -> Done:
        accepted = rights.report(actor, report_uuid)
        if not rights.writes(actor, accepted):
            raise Refusal("not_allowed")
        if not reason.strip():
            raise Refusal("correction.no_reason", "reason")
        if accepted.state != Report.State.ACCEPTED:
            raise Refusal("correction.not_accepted")
        draft = next_draft(accepted.obligation, actor=actor, at=at, reason=reason.strip())
        return Done("report", draft.uuid, {"corrects": str(accepted.uuid), "version": draft.number})

    return perform(actor=actor, act="report.correct", at=at, work=work, key=key)
