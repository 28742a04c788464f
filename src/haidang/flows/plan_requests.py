"""The reports a plan asks for, read for the plan's page and its document."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from haidang.apps.plans.rows import PlanPage
from haidang.apps.reports.models import Request
from haidang.apps.reports.queries import scope as reports
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.dates import from_iso
from haidang.domain.terms.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Asked:
    """A report request of a plan; `item_uuid` is the duty that lays it on its leads, None where every lead owes it.

    `reachable` is true when the viewer may open the request's own page.
    """

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
    reachable: bool = False

    @property
    def day_words(self) -> str:
        """The day as printed, 16/3/2026; empty where no full day is known."""
        return from_iso(self.due_printed).printed() if len(self.due_printed) == len("2026-03-16") else ""


def requests_of_plan(viewer: Viewer, plan: PlanPage) -> tuple[Asked, ...]:
    """Requests of a plan that the viewer has open; an agency that was given tasks sees them once they are open too."""
    open_to = set(reports.requests(viewer).filter(origin_uuid=plan.uuid).values_list("uuid", flat=True))
    found = tuple(replace(row, reachable=row.uuid in open_to) for row in asked(viewer.province_id, plan.uuid))
    return found if plan.owned else tuple(row for row in found if row.opened)


def proposed_request(viewer: Viewer, request_uuid: UUID) -> tuple[UUID, Asked]:
    """A request that is not open yet, with its plan's uuid; whether the viewer edits the plan is asked of plans."""
    row = Request.objects.filter(province_id=viewer.province_id, uuid=request_uuid, opened_at=None).first()
    if row is None:
        raise Refusal("not_found")
    return row.origin_uuid, next(one for one in asked(viewer.province_id, row.origin_uuid) if one.uuid == row.uuid)


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
