"""Writing a plan while it is a draft: its facts, its duties, and the agencies they are given to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from haidang.apps.directives.models import Directive, Duty
from haidang.apps.people.models import Agency, User
from haidang.apps.plans.models import Cooperation, Plan, PlanItem, PlanVersion, Task
from haidang.domain.deadlines.due import NO_CLOCK, Clock, clock
from haidang.domain.terms.refusal import Refusal
from haidang.domain.terms.text import fold

# Items stand this far apart, so that a duty can be put between two others.
STEP = 10.0
_ENDED = (Task.State.REASSIGNED, Task.State.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Due:
    """When an item is due, as the document prints it: kind, ISO or `MM-DD`, "trước", rhythm code."""

    kind: str = "throughout"
    printed: str = ""
    before: bool = False
    rhythm: str = ""


@dataclass(frozen=True, slots=True)
class NewTask:
    """A task to propose: its item, its lead with the written name that meant it, cooperating agencies (ids)."""

    item: PlanItem
    lead: Agency
    written: str
    cooperating: Sequence[int]


def create_plan(
    *,
    agency_id: int,
    issuer: Agency,
    directive: Directive | None,
    title: str,
    year: int | None,
    starts: date | None,
    ends: date | None,
    author: User,
    at: datetime,
) -> PlanVersion:
    """A new plan with its first version in draft."""
    plan = Plan.objects.create(
        province_id=issuer.province_id,
        agency_id=agency_id,
        issuer=issuer,
        directive=directive,
        title=title,
        year=year,
        starts=starts,
        ends=ends,
        folded=fold(title),
        created_by=author,
        created_at=at,
    )
    return add_version(plan, reason="", at=at)


def add_version(plan: Plan, *, reason: str, at: datetime) -> PlanVersion:
    """The next version of a plan, in draft."""
    number = plan.versions.count() + 1
    return PlanVersion.objects.create(plan=plan, province_id=plan.province_id, number=number, reason=reason, made_at=at)


def edit_plan(
    plan: Plan,
    *,
    title: str,
    year: int | None,
    starts: date | None,
    ends: date | None,
    aims: str,
    funds: str,
    issuer: Agency,
) -> None:
    """Change the plan's own facts; days printed without a year follow the plan's year."""
    if starts and ends and ends < starts:
        raise Refusal("plan.ends_before_start", "ends")
    plan.title, plan.year, plan.starts, plan.ends = title, year, starts, ends
    plan.aims, plan.funds, plan.issuer, plan.folded = aims, funds, issuer, fold(title)
    plan.save()
    for item in plan.items.prefetch_related("tasks"):
        hand_due_down(item, plan.year)


def add_item(
    version: PlanVersion,
    *,
    text: str,
    due: Due,
    duty: Duty | None = None,
    clause: str = "",
    written_leads: Sequence[str] = (),
    written_supports: Sequence[str] = (),
    is_report: bool = False,
) -> PlanItem:
    """A duty at the end of the plan."""
    last = version.plan.items.order_by("-position").values_list("position", flat=True).first()
    return PlanItem.objects.create(
        plan=version.plan,
        province_id=version.province_id,
        version=version,
        duty=duty,
        position=(last or 0.0) + STEP,
        text=text,
        clause=clause,
        written_leads=list(written_leads),
        written_supports=list(written_supports),
        due_kind=due.kind,
        due_printed=due.printed,
        due_before=due.before,
        rhythm=due.rhythm,
        is_report=is_report,
    )


def set_due(item: PlanItem, due: Due) -> None:
    """Set when an item and its proposed tasks are due; raises the refusals of dates."""
    clock(due.printed, before=due.before)
    item.due_kind, item.due_printed, item.due_before, item.rhythm = due.kind, due.printed, due.before, due.rhythm
    item.save(update_fields=["due_kind", "due_printed", "due_before", "rhythm"])
    hand_due_down(item, item.plan.year)


def hand_due_down(item: PlanItem, year: int | None, *, given: bool = False, at: datetime | None = None) -> None:
    """Let the item's proposed tasks be due when the item is; with `given`, at an issue, the running ones instead."""
    due = _clock_of(item, year)
    printed = {
        "due_kind": item.due_kind,
        "due_printed": due.printed or item.due_printed,
        "due_before": item.due_before,
        "rhythm": item.rhythm,
    }
    states = (Task.State.OPEN, Task.State.DONE) if given else (Task.State.PROPOSED,)
    changed = {"changed_at": at} if at else {}
    item.tasks.filter(state__in=states).exclude(**printed).update(**printed, due_last_day=due.last_day, **changed)


def add_tasks(new: Sequence[NewTask], *, at: datetime) -> None:
    """Proposed tasks with their items' due days and their cooperating agencies, however many in two writes."""
    tasks = [_proposed(row, at) for row in new]
    Task.objects.bulk_create(tasks)
    Cooperation.objects.bulk_create(
        [
            Cooperation(task=task, province_id=task.province_id, agency_id=agency)
            for task, row in zip(tasks, new, strict=True)
            for agency in dict.fromkeys(row.cooperating)
            if agency != task.lead_id
        ]
    )


def cooperate(task: Task, agencies: Sequence[int]) -> None:
    """Let exactly these agencies (ids) cooperate; the lead itself is left out."""
    wanted = {agency for agency in agencies if agency != task.lead_id}
    Cooperation.objects.filter(task=task).exclude(agency__in=wanted).delete()
    have = set(Cooperation.objects.filter(task=task).values_list("agency", flat=True))
    Cooperation.objects.bulk_create(
        [Cooperation(task=task, province_id=task.province_id, agency_id=agency) for agency in sorted(wanted - have)]
    )


def give(
    item: PlanItem, *, leads: Sequence[Agency], cooperating: Sequence[int], written: dict[int, str], at: datetime
) -> None:
    """Let exactly these agencies lead the item's proposed tasks. `written` keeps the names that meant them.

    A lead that already works on the item stays: refuses `plan.lead_working` when it is left out.
    """
    wanted = {agency.pk: agency for agency in leads}
    tasks = list(item.tasks.exclude(state__in=_ENDED))
    if any(task.state != Task.State.PROPOSED and task.lead_id not in wanted for task in tasks):
        raise Refusal("plan.lead_working", "leads")
    helpers = [agency for agency in cooperating if agency not in wanted]
    for task in tasks:
        if task.state != Task.State.PROPOSED:
            continue
        if task.lead_id in wanted:
            cooperate(task, helpers)
        else:
            _remove(task)
    have = {task.lead_id for task in tasks}
    add_tasks(
        [NewTask(item, agency, written.get(pk, ""), helpers) for pk, agency in wanted.items() if pk not in have], at=at
    )
    if wanted and item.unowned_reason:
        item.unowned_reason = ""
        item.save(update_fields=["unowned_reason"])


def declare_unowned(item: PlanItem, reason: str) -> None:
    """Say in words why nobody is given the item. Refuses `plan.item_given` while an agency has it."""
    if item.tasks.exclude(state__in=_ENDED).exists():
        raise Refusal("plan.item_given", "reason")
    item.unowned_reason = reason
    item.save(update_fields=["unowned_reason"])


def choose_answering(item: PlanItem, lead: int | None) -> None:
    """One lead (its id) answers for a joint product, or none is chosen."""
    item.tasks.update(answering=False)
    if lead is not None:
        item.tasks.exclude(state__in=_ENDED).filter(lead=lead).update(answering=True)


def withdraw(item: PlanItem, version: PlanVersion) -> bool:
    """Take a duty out of the plan from this version on; one typed into this very version is removed (True if it was).

    Refuses `plan.declare_instead` for a directive's duty that was never issued: it must be given or declared.
    """
    if item.version_id != version.pk:
        item.withdrawn_in = version
        item.save(update_fields=["withdrawn_in"])
        return False
    if item.duty_id is not None:
        raise Refusal("plan.declare_instead")
    for task in item.tasks.all():
        _remove(task)
    item.delete()
    return True


def restore(item: PlanItem) -> None:
    """Undo a withdrawal that was not issued yet."""
    item.withdrawn_in = None
    item.save(update_fields=["withdrawn_in"])


def folded(item: PlanItem, lead: Agency) -> str:
    """What a task is searched by: its words, its lead, its plan."""
    return fold(f"{item.text} {lead.name} {item.plan.title}")


def _proposed(row: NewTask, at: datetime) -> Task:
    item, due = row.item, _clock_of(row.item, row.item.plan.year)
    return Task(
        province_id=item.province_id,
        plan=item.plan,
        item=item,
        lead=row.lead,
        written_lead=row.written,
        due_kind=item.due_kind,
        due_printed=due.printed or item.due_printed,
        due_before=item.due_before,
        due_last_day=due.last_day,
        rhythm=item.rhythm,
        changed_at=at,
        folded=folded(item, row.lead),
    )


def _remove(task: Task) -> None:
    """A task that was only proposed leaves no trace: nobody was given it."""
    task.cooperations.all().delete()
    task.delete()


def _clock_of(item: PlanItem, year: int | None) -> Clock:
    return clock(item.due_printed, before=item.due_before, year=year) if item.due_kind == "date" else NO_CLOCK
