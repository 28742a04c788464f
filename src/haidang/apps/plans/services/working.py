"""Writing the work on tasks: progress with evidence and numbers, entries voided, tasks given to another lead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from haidang.apps.files.models import StoredFile
from haidang.apps.people.models import Agency, User
from haidang.apps.plans.models import Evidence, Progress, Result, Task
from haidang.apps.plans.services.drafting import cooperate, folded
from haidang.domain.deadlines.progress import standing


@dataclass(frozen=True, slots=True)
class Paper:
    """The document that an entry made for another cites: its number and symbol, its date, its scan if there is one."""

    number: str
    date: date
    scan: StoredFile | None


@dataclass(frozen=True, slots=True)
class Said:
    """What an entry says: day, per cent, words, files that show it, numbers by indicator."""

    happened_on: date
    percent: int
    note: str
    evidence: Sequence[StoredFile]
    results: Sequence[tuple[str, Decimal]]


def said_already(task: Task, said: Said, author: User) -> bool:
    """Whether the newest entry that counts is the same one: a form that came back through the browser's history."""
    newest = task.progress.filter(voided_at=None).order_by("-entered_at", "-id").first()
    if newest is None or newest.entered_by_id != author.pk:
        return False
    if (newest.happened_on, newest.percent, newest.note) != (said.happened_on, said.percent, said.note):
        return False
    shown = set(newest.evidence.values_list("file__digest", flat=True))
    numbers = dict(newest.results.values_list("indicator", "value"))
    return numbers == dict(said.results) and shown.issuperset(file.digest for file in said.evidence)


def record(task: Task, said: Said, *, paper: Paper | None, author: User, at: datetime) -> Progress:
    """Add an entry; with a paper it was made for the lead (nhập thay). The task's standing follows from its entries."""
    entry = Progress.objects.create(
        province_id=task.province_id,
        task=task,
        agency_id=task.lead_id,
        happened_on=said.happened_on,
        percent=said.percent,
        note=said.note,
        entered_for=paper is not None,
        source_document=paper.number if paper else "",
        source_date=paper.date if paper else None,
        entered_by=author,
        entered_at=at,
    )
    files = [(file, False) for file in said.evidence] + ([(paper.scan, True)] if paper and paper.scan else [])
    Evidence.objects.bulk_create(
        [
            Evidence(progress=entry, province_id=task.province_id, file=file, is_source=is_source)
            for file, is_source in files
        ]
    )
    Result.objects.bulk_create(
        [
            Result(progress=entry, province_id=task.province_id, indicator=indicator, value=value)
            for indicator, value in said.results
        ]
    )
    _restand(task, at)
    return entry


def void(entry: Progress, *, reason: str, person: User, at: datetime) -> None:
    """A mistaken entry counts no more; it stays to be read, with the reason."""
    entry.voided_at, entry.voided_by, entry.void_reason = at, person, reason
    entry.save(update_fields=["voided_at", "voided_by", "void_reason"])
    _restand(entry.task, at)


def reassign(task: Task, *, lead: Agency, reason: str, at: datetime) -> Task:
    """Close the task for its lead and open it for another; the old one stays, the new one points back to it."""
    helpers = list(task.cooperations.values_list("agency", flat=True))
    task.state, task.reason, task.changed_at = Task.State.REASSIGNED, reason, at
    task.save(update_fields=["state", "reason", "changed_at"])
    new = Task.objects.create(
        province_id=task.province_id,
        plan=task.plan,
        item=task.item,
        lead=lead,
        answering=task.answering,
        due_kind=task.due_kind,
        due_printed=task.due_printed,
        due_before=task.due_before,
        due_last_day=task.due_last_day,
        rhythm=task.rhythm,
        state=Task.State.OPEN,
        opened_at=at,
        changed_at=at,
        replaces=task,
        folded=folded(task.item, lead),
    )
    cooperate(new, helpers)
    return new


def _restand(task: Task, at: datetime) -> None:
    """Percentage and end of a task from its entries that count."""
    entries = task.progress.filter(voided_at=None).order_by("entered_at", "id").values_list("percent", "happened_on")
    now = standing(entries)
    task.percent, task.done_on, task.changed_at = now.percent, now.done_on, at
    task.state = Task.State.DONE if now.done_on else Task.State.OPEN
    task.save(update_fields=["percent", "done_on", "state", "changed_at"])
