"""What belongs to the paper and not to the text: page numbers, and heads and feet that come again on every page."""

import re
from collections import Counter

from haidang.domain.terms.text import fold
from haidang.formats.leaves.leaf import Leaf, Row

# The share of a page's height, at its top and at its bottom, where such rows stand.
_EDGE = 0.12
_NUMBER = re.compile(r"[-–—_.|\s]*(?:trang\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?[-–—_.|\s]*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
# A page number that was recognised wrongly is still short and stands alone above the text.
_SHORT = 3


def without_furniture(leaves: list[Leaf]) -> list[list[Row]]:
    """The rows of each page that belong to the text."""
    seen: Counter[tuple[str, int]] = Counter()
    for leaf in leaves:
        seen.update({_sign(row, leaf) for row in _edges(leaf)})
    often = {sign for sign, times in seen.items() if times >= 2 and times >= 0.4 * len(leaves)}
    kept = []
    for number, leaf in enumerate(leaves):
        edges = {id(row) for row in _edges(leaf) if _sign(row, leaf) in often or _is_number(row, leaf, number)}
        kept.append([row for row in leaf.rows if id(row) not in edges])
    return kept


def _edges(leaf: Leaf) -> list[Row]:
    """The two outermost lines at the top and at the bottom, where they lie near the edge of the page."""
    lines = sorted((row for row in leaf.rows if not row.table), key=lambda row: row.box[1])
    top = [row for row in lines[:2] if row.box[3] < _EDGE * leaf.height]
    return top + [row for row in lines[-2:] if row.box[1] > (1 - _EDGE) * leaf.height]


def _sign(row: Row, leaf: Leaf) -> tuple[str, int]:
    """The same for rows that say the same at the same height, whatever number stands in them."""
    return _DIGITS.sub("#", fold(row.text)), round(20 * row.box[1] / leaf.height)


def _is_number(row: Row, leaf: Leaf, order: int) -> bool:
    if _NUMBER.fullmatch(row.text):
        return True
    middle = (row.box[0] + row.box[2]) / 2 / leaf.width
    alone = not any(other is not row and other.box[1] < row.box[3] for other in leaf.rows)
    return (
        leaf.scanned and order > 0 and alone and len(row.text) <= _SHORT and 0.4 < middle < 0.6
        and row.box[3] < _EDGE * leaf.height
    )  # fmt: skip
