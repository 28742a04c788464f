"""The list of plans in view."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Q, Subquery

from haidang.apps.plans import scope
from haidang.apps.plans.models import Plan, PlanVersion, Task
from haidang.apps.plans.queries.paging import Listed, listed_page
from haidang.apps.plans.queries.tasks import in_state, issued_symbol
from haidang.apps.plans.rows import PlanRow
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.text import fold

STATES = ("any", "preparing", "issued")


@dataclass(frozen=True, slots=True)
class PlanFilter:
    """What the list shows: `state` any | preparing (newest version not yet issued) | issued, and words in the title."""

    state: str = "any"
    words: str = ""


def plan_list(viewer: Viewer, chosen: PlanFilter, *, today: date, page: int = 1) -> Listed[PlanRow]:
    """One page of plans, newest first, with the counts of those of their tasks that the viewer may see."""
    newest = PlanVersion.objects.filter(plan=OuterRef("pk")).order_by("-number")
    issued = newest.filter(state=PlanVersion.State.ISSUED)
    found = scope.plans(viewer).annotate(
        state=Subquery(newest.values("state")[:1]),
        version=Subquery(newest.values("number")[:1]),
        issued_version=Subquery(issued.values("number")[:1]),
        symbol=issued_symbol("pk"),
        issued_on=Subquery(issued.values("issued_on")[:1]),
    )
    if chosen.state == "issued":
        found = found.filter(issued_version__isnull=False)
    elif chosen.state == "preparing":
        found = found.exclude(state=PlanVersion.State.ISSUED)
    for word in fold(chosen.words).split():
        found = found.filter(folded__contains=word)
    ordered = found.select_related("agency__unit", "issuer__unit").order_by("-id")
    return listed_page(ordered, page, lambda plans: _rows(viewer, plans, today))


def _counts(viewer: Viewer, plans: list[int], today: date) -> dict[int, dict[str, Any]]:
    tasks = scope.tasks(viewer).filter(plan__in=plans, state__in=(Task.State.OPEN, Task.State.DONE))
    grouped = (
        tasks.order_by()
        .values("plan")
        .annotate(
            tasks=Count("pk"),
            done=Count("pk", filter=Q(state=Task.State.DONE)),
            late=Count("pk", filter=in_state("late", today)),
        )
    )
    return {row["plan"]: {**row} for row in grouped}


def _rows(viewer: Viewer, plans: Sequence[Plan], today: date) -> list[PlanRow]:
    counts = _counts(viewer, [plan.pk for plan in plans], today)
    return [_row(viewer, plan, counts.get(plan.pk, {})) for plan in plans]


def _row(viewer: Viewer, plan: Plan, counts: dict[str, Any]) -> PlanRow:
    state, version = plan.state, plan.version  # type: ignore[attr-defined]
    if not scope.owns(viewer, plan):
        # An amendment in the making is not the business of those it will be sent to.
        state, version = PlanVersion.State.ISSUED, plan.issued_version  # type: ignore[attr-defined]
    return PlanRow(
        uuid=plan.uuid,
        title=plan.title,
        symbol=plan.symbol or "",  # type: ignore[attr-defined]
        issued_on=plan.issued_on,  # type: ignore[attr-defined]
        state=state,
        version=version,
        agency_name=plan.agency.name,
        issuer_name=plan.issuer.name,
        tasks=counts.get("tasks", 0),
        done=counts.get("done", 0),
        late=counts.get("late", 0),
    )
