"""A long text cut into sheets to show, its lines cut into pieces where duties begin and end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from uuid import UUID

# A sheet is about five printed pages: small enough for the edge of coverage, and no text is ever cut off.
MOST_LINES = 200
MOST_CHARACTERS = 15_000


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of the text to mark: `kind` is the mark's class, `duty` the duty it belongs to."""

    start: int
    end: int
    kind: str
    duty: UUID | None = None


@dataclass(frozen=True, slots=True)
class Noted:
    """A stretch of the text in which the check found something; it lies over whatever else is marked there."""

    start: int
    end: int
    finding: UUID
    number: int
    severity: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line under one mark or none; `opens` is true where the mark of the duty begins.

    `finding` is what the check found in it, `closes` those findings that end with it: their numbers are shown there.
    `unsure` marks letters that were recognised from a picture with little confidence.
    """

    text: str
    kind: str = ""
    duty: UUID | None = None
    opens: bool = False
    finding: Noted | None = None
    closes: tuple[Noted, ...] = ()
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Layers:
    """All that is marked on a sheet: what was read, what the check found, which characters are unsure."""

    marked: tuple[Marked, ...] = ()
    noted: tuple[Noted, ...] = ()
    unsure: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source with its number; `goes_on` is true for the rest of a line begun on the sheet before."""

    number: int
    pieces: tuple[Piece, ...]
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where one sheet lies: characters `start` to `end` of the text, from line `first` on."""

    number: int
    start: int
    end: int
    first: int
    last: int


def sheets(text: str) -> tuple[Sheet, ...]:
    """All sheets of a text, together the whole of it. Only a line longer than a sheet is cut, between characters."""
    made: list[Sheet] = []
    start, first, line = 0, 1, 1
    for begin, end in _lines(text):
        while (start < begin and end - start > MOST_CHARACTERS) or line - first >= MOST_LINES:
            made.append(Sheet(len(made) + 1, start, begin, first, line - 1))
            start, first = begin, line
        while end - start > MOST_CHARACTERS:
            made.append(Sheet(len(made) + 1, start, start + MOST_CHARACTERS, first, line))
            start, first = start + MOST_CHARACTERS, line
        line += 1
    made.append(Sheet(len(made) + 1, start, len(text), first, line - 1))
    return tuple(made)


def sheet_of_line(all_sheets: Sequence[Sheet], line: int) -> int:
    """The number of the sheet on which a line begins; the nearest one for a line that is not there."""
    return next((sheet.number for sheet in all_sheets if line <= sheet.last), all_sheets[-1].number)


def lines(text: str, sheet: Sheet, layers: Layers) -> tuple[Line, ...]:
    """The lines of a sheet with their marks. Where marks lie over one another, a duty's goes before a note, then the
    shortest; findings and unsure letters lie over them."""
    marked = sorted(
        (m for m in layers.marked if m.start < sheet.end and m.end > sheet.start and m.start < m.end),
        key=lambda m: (m.duty is None, m.end - m.start),
    )
    noted = sorted(
        (n for n in layers.noted if n.start < sheet.end and n.end > sheet.start), key=lambda n: n.end - n.start
    )
    here = Layers(tuple(marked), tuple(noted), layers.unsure)
    made = []
    goes_on = sheet.start > 0 and text[sheet.start - 1] != "\n"
    opened: set[UUID] = set()
    for offset, (begin, end) in enumerate(_lines(text[sheet.start : sheet.end])):
        if sheet.first + offset > sheet.last:
            break  # nothing stands behind the line break that ends the sheet
        pieces = tuple(_pieces(text, sheet.start + begin, sheet.start + end, here, opened))
        made.append(Line(sheet.first + offset, pieces, goes_on and not offset))
    return tuple(made)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield start, end
        start = end + 1
    yield start, len(text)


def _pieces(text: str, start: int, end: int, layers: Layers, opened: set[UUID]) -> Iterator[Piece]:
    marked = [m for m in layers.marked if m.start < end and m.end > start]
    noted = [n for n in layers.noted if n.start < end and n.end > start]
    unsure = [(first, last) for first, last in layers.unsure if first < end and last > start]
    stretches = [*((m.start, m.end) for m in marked), *((n.start, n.end) for n in noted), *unsure]
    cuts = sorted({start, end, *(max(start, first) for first, _ in stretches), *(min(end, at) for _, at in stretches)})
    for first, last in pairwise(cuts):
        mark = next((m for m in marked if m.start <= first and last <= m.end), None)
        duty = mark.duty if mark else None
        yield Piece(
            text[first:last],
            kind=mark.kind if mark else "",
            duty=duty,
            opens=duty is not None and duty not in opened,
            finding=next((n for n in noted if n.start <= first and last <= n.end), None),
            closes=tuple(n for n in noted if n.end == last),
            unsure=any(begin <= first and last <= until for begin, until in unsure),
        )
        if duty is not None:
            opened.add(duty)
