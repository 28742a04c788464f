"""Change or drop a report that a plan in draft asks for: its name, its day, or the asking itself."""

from datetime import date, datetime
from uuid import UUID

from haidang.apps.plans.services import find
from haidang.apps.reports import services as reports
from haidang.domain.access.viewer import Act, Viewer, require
from haidang.domain.deadlines.due import clock
from haidang.domain.terms.refusal import Refusal
from haidang.domain.terms.text import nfc
from haidang.flows.acting import Done, perform


def change_report_request(
    *,
    actor: Viewer,
    at: datetime,
    request_uuid: UUID,
    title: str,
    due: date,
    before: bool,
    form: str,
    key: str | None = None,
) -> UUID:
    """Give a proposed request another name, day or table; the plan's uuid.

    Only while the plan is in draft and the request is not open. Refuses `plan.report_title`, `form.unknown`.
    """
    require(actor, Act.DRAFT_PLAN)

    def work() -> Done:
        request = reports.proposed(actor.province_id, request_uuid)
        plan = find.draft(actor, request.origin_uuid).plan
        words = nfc(" ".join(title.split()))
        if not words:
            raise Refusal("plan.report_title", "title")
        day = clock(due.isoformat(), before=before)
        reports.change_request(
            request,
            title=words,
            form=form,
            due_printed=day.printed,
            due_before=before,
            due_last_day=day.last_day,
        )
        return Done("plan", plan.uuid, {"request": request.uuid})

    return perform(actor=actor, act="plan.change_report_request", at=at, work=work, key=key)


def drop_report_request(*, actor: Viewer, at: datetime, request_uuid: UUID, key: str | None = None) -> UUID:
    """Stop asking for a report that a plan in draft would have asked for; the plan's uuid."""
    require(actor, Act.DRAFT_PLAN)

    def work() -> Done:
        request = reports.proposed(actor.province_id, request_uuid)
        plan = find.draft(actor, request.origin_uuid).plan
        reports.drop_request(request)
        return Done("plan", plan.uuid, {"request": request_uuid})

    return perform(actor=actor, act="plan.drop_report_request", at=at, work=work, key=key)
