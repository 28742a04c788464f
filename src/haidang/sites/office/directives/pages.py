"""The pages of a document's file beside its text: where they begin in the text, what is outlined on them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from uuid import UUID

from haidang.apps.directives.queries import DutyRow
from haidang.domain.terms.laid import SURE, Laid, Place
from haidang.sites.office.directives.sheets import Sheet

# Boxes are in ten-thousandths of the page, as in `domain.terms.laid`.
_WHOLE = 10_000
_AIR = 25


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page, in points."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Outline:
    """A duty on the page: a box round each of its lines."""

    duty: UUID
    clause: str
    kind: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page with its outlines; `unsure` are words recognised with little confidence."""

    number: int
    pages: int
    width: float
    height: float
    scanned: bool
    outlines: tuple[Outline, ...]
    unsure: tuple[Box, ...]


def page_sheets(text: str, laid: Laid) -> tuple[Sheet, ...]:
    """The text cut where pages begin, a sheet a page; together the whole text."""
    starts = [0]
    for number in range(2, len(laid.sheets) + 1):
        first = next((place.start for place in laid.places if place.page >= number), len(text))
        starts.append(max(first, starts[-1]))
    made, line = [], 1
    for number, (start, end) in enumerate(pairwise([*starts, len(text)]), 1):
        breaks = text.count("\n", start, end)
        ends_whole = end > start and text[end - 1] == "\n" and end < len(text)
        made.append(Sheet(number, start, end, line, line + breaks - ends_whole))
        line += breaks
    return tuple(made)


def page_shown(laid: Laid, sheet: Sheet, duties: Iterable[DutyRow], *, confirmed: bool) -> Page:
    """The page of a sheet, with the duties that touch it."""
    paper = laid.sheets[sheet.number - 1]
    here = [place for place in laid.places if place.page == sheet.number]
    outlines = []
    for duty in duties:
        touched = [place for place in here if place.start < duty.end and place.end > duty.start]
        if touched and not duty.deleted:
            kind = "doubt" if duty.in_doubt and not confirmed else "duty"
            boxes = tuple(_box(row, paper.width, paper.height) for row in _rows(touched))
            outlines.append(Outline(duty.uuid, duty.clause, kind, boxes))
    unsure = tuple(_box((place,), paper.width, paper.height) for place in here if place.confidence < SURE)
    return Page(
        sheet.number, len(laid.sheets), paper.width, paper.height, paper.scanned, tuple(outlines), unsure
    )  # fmt: skip


def _rows(places: Sequence[Place]) -> list[list[Place]]:
    """Places side by side in one line, together."""
    rows: list[list[Place]] = []
    for place in places:
        middle = (place.box[1] + place.box[3]) / 2
        if rows and rows[-1][-1].box[1] <= middle <= rows[-1][-1].box[3] and place.box[0] >= rows[-1][-1].box[0]:
            rows[-1].append(place)
        else:
            rows.append([place])
    return rows


def _box(places: Sequence[Place], width: float, height: float) -> Box:
    left = min(place.box[0] for place in places) - _AIR
    top = min(place.box[1] for place in places) - _AIR
    right = max(place.box[2] for place in places) + _AIR
    bottom = max(place.box[3] for place in places) + _AIR
    across, down = width / _WHOLE, height / _WHOLE
    return Box(
        round(left * across, 1),
        round(top * down, 1),
        round((right - left) * across, 1),
        round((bottom - top) * down, 1),
    )
