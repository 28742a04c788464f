"""Many tasks at once, to show that pages cost the same for ten and for thousands."""

from uuid import UUID

from haidang.apps.plans.models import Cooperation, Plan, PlanItem, Task
from haidang.domain.terms.text import fold
from tests.factories.cast import NOW


def many_tasks(plan_uuid: UUID, count: int, **fields: object) -> None:
    """Add `count` open tasks of the plan's own agency to a plan, each with a duty and a cooperating agency."""
    plan = Plan.objects.get(uuid=plan_uuid)
    version = plan.versions.get(number=1)
    shared = {"plan": plan, "province_id": plan.province_id}
    items = PlanItem.objects.bulk_create(
        PlanItem(version=version, position=1000.0 + n, text=f"Nội dung thứ {n}", **shared) for n in range(count)
    )
    tasks = Task.objects.bulk_create(
        Task(
            item=item,
            lead=plan.agency,
            state="open",
            opened_at=NOW,
            changed_at=NOW,
            folded=fold(item.text),
            **shared,
            **fields,
        )
        for item in items
    )
    Cooperation.objects.bulk_create(
        Cooperation(task=task, province_id=plan.province_id, agency=plan.issuer) for task in tasks
    )
