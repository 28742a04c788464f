"""The next draft of an agency's report: shared by the acts that begin one."""

from datetime import datetime

from haidang.apps.reports.models import Obligation, Report
from haidang.apps.reports.services import versions
from haidang.apps.reports.services.versions import Source
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal


def next_draft(
    obligation: Obligation, *, actor: Viewer, at: datetime, source: Source | None = None, reason: str = ""
) -> Report:
    """The draft to work on, inside the transaction of an act.

    An open draft of the same kind (own, or entered for another from the same paper) is gone on with; one of the other
    kind is set aside. Raises `report.awaiting` while a version waits for its review, `report.accepted` when an accepted
    one stands and no `reason` to correct it is given.
    """
    versions.lock_obligation(obligation.pk)
    latest = obligation.reports.order_by("-number").first()
    if latest is None:
        return versions.new_version(obligation, actor=actor, at=at, source=source)
    if latest.state == Report.State.SUBMITTED:
        raise Refusal("report.awaiting")
    entered = obligation.agency_id != actor.agency_id
    if latest.state == Report.State.DRAFT and source is None and latest.entered_for == entered:
        return latest
    accepted = obligation.reports.filter(state=Report.State.ACCEPTED).exists()
    if accepted and not reason and latest.state != Report.State.RETURNED:
        raise Refusal("report.accepted")
    if latest.state == Report.State.DRAFT:
        versions.set_aside(latest, at=at)
    if latest.state == Report.State.RETURNED:
        reason = reason or latest.correction_reason
    return versions.new_version(obligation, actor=actor, at=at, source=source, reason=reason)
