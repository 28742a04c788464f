"""Something is due before the document that asks for it was issued."""

import datetime as dt
import re
from collections.abc import Iterator

from haidang.domain.checks.era import era
from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.rules.deadline_day_off import whole
from haidang.domain.checks.tables import Table
from haidang.domain.checks.words import flat, printed, quoted
from haidang.domain.directives.reading import DueKind, Span

# A day after these words is a limit set here and no story of the past.
_ASKED = re.compile(r"hoàn\s+thành|\bxong\b|\bgửi\b|báo\s+cáo|\btrình\b|ban\s+hành|\bnộp\b|đăng\s+ký", re.IGNORECASE)
_BEFORE = 70


def check(paper: Paper, _table: Table) -> Iterator[Slip] | Outcome:
    """Every report or duty due before the first day on which the document can have been written."""
    dues = dict(_dues(paper))
    if not dues:
        return Outcome.NOT_APPLICABLE
    values = {"own": printed(era(paper).first)}
    return (
        Slip(quoted(paper.text, span.start, span.end), None, span.start, span.end, values=values)
        for span, day in dues.items()
        if day < era(paper).first
    )


def _dues(paper: Paper) -> Iterator[tuple[Span, dt.date]]:
    for report in paper.reading.reports:
        if day := whole(report):
            yield report.span, day
    for duty in paper.reading.duties:
        due = duty.due
        if due.kind is not DueKind.DATE or due.span is None or len(due.printed or "") != len("2026-01-01"):
            continue
        if _ASKED.search(flat(paper.text), max(0, due.span.start - _BEFORE), due.span.start):
            yield due.span, dt.date.fromisoformat(due.printed or "")
