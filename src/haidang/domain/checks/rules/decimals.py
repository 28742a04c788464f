"""Figures as Vietnamese writes them: a comma before decimals, a full stop between thousands."""

import re
from collections.abc import Iterator

from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.tables import Table

_FIGURE = re.compile(r"(?<![\w.,/-])\d+(?:[.,]\d+)+(?!\w)")
_POINT = r"(?<![\w.,/])\d{{1,3}}\.\d{{1,2}}\s?(?:{units})(?!\w)"
_THOUSANDS = re.compile(r"(?<![\w.,/])\d{1,3}(?:,\d{3}){2,}(?![\w,])|(?<![\w.,/])\d{1,3},\d{3}(?=\s?(?:đồng|người)\b)")


def check(paper: Paper, table: Table) -> Iterator[Slip] | Outcome:
    """Every decimal with a point before a unit, every number with commas between thousands."""
    if not _FIGURE.search(paper.text):
        return Outcome.NOT_APPLICABLE
    units = "|".join(map(re.escape, table.data["units"]))
    return _slips(paper.text, re.compile(_POINT.format(units=units)))


def _slips(text: str, point: re.Pattern[str]) -> Iterator[Slip]:
    for found in point.finditer(text):
        yield Slip(found[0], found[0].replace(".", ","), found.start(), found.end(), "decimal")
    for found in _THOUSANDS.finditer(text):
        yield Slip(found[0], found[0].replace(",", "."), found.start(), found.end(), "thousands")
