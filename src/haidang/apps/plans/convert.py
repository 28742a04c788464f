"""Rows of the database to the frozen rows that leave this app."""

from datetime import date

from haidang.apps.people.models import Agency
from haidang.apps.plans.models import PlanItem, Task
from haidang.apps.plans.rows import AgencyMark, DueRow, ItemTask, TaskRow
from haidang.domain.deadlines.state import TaskState, state_of


def due_of(thing: Task | PlanItem) -> DueRow:
    """The due fields that tasks and items share; an item has no clock of its own."""
    last_day = thing.due_last_day if isinstance(thing, Task) else None
    return DueRow(thing.due_kind, thing.due_printed, thing.due_before, thing.rhythm, last_day)


def clock_of(task: Task, today: date) -> TaskState:
    """The state as of `today`; bodies that are asked, not told, are never called late, nor are tasks that ended."""
    running = task.state in (Task.State.OPEN, Task.State.DONE) and not task.lead.courtesy
    return state_of(task.due_last_day if running else None, task.done_on, today)


def mark(agency: Agency) -> AgencyMark:
    """An agency as a name beside a task."""
    return AgencyMark(agency.uuid, agency.name, agency.courtesy)


def task_row(task: Task, today: date) -> TaskRow:
    """A task selected with `LISTED` and annotated with `symbol`, `helpers` and `for_another`."""
    return TaskRow(
        uuid=task.uuid,
        text=task.item.text,
        clause=task.item.clause,
        lead_uuid=task.lead.uuid,
        lead_name=task.lead.name,
        courtesy=task.lead.courtesy,
        plan_uuid=task.plan.uuid,
        plan_title=task.plan.title,
        plan_symbol=getattr(task, "symbol", None) or "",
        due=due_of(task),
        state=task.state,
        clock=clock_of(task, today),
        percent=task.percent,
        done_on=task.done_on,
        entered_for=bool(getattr(task, "for_another", False)),
        cooperating=getattr(task, "helpers", 0),
    )


def item_task(task: Task, today: date) -> ItemTask:
    """A task under its item, with cooperations fetched."""
    return ItemTask(
        uuid=task.uuid,
        lead=mark(task.lead),
        written=task.written_lead,
        state=task.state,
        clock=clock_of(task, today),
        percent=task.percent,
        done_on=task.done_on,
        answering=task.answering,
        cooperating=tuple(mark(c.agency) for c in task.cooperations.all()),
        due=due_of(task),
        replaces=task.replaces_id is not None,
    )
