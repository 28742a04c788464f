"""Lists of tasks: whose, in which state, in which order, a page at a time."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When

from haidang.apps.plans import scope
from haidang.apps.plans.convert import task_row
from haidang.apps.plans.models import Cooperation, PlanVersion, Progress, Task
from haidang.apps.plans.queries.paging import Listed, listed_page
from haidang.apps.plans.rows import TaskRow
from haidang.domain.access.viewer import Viewer
from haidang.domain.deadlines.state import SOON_DAYS
from haidang.domain.terms.text import fold

WHOSE = ("mine", "cooperating", "all")
STATES = ("open", "late", "soon", "done", "ended", "any")
ORDERS = ("due", "changed", "lead")


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """What a list of tasks shows: `whose` mine | cooperating | all in view, `state` open | late | soon | done | ended
    (reassigned or withdrawn) | any, `order` due | changed | lead, `words` in text, lead or plan."""

    whose: str = "mine"
    state: str = "open"
    order: str = "due"
    words: str = ""


def task_list(viewer: Viewer, chosen: TaskFilter, *, today: date, page: int = 1) -> Listed[TaskRow]:
    """One page of the given tasks in view; late ones first when ordered by due day."""
    found = scope.tasks(viewer).filter(state__in=scope.GIVEN)
    if chosen.whose == "mine":
        found = found.filter(lead=viewer.agency_id)
    elif chosen.whose == "cooperating":
        own = Cooperation.objects.filter(task=OuterRef("pk"), agency=viewer.agency_id)
        found = found.filter(Exists(own))
    found = found.filter(in_state(chosen.state, today))
    for word in fold(chosen.words).split():
        found = found.filter(folded__contains=word)
    ordered = _ordered(listed(found), chosen.order)
    return listed_page(ordered, page, lambda tasks: [task_row(task, today) for task in tasks])


def in_state(state: str, today: date) -> Q:
    """Tasks in one of STATES as of `today`."""
    late = Q(state=Task.State.OPEN, due_last_day__lt=today, lead__courtesy=False)
    soon = Q(
        state=Task.State.OPEN,
        due_last_day__gte=today,
        due_last_day__lte=today + timedelta(days=SOON_DAYS),
    )
    conditions = {
        "open": Q(state=Task.State.OPEN),
        "late": late,
        "soon": soon,
        "done": Q(state=Task.State.DONE),
        "ended": Q(state__in=(Task.State.REASSIGNED, Task.State.WITHDRAWN)),
    }
    return conditions.get(state, Q())


def listed(found: QuerySet[Task]) -> QuerySet[Task]:
    """With everything that a TaskRow needs, in the same query."""
    newest = Progress.objects.filter(task=OuterRef("pk"), voided_at=None).order_by("-entered_at", "-id")
    helpers = Cooperation.objects.filter(task=OuterRef("pk")).order_by().values("task").annotate(n=Count("pk"))
    return found.select_related("plan", "item", "lead").annotate(
        symbol=issued_symbol("plan"),
        for_another=Subquery(newest.values("entered_for")[:1]),
        helpers=Subquery(helpers.values("n")[:1], output_field=IntegerField()),
    )


def issued_symbol(plan: str) -> Subquery:
    """Number and symbol of the newest issued version of the plan that `plan` looks up."""
    issued = PlanVersion.objects.filter(plan=OuterRef(plan), state=PlanVersion.State.ISSUED).order_by("-number")
    return Subquery(issued.values("symbol")[:1])


def _ordered(found: QuerySet[Task], order: str) -> QuerySet[Task]:
    if order == "changed":
        return found.order_by("-changed_at", "-id")
    if order == "lead":
        return found.order_by("lead__order", "lead__name", F("due_last_day").asc(nulls_last=True), "id")
    life = Case(
        When(state=Task.State.OPEN, then=Value(0)),
        When(state=Task.State.DONE, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return found.order_by(life, F("due_last_day").asc(nulls_last=True), "item__position", "lead__order", "id")
