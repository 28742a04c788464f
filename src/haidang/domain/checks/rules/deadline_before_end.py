"""A report is due before the campaign or the period it reports on is over."""

import datetime as dt
import re
from collections.abc import Iterator

from haidang.domain.checks.era import title_years
from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.rules.deadline_day_off import whole
from haidang.domain.checks.tables import Table
from haidang.domain.checks.words import flat, printed, quoted
from haidang.domain.directives.dues import safe_date
from haidang.domain.directives.reading import ReportDuty

# The months in which a report on a period can be due: its last month and the two after.
_NAMED = re.compile(
    r"(?P<name>quý\s+(?P<quarter>IV|I{1,3}|[1-4])|0?6\s+tháng(?:\s+đầu\s+năm)?|0?9\s+tháng)\s*(?:\(\s*)?,?\s*"
    r"(?:(?:gửi|báo\s+cáo)\s+)?(?:trước|chậm\s+nhất|vào)\s+(?:(?:là|vào)\s+)?(?:ngày\s+)?"
    r"(?P<day>\d{1,2})(?:/|\s+tháng\s+)(?P<month>\d{1,2})(?!\d)",
    re.IGNORECASE,
)
_QUARTERS = {"I": 3, "1": 3, "II": 6, "2": 6, "III": 9, "3": 9, "IV": 12, "4": 12}
_LATE_MONTHS = 2
_RESULTS = re.compile(
    r"báo\s+cáo\s+(?:kết\s+quả|tổng\s+kết)|kết\s+quả\s+(?:thực\s+hiện|triển\s+khai|hưởng\s+ứng)", re.IGNORECASE
)
_INTERIM = re.compile(r"sơ\s+kết|bước\s+đầu|hằng|hàng\s+(?:tuần|tháng)|định\s+kỳ", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;](?=\s)")
_BEFORE = 400


def check(paper: Paper, _table: Table) -> Iterator[Slip] | Outcome:
    """Reports on results within a window, none after it; periodic reports outside the months after their period."""
    if not paper.reading.reports:
        return Outcome.NOT_APPLICABLE
    return iter([*_before_window(paper), *_before_event(paper), *_outside_period(paper)])


def _before_window(paper: Paper) -> Iterator[Slip]:
    windows = [
        (dt.date.fromisoformat(w.start), dt.date.fromisoformat(w.end))
        for w in paper.reading.windows
        if len(w.start) == len(w.end) == len("2026-01-01")
    ]
    reports = [(report, due) for report in paper.reading.reports if (due := whole(report))]
    seen = set()
    for report, due in reports:
        place = report.span
        running = [(start, end) for start, end in windows if start <= due <= end]
        if not running or place.start in seen or not _on_results(paper, report):
            continue
        start, end = max(running, key=lambda window: window[1])
        # A later report makes this one an interim report; a window already over is what this one is about.
        if any(other > end for _, other in reports) or any(over < due for _, over in windows):
            continue
        seen.add(place.start)
        values = {"start": printed(start), "end": printed(end)}
        yield Slip(quoted(paper.text, place.start, place.end), None, place.start, place.end, values=values)


def _before_event(paper: Paper) -> Iterator[Slip]:
    """Reports on results due before the day that the title celebrates ("Ngày … 30/7 năm 2026")."""
    title, years = paper.reading.head.title or "", title_years(paper)
    named = re.search(r"(?i:ngày)\s[^.;]{0,80}?(\d{1,2})/(\d{1,2})(?![\d/])", title)
    if named is None or len(years) != 1:
        return
    celebrated = safe_date(min(years), int(named[2]), int(named[1]))
    event = celebrated.whole if celebrated else None
    for report in paper.reading.reports:
        due, place = whole(report), report.span
        if event and due and due <= event and due.year == event.year and _on_results(paper, report):
            found = quoted(paper.text, place.start, place.end)
            yield Slip(found, None, place.start, place.end, "event", {"event": printed(event)})


def _on_results(paper: Paper, report: ReportDuty) -> bool:
    """Whether the whole is reported on, by everybody: not a product of one body, not a review on the way."""
    sentence = _SENTENCE.split(flat(paper.text)[max(0, report.span.start - _BEFORE) : report.span.start])[-1]
    return report.period == "event" and bool(_RESULTS.search(sentence)) and not _INTERIM.search(sentence)


def _outside_period(paper: Paper) -> Iterator[Slip]:
    for found in _NAMED.finditer(flat(paper.text)):
        name = " ".join(found["name"].split())
        last = _QUARTERS[found["quarter"].upper()] if found["quarter"] else (6 if "6" in name else 9)
        month = int(found["month"])
        if 1 <= month <= 12 and (month - last) % 12 > _LATE_MONTHS:
            place = found.span("day")[0], found.span("month")[1]
            values = {"period": name, "month": str(last)}
            yield Slip(quoted(paper.text, *place), None, *place, "period", values)
