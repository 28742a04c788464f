"""Tables of a Word file: their grid, what is merged, and which of them only lay out a page."""

from collections.abc import Iterator
from dataclasses import dataclass

from haidang.domain.terms.text import fold
from haidang.formats.docx.reader_names import VAL, WRAPPERS, is_on, value, w
from haidang.formats.docx.reader_styles import Styles, has_lines
from haidang.formats.layouts import lays_out
from haidang.formats.markup import Element
from haidang.formats.numerals import number

# Word's own limit of columns.
MOST_COLUMNS = 63
_ROW, _CELL = w("tr"), w("tc")
_ROW_PROPERTIES, _CELL_PROPERTIES, _TABLE_PROPERTIES = w("trPr"), w("tcPr"), w("tblPr")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: where it begins in the grid, how many columns it takes, whether it goes on from the row above."""

    element: Element
    column: int
    span: int
    goes_on: bool
    begins: bool


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table and whether it only lays out a page."""

    rows: tuple[tuple[Cell, ...], ...]
    layout: bool

    @property
    def width(self) -> int:
        """The columns of the widest row."""
        return max((row[-1].column + row[-1].span for row in self.rows if row), default=0)


def table_of(element: Element, styles: Styles) -> Table:
    """The grid of a table."""
    rows = tuple(_cells(row) for row in _inside(element, _ROW) if not _is_deleted(row))
    return Table(rows, _is_layout(element, rows, styles))


def _inside(parent: Element, tag: str, depth: int = 0) -> Iterator[Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in WRAPPERS and depth < 10:
            yield from _inside(child, tag, depth + 1)


def _is_deleted(row: Element) -> bool:
    properties = row.find(_ROW_PROPERTIES)
    return properties is not None and properties.find(w("del")) is not None


def _cells(row: Element) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    column = min(number(value(row.find(_ROW_PROPERTIES), w("gridBefore")), 0), MOST_COLUMNS)
    column = max(column, 0)
    for element in _inside(row, _CELL):
        properties = element.find(_CELL_PROPERTIES)
        span = max(1, min(number(value(properties, w("gridSpan")), 1), MOST_COLUMNS))
        merge = properties.find(w("vMerge")) if properties is not None else None
        begins = merge is not None and merge.get(VAL) == "restart"
        cells.append(Cell(element, column, span, merge is not None and not begins, begins))
        column += span
    return tuple(cells)


def _is_layout(element: Element, rows: tuple[tuple[Cell, ...], ...], styles: Styles) -> bool:
    texts = [[_words(cell.element) for cell in row] for row in rows[:12]]
    headed = any(is_on(row.find(_ROW_PROPERTIES), w("tblHeader")) for row in element.iterchildren(_ROW))
    return lays_out(texts, rows=len(rows), ruled=_is_ruled(element, rows, styles), headed=headed)


def _words(cell: Element) -> str:
    """The first words of a cell, paragraph by paragraph."""
    lines = ("".join(part.text or "" for part in p.iter(w("t"))) for p in cell.iterchildren(w("p")))
    return "\n".join(fold(line[:200]) for line in lines)


def _is_ruled(element: Element, rows: tuple[tuple[Cell, ...], ...], styles: Styles) -> bool:
    for row in rows[:12]:
        for cell in row:
            if has_lines(cell.element.find(f"{_CELL_PROPERTIES}/{w('tcBorders')}")):
                return True
    properties = element.find(_TABLE_PROPERTIES)
    if properties is None:
        return False
    own = has_lines(properties.find(w("tblBorders")))
    return bool(styles.named(value(properties, w("tblStyle"))).ruled) if own is None else own
