"""A day that the calendar does not have: 31/6, 30/02, 29/02 of a common year."""

import calendar
from collections.abc import Iterator

from haidang.domain.checks.days import Written, written_days
from haidang.domain.checks.findings import Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.checks.words import quoted

_LEAP_YEAR = 2024


def check(paper: Paper, _table: Table) -> Iterator[Slip]:
    """Every printed day that is none; figures without "ngày" and without a year may be something else."""
    for day in written_days(paper.text):
        if day.said and not _possible(day):
            yield Slip(quoted(paper.text, day.start, day.end), None, day.start, day.end)


def _possible(day: Written) -> bool:
    if not 1 <= day.month <= 12:
        return False
    return 1 <= day.day <= calendar.monthrange(day.year or _LEAP_YEAR, day.month)[1]
