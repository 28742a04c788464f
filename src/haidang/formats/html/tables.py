"""Tables of a page: rows with what is merged said in every row, or the columns of a layout one after the other."""

import re
from collections.abc import Callable, Iterator

from haidang.domain.terms.text import fold
from haidang.formats.laying import Block, Laying, flat
from haidang.formats.layouts import lays_out
from haidang.formats.markup import Element

_MOST_COLUMNS = 64
_MOST_ROWS_MERGED = 1_000
_LINE = re.compile(r"border[^;]*:[^;]*\b(?:solid|double|dashed|dotted)\b", re.I)
_GROUPS = ("thead", "tbody", "tfoot")


def rows_of(table: Element, read_cell: Callable[[Element], list[Block]], laying: Laying) -> Iterator[Block]:
    """The blocks of a table. `read_cell` gives the blocks of a cell; `laying` counts what merged cells repeat."""
    rows = list(_rows(table))
    cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
    for caption in table.iterchildren("caption"):
        yield from read_cell(caption)
    first = [[_words(cell) for cell in row] for row in cells[:12]]
    headed = any(cell.tag == "th" for row in cells[:1] for cell in row)
    if lays_out(first, rows=len(rows), ruled=_is_ruled(table, cells), headed=headed):
        for row in cells:
            for cell in row:
                yield from read_cell(cell)
        return
    yield _filled(cells, read_cell, laying)


def _filled(cells: list[list[Element]], read_cell: Callable[[Element], list[Block]], laying: Laying) -> list[list[str]]:
    out: list[list[str]] = []
    above: dict[int, tuple[int, str]] = {}
    for row in cells:
        line: list[str] = []
        for cell in row:
            _take_above(line, above)
            text = flat(read_cell(cell))
            laying.check(len(text))
            down, across = _span(cell, "rowspan", _MOST_ROWS_MERGED), _span(cell, "colspan", _MOST_COLUMNS)
            for place in range(across):
                if len(line) < _MOST_COLUMNS:
                    shown = "" if place else text
                    if down > 1:
                        above[len(line)] = (down - 1, shown)
                    line.append(shown)
        _take_above(line, above)
        laying.check(sum(map(len, line)))
        out.append(line)
    return out


def _take_above(line: list[str], above: dict[int, tuple[int, str]]) -> None:
    """Columns that a cell of an earlier row still fills."""
    while (place := len(line)) in above:
        left, text = above.pop(place)
        if left > 1:
            above[place] = (left - 1, text)
        line.append(text)


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _GROUPS:
            yield from child.iterchildren("tr")


def _span(cell: Element, name: str, most: int) -> int:
    written = cell.get(name, "1").strip()
    return max(1, min(int(written), most)) if written.isascii() and written.isdecimal() and len(written) < 6 else 1


def _is_ruled(table: Element, cells: list[list[Element]]) -> bool:
    if table.get("border", "0").strip() not in ("0", "none", ""):
        return True
    return any(_LINE.search(cell.get("style", "")) for row in cells[:12] for cell in row)


def _words(cell: Element) -> str:
    lines = list(cell.iter("p", "div")) or [cell]
    return "\n".join(fold("".join(line.itertext())[:200]) for line in lines[:20])
