"""A period that ends before it begins."""

import re
from collections.abc import Iterator
from itertools import pairwise

from haidang.domain.checks.days import Written, written_days
from haidang.domain.checks.findings import Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.checks.words import flat, quoted

_FROM = re.compile(r"\btừ\s+(?:ngày\s+)?$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:đến|tới|–|-)\s+(?:hết\s+)?(?:ngày\s+)?", re.IGNORECASE)
_YEARS = re.compile(r"giai\s+đoạn\s+(20\d\d)\s*[-–]\s*(20\d\d)", re.IGNORECASE)


def check(paper: Paper, _table: Table) -> Iterator[Slip]:
    """ "từ ngày … đến ngày …" and "giai đoạn …" whose end is before the beginning."""
    value = flat(paper.text)
    days = written_days(paper.text)
    for one, two in pairwise(days):
        opened = _FROM.search(value, max(0, one.start - 12), one.start)
        if opened and _TO.fullmatch(value, one.end, two.start) and _reversed(one, two):
            yield Slip(quoted(paper.text, opened.start(), two.end), None, opened.start(), two.end)
    for found in _YEARS.finditer(value):
        if int(found[1]) > int(found[2]):
            yield Slip(quoted(paper.text, *found.span()), None, *found.span())


def _reversed(one: Written, two: Written) -> bool:
    if two.year is None:
        return False
    a, b = (one.year or two.year, one.month, one.day), (two.year, two.month, two.day)
    # Without a year of its own the first day may lie in the year before ("từ 15/12 đến 15/02/2026").
    return a > b and (one.year is not None or one.month - two.month < 6)
