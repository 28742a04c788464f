"""Duties to report with a day: by whom, to whom, through whom, for which period."""

import re

from haidang.domain.directives.dues import Day, days
from haidang.domain.directives.duties import Draft
from haidang.domain.directives.names import read_names
from haidang.domain.directives.page import Page
from haidang.domain.directives.reading import Doubt, ReportDuty
from haidang.domain.directives.wordlists import HEAD, UP

_REPORTING = re.compile(
    r"báo cáo|gửi kết quả|thông tin kết quả|gửi (?:số liệu|thông tin)|kết quả thực hiện", re.IGNORECASE
)
_TO = re.compile(r"(?:\b(?:gửi )?về|\bcho|\bgửi(?: về)?(?: cho)?|\btới|\bđến|\bbáo cáo)\s+", re.IGNORECASE)
_VIA = re.compile(r"\(\s*(?:thông\s+)?qua\s+([^)]{3,120})\)|(?:,\s*|\b)(?:thông )?qua\s+(?=[^\W\d_])", re.IGNORECASE)
_ON = re.compile(r"(?:để|,)?\s*(?:tổng hợp|theo dõi)[^.;]{0,40}?(?:tham mưu[^.;]{0,30}?)?\bbáo cáo\s+", re.IGNORECASE)
_PERIODS = (
    ("Q1", re.compile(r"quý\s+(?:I|1|một)(?![IVX\d])", re.IGNORECASE)),
    ("Q3", re.compile(r"quý\s+(?:III|3|ba)(?![IVX\d])|0?9 tháng|chín tháng", re.IGNORECASE)),
    ("H1", re.compile(r"0?6 tháng|sáu tháng|quý\s+(?:II|2)(?![IVX\d])|sơ kết", re.IGNORECASE)),
    (
        "Y",
        re.compile(
            r"tổng kết năm|cả năm|hằng năm|hàng năm|(?<!\d )\bnăm(?! \d)"
            r"(?=\s*[(,:]|\s+trước|\s+chậm|\s+gửi|\s*$)|01 năm|1 năm|tổng kết",
            re.IGNORECASE,
        ),
    ),
)
_RECURS = re.compile(r"hằng năm|hàng năm|mỗi năm|định kỳ", re.IGNORECASE)
_SENTENCE = re.compile(rf"[.](?=\s+[{UP}])|\n|;(?=\s+(?i:giao|phân công)\s)")


def find_reports(page: Page, drafts: list[Draft], issuer: str | None) -> tuple[list[ReportDuty], list[Draft]]:
    """The dated reports the duties ask for, and the drafts that ask for a report without a day."""
    reports: list[ReportDuty] = []
    undated: list[Draft] = []
    seen: set[tuple[str, str | None, str]] = set()
    for draft in drafts:
        found = _reports_of(page, draft, issuer)
        for report in found:
            key = (report.due or "", report.to, report.period)
            if key not in seen:
                seen.add(key)
                reports.append(report)
        if not found and _asks_report(page, draft):
            undated.append(draft)
    return reports, undated


def _asks_report(page: Page, draft: Draft) -> bool:
    text = page.value[draft.start : draft.end]
    return bool(
        re.search(r"\b(?:định kỳ|gửi|thực hiện)[^.;]{0,60}báo cáo[^.;]{0,80}(?:về|cho|gửi)\s", text, re.IGNORECASE)
    )


def _reports_of(page: Page, draft: Draft, issuer: str | None) -> list[ReportDuty]:
    value = page.value
    limits = [d for d in days(value, draft.start, draft.end) if d.limit]
    found: list[ReportDuty] = []
    for order, day in enumerate(limits):
        first, last = _sentence(value, day, draft)
        if not _REPORTING.search(value, first, last):
            continue
        to, via = _destination(value, first, last, issuer)
        if to is None:
            continue
        period = _period(value, limits[order - 1].end if order and limits[order - 1].end > first else first, day)
        due = day.date.iso()
        if day.date.year is not None and _RECURS.search(value, first, last) and period != "event":
            due = due[5:]
        doubts = (Doubt("report.no_year"),) if day.date.year is None and not _RECURS.search(value, first, last) else ()
        found.append(ReportDuty(draft.leads, to, via, due, day.before, period, page.span(day.start, day.end), doubts))
    return found


def _sentence(value: str, day: Day, draft: Draft) -> tuple[int, int]:
    first = draft.start
    for mark in _SENTENCE.finditer(value, draft.start, day.start):
        first = mark.end()
    mark_after = _SENTENCE.search(value, day.end, draft.end)
    return first, mark_after.start() if mark_after else draft.end


def _period(value: str, first: int, day: Day) -> str:
    """The period named last before the day (each date of a series has its own); none: an event."""
    stretch = value[max(first, day.start - 90) : day.start]
    hits = [(hit.end(), name) for name, pattern in _PERIODS for hit in pattern.finditer(stretch)]
    return max(hits)[1] if hits else "event"


def _destination(value: str, first: int, last: int, issuer: str | None) -> tuple[str | None, str | None]:
    """Final addressee and collecting body."""
    via = _via(value, first, last)
    reporting = _REPORTING.search(value, first, last)
    to = None
    for found in _TO.finditer(value, reporting.start() if reporting else first, last):
        if found[0].strip().lower() == "báo cáo" and re.search(
            r"tổng hợp,?\s*(?:tham mưu\s*)?$|để\s*$", value[max(first, found.start() - 20) : found.start()]
        ):
            continue
        if HEAD.match(value, found.end(), last):
            names = read_names(value, found.end(), last).names
            if names and names[0] != via:
                to = names[0]
                break
    if to is None:
        return None, via
    if via is None and not _is_issuer(to, issuer):
        for found in _ON.finditer(value, first, last):
            names = read_names(value, found.end(), last).names
            if names and names[0].lower() != to.lower():
                return names[0], to
    return to, via


def _via(value: str, first: int, last: int) -> str | None:
    for found in _VIA.finditer(value, first, last):
        if found[1]:
            return found[1].split(";")[0].strip(" ,")
        names = read_names(value, found.end(), last).names
        if names:
            return names[0]
    return None


def _is_issuer(name: str, issuer: str | None) -> bool:
    """Whether a name as written ("UBND tỉnh", "Ủy ban nhân dân tỉnh") is the body that issues the document."""
    if not issuer:
        return False
    short = name.lower().replace("uỷ", "ủy").replace("ủy ban nhân dân", "ubnd").removeprefix("chủ tịch ")
    return issuer.lower().startswith(short)
