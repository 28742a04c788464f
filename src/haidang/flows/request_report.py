"""Ask for a report in a plan in draft, due on a day that the person gives."""

from datetime import date, datetime
from uuid import UUID

from haidang.apps.plans.services import find
from haidang.apps.reports import services as reports
from haidang.domain.access.viewer import Act, Viewer, require
from haidang.domain.deadlines.due import clock
from haidang.domain.terms.refusal import Refusal
from haidang.domain.terms.text import nfc
from haidang.flows.acting import Done, perform
from haidang.flows.paper_head import full_name


def request_report(
    *,
    actor: Viewer,
    at: datetime,
    plan_uuid: UUID,
    title: str,
    due: date,
    before: bool,
    form: str,
    item_uuid: UUID | None = None,
    period: str = "event",
    key: str | None = None,
) -> UUID:
    """The plan will ask for this report when it is issued; the plan's uuid.

    It is collected by the drafting agency for the issuer. With `item_uuid` the leads of that duty owe it, else every
    lead. Refuses `plan.report_title`, `form.unknown`.
    """
    require(actor, Act.DRAFT_PLAN)

    def work() -> Done:
        version = find.draft(actor, plan_uuid)
        plan = version.plan
        words = nfc(" ".join(title.split()))
        if not words:
            raise Refusal("plan.report_title", "title")
        if item_uuid and not plan.items.filter(uuid=item_uuid, withdrawn_in=None).exists():
            raise Refusal("not_found")
        day = clock(due.isoformat(), before=before)
        reports.propose_request(
            plan_uuid=plan.uuid,
            item_uuid=item_uuid,
            title=words,
            period=period,
            form=form,
            due_printed=day.printed,
            due_before=before,
            due_last_day=day.last_day,
            addressee=full_name(plan.issuer),
            collector_id=plan.agency_id,
            province_id=plan.province_id,
        )
        return Done("plan", plan.uuid, {"form": form})

    return perform(actor=actor, act="plan.request_report", at=at, work=work, key=key)
