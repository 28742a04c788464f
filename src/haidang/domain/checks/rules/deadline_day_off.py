"""A report is due on a Saturday, a Sunday or a fixed holiday."""

import datetime as dt
from collections.abc import Iterator

from haidang.domain.checks.calendar import day_off
from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.checks.words import quoted
from haidang.domain.directives.reading import ReportDuty


def check(paper: Paper, table: Table) -> Iterator[Slip] | Outcome:
    """Every report with a whole day that is a day off, each place once."""
    if paper.reading.head.kind in table.data["except_kinds"] or not paper.reading.reports:
        return Outcome.NOT_APPLICABLE
    return _slips(paper)


def _slips(paper: Paper) -> Iterator[Slip]:
    seen = set()
    for report in paper.reading.reports:
        day = whole(report)
        named = day_off(day) if day else None
        if named and report.span.start not in seen:
            seen.add(report.span.start)
            place = report.span
            yield Slip(quoted(paper.text, place.start, place.end), None, place.start, place.end, values=named)


def whole(report: ReportDuty) -> dt.date | None:
    """The day on which a report is due, where it is printed with its year."""
    return dt.date.fromisoformat(report.due) if report.due and len(report.due) == len("2026-01-01") else None
