"""Months 3 to 9 are written with a zero before them in one place and without in another: noted once."""

from collections.abc import Iterator

from haidang.domain.checks.days import Written, written_days
from haidang.domain.checks.findings import Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.checks.words import quoted


def check(paper: Paper, _table: Table) -> Iterator[Slip]:
    """The first day written in the rarer way."""
    zero: list[Written] = []
    bare: list[Written] = []
    for day in written_days(paper.text):
        if day.slashed and day.year is not None and 3 <= day.month <= 9:
            (zero if "0" in _month(paper, day) else bare).append(day)
    if zero and bare:
        rare = zero if len(zero) <= len(bare) else bare
        values = {"other": quoted(paper.text, bare[0].start, bare[0].end)}
        found = quoted(paper.text, zero[0].start, zero[0].end)
        yield Slip(found, None, rare[0].start, rare[0].end, values=values)


def _month(paper: Paper, day: Written) -> str:
    return paper.text[day.start : day.end].split("/")[1].strip()
