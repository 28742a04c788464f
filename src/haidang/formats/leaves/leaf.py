"""What one page gave: its rows in reading order, with their places; can be kept as JSON until all pages are read."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from typing import Any

Progress = Callable[[int, int], None]
Box = tuple[float, float, float, float]
# start and end within the row's text, left, top, right, bottom in points, confidence 0–99
Mark = tuple[int, int, float, float, float, float, int]


@dataclass(slots=True)
class Word:
    """One word: its letters and its box in points from the page's top left corner; `size` is the letters' height."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool = False
    confidence: int = 100
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of one column, or one row of a table, as it is read.

    `group` tells the columns of a page apart: 0 is the page's main text, every other number a column of its own.
    `marks` are the recognised words, empty where the letters
    were given. `table` numbers the tables of a page from 1.
    """

    text: str
    box: Box
    size: float
    group: int = 0
    bold: bool = False
    table: int = 0
    note: bool = False
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page read: width and height in points, whether it was recognised from a picture, its rows, and codes of
    notes (`Note.code`) about the page."""

    width: float
    height: float
    scanned: bool = False
    rows: tuple[Row, ...] = ()
    notes: tuple[str, ...] = field(default=())


def to_json(leaf: Leaf) -> dict[str, Any]:
    """The page as plain lists, numbers and words."""
    return asdict(leaf)


def from_json(kept: dict[str, Any]) -> Leaf:
    """The page again, from what `to_json` gave, also after a way through JSON text."""
    rows = tuple(
        Row(**{**row, "box": tuple(row["box"]), "marks": tuple(tuple(mark) for mark in row["marks"])})
        for row in kept["rows"]
    )
    return replace(Leaf(**{**kept, "rows": rows}), notes=tuple(kept["notes"]))
