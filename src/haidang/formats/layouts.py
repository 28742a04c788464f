"""Which tables only lay out a page: the head and the foot of an official document, boxes, columns of text."""

import re
from collections.abc import Sequence

_MOST_LAYOUT_COLUMNS = 3
_MOST_LAYOUT_ROWS = 12
# What the head and the foot of Decree 30/2020 always hold, folded (no marks, small letters).
_NATION = "cong hoa xa hoi chu nghia viet nam"
_RECIPIENTS = "noi nhan"
_COUNTED = re.compile(r"^(?:\d{1,3}|[ivx]{1,5}|tt|stt|so tt)[.)]?$")


def lays_out(texts: Sequence[Sequence[str]], *, rows: int, ruled: bool, headed: bool) -> bool:
    """Whether a table is no table: `texts` are its first rows, each cell folded with `\\n` between its paragraphs.

    `ruled` says that lines are drawn, `headed` that rows are repeated on each page. A table of one column is a frame
    around text; one that holds the nation's title or the recipients is the head or the foot of a document; else a
    table without lines, heads and counted rows is columns of text.
    """
    widest = max((len(row) for row in texts), default=0)
    if widest <= 1:
        return True
    if widest > _MOST_LAYOUT_COLUMNS or rows > _MOST_LAYOUT_ROWS:
        return False
    if any(_is_head_or_foot(cell) for row in texts for cell in row):
        return True
    counted = any(_COUNTED.match(row[0].strip()) for row in texts if row)
    return not ruled and not headed and not counted


def _is_head_or_foot(cell: str) -> bool:
    return any(line.startswith((_NATION, _RECIPIENTS)) for line in map(str.strip, cell.split("\n")))
