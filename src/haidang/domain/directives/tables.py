"""Tables of assignments ("Phụ lục phân công nhiệm vụ"): a row lays a task on the bodies its columns name.

A row is one line `| cell | cell |`, as `domain.terms.laid` gives it; a table is recognised by its head row, which must
have a column for what is to be done and one for who does it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from haidang.domain.directives.dues import days, limiting, rhythm
from haidang.domain.directives.extras import DATA
from haidang.domain.directives.names import read_names
from haidang.domain.directives.page import Page
from haidang.domain.directives.reading import Doubt, Due, DueKind, Duty
from haidang.domain.directives.sentences import read_assigned
from haidang.domain.directives.wordlists import any_of
from haidang.domain.terms.text import fold

_ROW = re.compile(r"^[ \t]*\|.*\|[ \t]*$")
_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[\s:|-]+")
_COLUMN_NUMBERS = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z])\)?")
# A row of work is counted in figures; letters and Roman numbers stand before headings inside the table.
_COUNTED = re.compile(r"\d{1,3}(?:\.\d{1,2})*\.?")
_NUMBERING = re.compile(r"\s*(?:\d+(?:\.\d+)*[.)]|[-–+*]|[a-zđ]\))\s+")
_PARTS = re.compile(r"\s*;\s*")
_KINDS = {kind: re.compile(rf"\b{any_of(words)}") for kind, words in DATA["columns"].items()}
_HEAD_ROWS = 3
_FEWEST_WORDS = 2
_ANCHOR_WORDS = 8

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """What a row of a table of assignments holds; empty cells have no length."""

    task: Cell
    lead: Cell
    support: Cell
    due: Cell
    label: str


@dataclass(frozen=True, slots=True)
class Tables:
    """The rows of all tables of assignments, and the text with those tables blanked out, place for place."""

    rows: tuple[tuple[Row, ...], ...]
    rest: str


def find_tables(text: str) -> Tables:
    """Every table of assignments of a text."""
    if "|" not in text:
        return Tables((), text)
    found, pieces, at = [], [], 0
    for start, end, lines in _blocks(text):
        rows = _assignments(text, lines)
        if rows is None:
            continue
        found.append(tuple(rows))
        pieces += [text[at:start], re.sub(r"[^\n]", " ", text[start:end])]
        at = end
    return Tables(tuple(found), "".join([*pieces, text[at:]]))


def table_duties(page: Page, tables: Tables) -> tuple[list[Duty], int]:
    """The duties of all rows in order, and how many rows lay something on nobody named."""
    duties, nobody = [], 0
    for rows in tables.rows:
        above: tuple[str, ...] = ()
        for row in rows:
            leads, doubts = _names(page.text, row.lead)
            helpers: tuple[str, ...] = ()
            if leads:
                _, helpers = read_assigned(page.text, *row.lead)
                above = leads
            elif above and row.lead[0] == row.lead[1]:
                leads, doubts = above, [Doubt("lead.inherited")]
            if not leads:
                nobody += 1
                continue
            supports, unclear = _names(page.text, row.support)
            duties.append(_duty(page, row, leads, supports or helpers, [*doubts, *unclear]))
    return duties, nobody


def _blocks(text: str) -> Iterator[tuple[int, int, list[Cell]]]:
    """Runs of lines that are rows: where a run begins and ends, and the lines in it."""
    lines: list[Cell] = []
    start = 0
    for raw in [*text.split("\n"), ""]:
        end = start + len(raw)
        if _ROW.match(raw):
            lines.append((start, end))
        elif lines:
            yield lines[0][0], lines[-1][1], lines
            lines = []
        start = end + 1


def _cells(text: str, line: Cell) -> list[Cell]:
    bars = [found.start() for found in _BAR.finditer(text, *line)]
    return [_trimmed(text, first + 1, last) for first, last in pairwise(bars)]


def _trimmed(text: str, start: int, end: int) -> Cell:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _assignments(text: str, lines: list[Cell]) -> list[Row] | None:
    """The rows under a head that names the columns; None for a table of another kind."""
    for order, line in enumerate(lines[:_HEAD_ROWS]):
        columns = _columns([fold(text[first:last]) for first, last in _cells(text, line)])
        if "task" in columns and "lead" in columns:
            return [row for under in lines[order + 1 :] if (row := _row(text, _cells(text, under), columns))]
    return None


def _columns(heads: list[str]) -> dict[str, int]:
    """Which column holds what."""
    columns: dict[str, int] = {}
    for at, head in enumerate(heads):
        kind = next((kind for kind, words in _KINDS.items() if words.search(head)), None)
        if kind == "support" and _KINDS["lead"].search(head.partition("phoi hop")[0]) and "chu tri" in head:
            kind = "lead"
        # "Nội dung thực hiện" says what, "Cơ quan thực hiện" says who.
        if kind == "lead" and _KINDS["task"].match(head):
            kind = "task"
        if kind and kind not in columns:
            columns[kind] = at
    return columns


def _row(text: str, cells: list[Cell], columns: dict[str, int]) -> Row | None:
    """A row as an assignment; None for rules, numbers of columns and headings inside the table."""
    said = [text[first:last] for first, last in cells if last > first]
    if not said or all(_RULE.fullmatch(one) or _COLUMN_NUMBERS.fullmatch(one) for one in said):
        return None
    order = columns.get("order")
    beside = [cell for at, cell in enumerate(cells) if cell[1] > cell[0] and at != order]
    counted = order is not None and order < len(cells) and _COUNTED.fullmatch(text, *cells[order])
    if len(beside) < 2 and not (beside and counted):
        return None

    def cell(kind: str) -> Cell:
        at = columns.get(kind, len(cells))
        return cells[at] if at < len(cells) else (0, 0)

    task = cell("task")
    if numbered := _NUMBERING.match(text, *task):
        task = (numbered.end(), task[1])
    if len(text[task[0] : task[1]].split()) < _FEWEST_WORDS:
        return None
    label = text[slice(*cell("order"))].strip(" .") if order is not None else ""
    return Row(task, cell("lead"), cell("support"), cell("due"), label)


def _names(text: str, cell: Cell) -> tuple[tuple[str, ...], list[Doubt]]:
    """The bodies a cell names; what is no name we know stands as it is written, with a doubt."""
    start, end = cell
    if end <= start:
        return (), []
    if numbered := _NUMBERING.match(text, start, end):
        start = numbered.end()
    names = read_names(text, start, end)
    if names.names and (names.stop in ("end", "period", "verb") or names.end >= end):
        return names.names, []
    found = tuple(part.strip(" .") for part in _PARTS.split(text[start:end]) if part.strip(" ."))
    return found, [Doubt("lead.unclear", text[start:end])] if found else []


def _duty(
    page: Page, row: Row, leads: tuple[str, ...], supports: tuple[str, ...], doubts: list[Doubt]
) -> Duty:  # fmt: skip
    text = " ".join(page.text[slice(*row.task)].split())
    span = page.source_span(*row.task)
    due, unsure = _due(page, row)
    anchor = " ".join(text.split()[:_ANCHOR_WORDS])
    clause = f"PL.{row.label}" if row.label else "PL"
    return Duty(text, anchor, clause, leads, supports, due, span, False, (*doubts, *unsure))


def _due(page: Page, row: Row) -> tuple[Due, list[Doubt]]:
    """When a row is due: what its column of time prints, else what its words say."""
    text = page.text
    found = days(text, *row.due) if row.due[1] > row.due[0] else []
    if found:
        last = found[-1]
        doubts = [Doubt("due.ambiguous", text[slice(*row.due)])] if len(found) > 1 else []
        return Due(DueKind.DATE, last.date.iso(), last.before, span=page.source_span(last.start, last.end)), doubts
    for cell in (row.due, row.task):
        if beat := rhythm(text, *cell):
            return Due(DueKind.RHYTHM, rhythm=beat[0], span=page.source_span(beat[1], beat[2])), []
    if limits := limiting(text, *row.task):
        day = limits[0]
        return Due(DueKind.DATE, day.date.iso(), day.before, span=page.source_span(day.start, day.end)), []
    return Due(DueKind.THROUGHOUT), []
