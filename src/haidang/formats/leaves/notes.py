"""Footnotes: small lines at the foot of a page that open with a figure or a star."""

import re
from dataclasses import replace
from statistics import median

from haidang.formats.leaves.leaf import Row

_SMALL = 0.88
_OPENS = re.compile(r"(?:\(?\d{1,3}\)?|\*+)(?=[\s.]|[^\W\d])")


def set_apart(rows: list[Row], height: float) -> list[Row]:
    """The rows with those of footnotes marked, so that a paragraph can go on behind them on the next page."""
    main = [row for row in rows if not row.group and not row.table]
    if len(main) < 4:
        return rows
    usual = median(row.size for row in main)
    first = len(rows)
    opened = len(rows)
    while first and _is_small(rows[first - 1], usual, height):
        first -= 1
        if _OPENS.match(rows[first].text):
            opened = first
    return [replace(row, note=True) if order >= opened else row for order, row in enumerate(rows)]


def _is_small(row: Row, usual: float, height: float) -> bool:
    return not row.group and not row.table and row.size < _SMALL * usual and row.box[1] > 0.5 * height
