"""The reports a plan asks for, read for the plan's page and its document."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from haidang.apps.plans.rows import PlanPage
from haidang.apps.reports.models import Request
from haidang.domain.access.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Asked:
    """A report request of a plan; `item_uuid` is the duty that lays it on its leads, None where every lead owes it."""

    uuid: UUID
    item_uuid: UUID | None
    title: str
    period: str
    form: str
    addressee: str
    collector_name: str
    due_printed: str
    due_before: bool
    due_last_day: date | None
    opened: bool


def requests_of_plan(viewer: Viewer, plan: PlanPage) -> tuple[Asked, ...]:
    """Requests of a plan that the viewer has open; an agency that was given tasks sees them once they are open too."""
    found = asked(viewer.province_id, plan.uuid)
    return found if plan.owned else tuple(request for request in found if request.opened)


def asked(province_id: int, plan_uuid: UUID) -> tuple[Asked, ...]:
    """The plan's requests in the order of their due days, for flows that have the plan in hand."""
    rows = Request.objects.filter(province_id=province_id, origin_kind="plan", origin_uuid=plan_uuid)
    return tuple(
        Asked(
            uuid=row.uuid,
            item_uuid=row.item_uuid,
            title=row.title,
            period=row.period,
            form=row.form,
            addressee=row.addressee,
            collector_name=row.collector.name,
            due_printed=row.due_printed,
            due_before=row.due_before,
            due_last_day=row.due_last_day,
            opened=row.opened_at is not None,
        )
        for row in rows.select_related("collector").order_by("due_last_day", "pk")
    )
