"""The same report is asked for by two different days."""

import re
from collections.abc import Iterator

from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.checks.words import flat, quoted
from haidang.domain.directives.reading import ReportDuty

_SUBJECT = re.compile(r"báo\s+cáo\s+((?:[^\W\d_]+\s+){1,8}?)(?:về|gửi|cho|trước|\()", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;](?=\s)")
_BEFORE = 300


def check(paper: Paper, _table: Table) -> Iterator[Slip] | Outcome:
    """A report to the same addressee on the same period in another sentence, by the same bodies, on another day."""
    reports = [report for report in paper.reading.reports if report.due]
    if not reports:
        return Outcome.NOT_APPLICABLE
    return _slips(paper, reports)


def _slips(paper: Paper, reports: list[ReportDuty]) -> Iterator[Slip]:
    for order, report in enumerate(reports):
        other = next((earlier for earlier in reports[:order] if _contradict(paper, earlier, report)), None)
        if other is not None:
            values = {
                "other": quoted(paper.text, other.span.start, other.span.end),
                "line": str(paper.line_at(other.span.start)),
            }
            place = report.span
            yield Slip(quoted(paper.text, place.start, place.end), None, place.start, place.end, values=values)


def _contradict(paper: Paper, one: ReportDuty, two: ReportDuty) -> bool:
    same = one.period == two.period and one.due != two.due and (one.to or "").lower() == (two.to or "").lower()
    shared = {by.lower() for by in one.by} & {by.lower() for by in two.by}
    if not same or not (shared or not one.by or not two.by):
        return False
    if not _SENTENCE.search(flat(paper.text)[one.span.end : two.span.start]):
        return False
    subject = _subject(paper, one)
    return bool(subject) and subject == _subject(paper, two)


def _subject(paper: Paper, report: ReportDuty) -> str:
    """What is reported, in the sentence of the day."""
    before = _SENTENCE.split(flat(paper.text)[max(0, report.span.start - _BEFORE) : report.span.end])[-1]
    found = _SUBJECT.search(before)
    return " ".join(found[1].lower().split()) if found else ""
