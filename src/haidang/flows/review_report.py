"""A report that was sent is accepted, or returned with its reasons, by somebody who did not write it."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from haidang.apps.reports import rights
from haidang.apps.reports.models import Report
from haidang.apps.reports.services import versions
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import Done, perform


def review_report(
    *,
    actor: Viewer,
    at: datetime,
    report_uuid: UUID,
    accepted: bool,
    note: str = "",
    cell_notes: Mapping[str, str] | None = None,
    key: str | None = None,
) -> UUID:
    """Accept or return a version and return its uuid; an accepted correction supersedes the version before it.

    Raises `review.own` for a version the actor wrote or sent, `review.not_waiting` when it was reviewed already,
    `review.no_reason` for a return that does not say what is wrong, neither overall nor on a line.
    """
    reasons = {code: words.strip() for code, words in (cell_notes or {}).items() if words.strip()}

    def work() -> Done:
        found = rights.report(actor, report_uuid)
        if not rights.reviews(actor, found.obligation.request):
            raise Refusal("not_allowed")
        versions.lock_obligation(found.obligation_id)
        report = rights.report(actor, report_uuid)
        if report.state != Report.State.SUBMITTED:
            raise Refusal("review.not_waiting")
        if rights.wrote(actor, report):
            raise Refusal("review.own")
        if not accepted and not note.strip() and not reasons:
            raise Refusal("review.no_reason", "note")
        detail: dict[str, object] = {"version": report.number, "accepted": accepted}
        if accepted:
            detail["superseded"] = versions.accept(report, actor=actor, at=at, note=note.strip())
        else:
            versions.send_back(report, actor=actor, at=at, note=note.strip(), cell_notes=reasons)
        return Done("report", report.uuid, detail)

    return perform(actor=actor, act="report.accept" if accepted else "report.return", at=at, work=work, key=key)
