"""What plans put on the desk, in two queries however much there is."""

from datetime import date
from uuid import UUID

from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When, Window
from django.db.models.functions import RowNumber

from haidang.apps.people.models import User
from haidang.apps.people.reach import reached
from haidang.apps.plans import scope
from haidang.apps.plans.convert import task_row
from haidang.apps.plans.models import Approval, Cooperation, PlanVersion, Task
from haidang.apps.plans.queries.tasks import in_state, listed
from haidang.apps.plans.rows import PlansDesk, TaskRow, WaitingPlan
from haidang.domain.access.relation import Tie
from haidang.domain.access.viewer import Act, Viewer, may

LONGEST = 8
_LATE, _SOON, _CHANGED = 1, 2, 3


def desk(viewer: Viewer, today: date) -> PlansDesk:
    """Late, due within seven days, changed since the last visit, and plans that wait for this viewer."""
    rows: dict[int, list[TaskRow]] = {_LATE: [], _SOON: [], _CHANGED: []}
    counts = {_LATE: 0, _SOON: 0, _CHANGED: 0}
    for task in _tasks(viewer, today):
        heap: int = task.heap  # type: ignore[attr-defined]
        rows[heap].append(task_row(task, today))
        counts[heap] = task.heap_size  # type: ignore[attr-defined]
    return PlansDesk(
        late=tuple(rows[_LATE]),
        late_count=counts[_LATE],
        soon=tuple(rows[_SOON]),
        soon_count=counts[_SOON],
        changed=tuple(rows[_CHANGED]),
        changed_count=counts[_CHANGED],
        waiting=_waiting(viewer),
    )


def _tasks(viewer: Viewer, today: date) -> QuerySet[Task]:
    """Each task lies on one heap only, the most pressing; windows count the heaps and cut them in the database."""
    last_visit = Subquery(User.objects.filter(uuid=viewer.user_uuid).values("last_seen_at")[:1])
    heap = Case(
        When(in_state("late", today), then=Value(_LATE)),
        When(in_state("soon", today), then=Value(_SOON)),
        When(changed_at__gt=last_visit, then=Value(_CHANGED)),
        output_field=IntegerField(),
    )
    found = Task.objects.filter(province_id=viewer.province_id, state__in=scope.GIVEN)
    mine = reached(viewer, "lead", tie=Tie.ASSIGNED)
    if not viewer.oversees:
        mine |= Q(pk__in=Cooperation.objects.filter(agency=viewer.agency_id).values("task"))
    heaps = (
        listed(found.filter(mine))
        .annotate(heap=heap)
        .filter(heap__isnull=False)
        .annotate(
            heap_size=Window(Count("pk"), partition_by=[F("heap")]),
            place=Window(
                RowNumber(),
                partition_by=[F("heap")],
                order_by=[F("due_last_day").asc(nulls_last=True), F("changed_at").desc(), F("pk").asc()],
            ),
        )
    )
    return heaps.filter(place__lte=LONGEST).order_by("heap", "place")


def _waiting(viewer: Viewer) -> tuple[WaitingPlan, ...]:
    """Versions whose next step is this viewer's; the steps differ by post, the query is one."""
    earlier = Approval.objects.filter(
        version=OuterRef("pk"), round=OuterRef("round"), state=Approval.State.WAITING
    ).order_by("order")
    versions = PlanVersion.objects.filter(province_id=viewer.province_id).annotate(
        turn_of=Subquery(earlier.values("post__uuid")[:1])
    )
    steps = Q(pk__in=())
    if may(viewer, Act.REVIEW_PLAN):
        steps |= Q(state=PlanVersion.State.SUBMITTED, turn_of=viewer.post_uuid) & _not_own(viewer.user_uuid)
    if may(viewer, Act.SIGN):
        steps |= Q(state=PlanVersion.State.APPROVED, plan__issuer=viewer.agency_id)
    if may(viewer, Act.NUMBER):
        steps |= Q(state=PlanVersion.State.SIGNED, plan__issuer__unit__path=viewer.unit_path)
    if may(viewer, Act.DRAFT_PLAN):
        steps |= Q(state=PlanVersion.State.DRAFT, plan__agency=viewer.agency_id)
    found = versions.filter(steps).select_related("plan").order_by("-plan__created_at")[:LONGEST]
    return tuple(
        WaitingPlan(v.plan.uuid, v.plan.title, v.number, _STEP[v.state], v.signed_at or v.submitted_at or v.made_at)
        for v in found
    )


_STEP: dict[str, str] = {
    PlanVersion.State.SUBMITTED: "approve",
    PlanVersion.State.APPROVED: "sign",
    PlanVersion.State.SIGNED: "number",
    PlanVersion.State.DRAFT: "draft",
}


def _not_own(user_uuid: UUID) -> Q:
    """Nobody approves what they submitted themselves."""
    return ~Q(submitted_by__uuid=user_uuid)
