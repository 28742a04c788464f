"""From a figure back to its task and duty, and from tasks to the numbers recorded on them."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Q

from haidang.apps.plans import scope
from haidang.apps.plans.models import Result, Task
from haidang.apps.plans.queries.tasks import issued_symbol
from haidang.apps.plans.rows import ResultRow, TaskTrail
from haidang.domain.access.viewer import Viewer


def task_trail(viewer: Viewer, task_uuids: Collection[UUID]) -> dict[UUID, TaskTrail]:
    """For each task in view its words, lead, plan and the duty it carries out; one query."""
    found = scope.tasks(viewer).filter(uuid__in=list(task_uuids))
    found = found.select_related("item__duty", "plan", "lead").annotate(symbol=issued_symbol("plan"))
    return {
        task.uuid: TaskTrail(
            task_uuid=task.uuid,
            text=task.item.text,
            lead_name=task.lead.name,
            item_uuid=task.item.uuid,
            duty_uuid=task.item.duty.uuid if task.item.duty else None,
            clause=task.item.clause,
            plan_uuid=task.plan.uuid,
            plan_title=task.plan.title,
            plan_symbol=getattr(task, "symbol", None) or "",
        )
        for task in found
    }


def results(
    *,
    province_id: int,
    agency_ids: Collection[int],
    indicators: Collection[str],
    plan_uuid: UUID,
    starts: date | None = None,
    cutoff: date | None = None,
) -> tuple[ResultRow, ...]:
    """Numbers recorded by the agencies on tasks of this plan that they lead, for a flow that collects a report.

    `starts` and `cutoff` are the first and the last day that count, None = unbounded. A number counts for the lead
    alone (counting once); voided entries add nothing. After a reassignment each agency keeps what it did itself.
    """
    days = Q()
    if starts:
        days &= Q(progress__happened_on__gte=starts)
    if cutoff:
        days &= Q(progress__happened_on__lte=cutoff)
    found = Result.objects.filter(
        days,
        province_id=province_id,
        progress__voided_at=None,
        progress__agency__in=list(agency_ids),
        progress__task__plan__uuid=plan_uuid,
        progress__task__state__in=(Task.State.OPEN, Task.State.DONE, Task.State.REASSIGNED, Task.State.WITHDRAWN),
        indicator__in=list(indicators),
    )
    return tuple(
        ResultRow(
            agency_id=row.progress.agency_id,
            indicator=row.indicator,
            value=row.value,
            task_uuid=row.progress.task.uuid,
            progress_uuid=row.progress.uuid,
            result_uuid=row.uuid,
            happened_on=row.progress.happened_on,
        )
        for row in found.select_related("progress__task").order_by("progress__happened_on", "id")
    )
