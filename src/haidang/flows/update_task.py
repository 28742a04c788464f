"""Say what was done on a task: day, percentage, note, evidence, numbers; by its lead, or entered for it from paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from haidang.apps.plans import rights
from haidang.apps.plans.models import Task
from haidang.apps.plans.services import find, working
from haidang.domain.access.viewer import Viewer
from haidang.domain.indicators import amounts, catalogue
from haidang.domain.terms.refusal import Refusal
from haidang.domain.terms.text import nfc
from haidang.flows.acting import Done, perform
from haidang.flows.attaching import Attachment, keep


@dataclass(frozen=True, slots=True)
class CitedPaper:
    """The paper of an agency that does not use the system: number and symbol, date, its scan when there is one."""

    number: str
    date: date
    scan: Attachment | None = None


def update_task(
    *,
    actor: Viewer,
    at: datetime,
    today: date,
    task_uuid: UUID,
    happened_on: date,
    percent: int,
    note: str,
    evidence: Sequence[Attachment] = (),
    results: Sequence[tuple[str, Decimal]] = (),
    paper: CitedPaper | None = None,
    key: str | None = None,
) -> UUID:
    """Add an entry to the task; the task's uuid. 100 per cent finishes it, less than that reopens a finished one.

    Only the lead makes its own entries; the standing agency enters for another (nhập thay) citing a `paper`. Refuses
    `task.closed`, `progress.future`, `progress.percent`, `progress.note_missing`, `progress.paper_missing`, what is
    wrong with a number, and `progress.said_already`: the same entry once more would count its numbers twice.
    """

    def work() -> Done:
        task = find.task(actor, task_uuid)
        for_another = not rights.works(actor, task)
        if for_another and not rights.enters_for(actor, task):
            raise Refusal("not_allowed")
        if task.state not in (Task.State.OPEN, Task.State.DONE):
            raise Refusal("task.closed")
        words = _checked(today, happened_on, percent, note)
        numbers = checked_results(results)
        reopened = task.state == Task.State.DONE and percent < 100
        said = working.Said(
            happened_on, percent, words, [keep(actor, file, at=at, field="evidence") for file in evidence], numbers
        )
        author = find.user(actor)
        if working.said_already(task, said, author):
            raise Refusal("progress.said_already", "note")
        cited = _cited(actor, paper, today, at) if for_another else None
        entry = working.record(task, said, paper=cited, author=author, at=at)
        detail = {"progress": entry.uuid, "files": len(evidence), "numbers": len(numbers), "percent": percent}
        return Done("task", task.uuid, {**detail, "reopened": reopened, "for_another": for_another})

    return perform(actor=actor, act="task.update", at=at, work=work, key=key)


def checked_results(results: Sequence[tuple[str, Decimal]]) -> list[tuple[str, Decimal]]:
    """Numbers that their indicators can have. Raises `progress.indicator_twice` and the refusals of indicators."""
    if len({code for code, _ in results}) != len(results):
        raise Refusal("progress.indicator_twice", "results")
    return [(code, amounts.checked(catalogue.indicator(code), value)) for code, value in results]


def _checked(today: date, happened_on: date, percent: int, note: str) -> str:
    if happened_on > today:
        raise Refusal("progress.future", "happened_on")
    if not 0 <= percent <= 100:
        raise Refusal("progress.percent", "percent")
    words = nfc(note.strip())
    if not words:
        raise Refusal("progress.note_missing", "note")
    return words


def _cited(actor: Viewer, paper: CitedPaper | None, today: date, at: datetime) -> working.Paper:
    """The paper behind an entry made for another: without one nobody could check it."""
    number = " ".join(paper.number.split()) if paper else ""
    if paper is None or not number:
        raise Refusal("progress.paper_missing", "paper_number")
    if paper.date > today:
        raise Refusal("progress.paper_future", "paper_date")
    scan = keep(actor, paper.scan, at=at, field="paper_scan") if paper.scan else None
    return working.Paper(nfc(number), paper.date, scan)
