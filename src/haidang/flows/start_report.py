"""An agency begins, or goes on with, the report it owes."""

from datetime import datetime
from uuid import UUID

from haidang.apps.reports import rights
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import Done, perform
from haidang.flows.report_drafts import next_draft


def start_report(*, actor: Viewer, at: datetime, obligation_uuid: UUID, key: str | None = None) -> UUID:
    """Open the draft of the actor's agency and return its uuid; after a return it takes over what was typed.

    Raises `report.awaiting`, `report.accepted`, `not_allowed` for another agency's report.
    """

    def work() -> Done:
        obligation = rights.obligation(actor, obligation_uuid)
        if not rights.writes_own(actor, obligation):
            raise Refusal("not_allowed")
        report = next_draft(obligation, actor=actor, at=at)
        return Done("report", report.uuid, {"obligation": str(obligation.uuid), "version": report.number})

    return perform(actor=actor, act="report.start", at=at, work=work, key=key)
