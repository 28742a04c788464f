"""What a plan prints: its duties with their leads, as the version on its way stands."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch

from haidang.apps.plans.convert import due_of, mark
from haidang.apps.plans.models import Cooperation, Plan, PlanItem, PlanVersion, Task
from haidang.apps.plans.rows import AgencyMark, DueRow

_LIVE = (Task.State.PROPOSED, Task.State.OPEN, Task.State.DONE)


@dataclass(frozen=True, slots=True)
class PrintedLead:
    """A lead of a duty, the written name that meant it, and whether it answers for a joint product."""

    agency: AgencyMark
    written: str
    answering: bool
    task_uuid: UUID
    agency_id: int


@dataclass(frozen=True, slots=True)
class PrintedItem:
    """A duty as the document prints it. `added` and `withdrawn` are true where this very version does that."""

    uuid: UUID
    text: str
    clause: str
    due: DueRow
    is_report: bool
    leads: tuple[PrintedLead, ...]
    cooperating: tuple[str, ...]
    added: bool
    withdrawn: bool


def printed_items(plan: Plan, version: PlanVersion) -> tuple[PrintedItem, ...]:
    """Every duty that the version holds or takes out, in order; those withdrawn earlier are gone."""
    helpers = Prefetch("cooperations", Cooperation.objects.select_related("agency").order_by("agency__order"))
    tasks = (
        Task.objects.filter(state__in=_LIVE)
        .select_related("lead")
        .prefetch_related(helpers)
        .order_by("lead__order", "id")
    )
    items = plan.items.select_related("version", "withdrawn_in").prefetch_related(
        Prefetch("tasks", queryset=tasks, to_attr="live")
    )
    return tuple(
        _printed(item, version) for item in items if item.withdrawn_in is None or item.withdrawn_in_id == version.pk
    )


def _printed(item: PlanItem, version: PlanVersion) -> PrintedItem:
    live: list[Task] = item.live  # type: ignore[attr-defined]
    names = dict.fromkeys(c.agency.name for task in live for c in task.cooperations.all())
    return PrintedItem(
        uuid=item.uuid,
        text=item.text,
        clause=item.clause,
        due=due_of(item),
        is_report=item.is_report,
        leads=tuple(PrintedLead(mark(t.lead), t.written_lead, t.answering, t.uuid, t.lead_id) for t in live),
        cooperating=tuple(names),
        added=version.number > 1 and item.version_id == version.pk,
        withdrawn=item.withdrawn_in_id == version.pk,
    )
