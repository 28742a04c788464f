"""Duties to report with a day: by whom, to whom, through whom, for which period."""

import re

from haidang.domain.directives.dues import Day
from haidang.domain.directives.duties import Draft
from haidang.domain.directives.names import read_names
from haidang.domain.directives.page import Page
from haidang.domain.directives.reading import Doubt, ReportDuty
from haidang.domain.directives.wordlists import UP, opens_name
from haidang.domain.terms.dates import PartialDate

_REPORTING = re.compile(
    r"báo cáo|gửi kết quả|thông tin kết quả|gửi (?:số liệu|thông tin)|kết quả thực hiện", re.IGNORECASE
)
_TO = re.compile(r"(?:\b(?:gửi )?về|\bcho|\bgửi(?: về)?(?: cho)?|\btới|\bđến|\bbáo cáo)\s+", re.IGNORECASE)
_VIA = re.compile(r"\(\s*(?:thông\s+)?qua\s+([^)]{3,120})\)|(?:,\s*|\b)(?:thông )?qua\s+(?=[^\W\d_])", re.IGNORECASE)
_ON = re.compile(r"(?:để|,)?\s*(?:tổng hợp|theo dõi)[^.;]{0,40}?(?:tham mưu[^.;]{0,30}?)?\bbáo cáo\s+", re.IGNORECASE)
_PERIODS = (
    ("Q1", re.compile(r"quý\s+(?:I|1|một)(?![IVX\d])", re.IGNORECASE)),
    ("Q3", re.compile(r"quý\s+(?:III|3|ba)(?![IVX\d])|0?9 tháng|chín tháng", re.IGNORECASE)),
    ("H1", re.compile(r"0?6 tháng|sáu tháng|quý\s+(?:II|2)(?![IVX\d])|học kỳ (?:I|1)(?![IVX\d])", re.IGNORECASE)),
    (
        "Y",
        re.compile(
            r"tổng kết (?:công tác )?năm|báo cáo năm|cả năm|hằng năm|hàng năm|01 năm|1 năm"
            r"|(?<!\d )\bnăm(?! \d)(?=\s*[(,:]|\s+trước|\s+chậm|\s+gửi|\s*$)",
            re.IGNORECASE,
        ),
    ),
)
_BY_MONTH = {3: "Q1", 6: "H1", 9: "Q3", 12: "Y"}
_LAST_MONTHS = re.compile(
    r"(?:trước|chậm nhất|vào)\s+(?:là\s+|vào\s+)?ngày\s+(\d{1,2})\s+(?:của\s+)?"
    r"tháng\s+cuối\s+(?:của\s+)?(?:mỗi\s+)?quý",
    re.IGNORECASE,
)
_RECURS = re.compile(r"hằng năm|hàng năm|mỗi năm|định kỳ", re.IGNORECASE)
_CONTACT = re.compile(
    r",?\s*(?:email|e-mail|thư điện tử|điện thoại|số điện thoại|địa chỉ|đ/c|sđt|số \d+)\b.*$", re.IGNORECASE
)
_SENTENCE = re.compile(rf"[.](?=\s+[{UP}])|\n|;(?=\s+(?i:giao|phân công)\s)")


def find_reports(page: Page, drafts: list[Draft], issuer: str | None) -> tuple[list[ReportDuty], list[Draft]]:
    """The dated reports the duties ask for, and the drafts that ask for a report without a day."""
    reports: list[ReportDuty] = []
    undated: list[Draft] = []
    seen: set[tuple[str, str | None, str]] = set()
    for draft in drafts:
        found = _reports_of(page, draft, issuer)
        for report in found:
            key = (report.due or "", (report.to or "").lower(), report.period)
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
    found: list[ReportDuty] = []
    limits = draft.limits(value)
    for order, day in enumerate(limits):
        first, last = _sentence(value, day, draft)
        clause = max(first, value.rfind(";", first, day.start) + 1)
        stop = value.find(";", day.end, last)
        to, via = _asked(value, (clause, stop if stop >= 0 else last), (first, last), issuer)
        if to is None:
            continue
        earlier = limits[order - 1].end if order and limits[order - 1].end > first else first
        period = _period(value, earlier, day, last)
        due = day.date.iso()
        recurs = bool(_RECURS.search(value, first, last))
        if day.date.year is not None and recurs and period != "event":
            due = due[5:]
        doubts = (Doubt("report.no_year"),) if day.date.year is None and not recurs else ()
        found.append(ReportDuty(draft.leads, to, via, due, day.before, period, page.span(day.start, day.end), doubts))
    for series in _LAST_MONTHS.finditer(value, draft.start, draft.end):
        found += _quarterly(page, draft, series, issuer)
    return found


def _quarterly(page: Page, draft: Draft, series: re.Match[str], issuer: str | None) -> list[ReportDuty]:
    """A day of the last month of each quarter: four reports, the printed day in four months."""
    value = page.value
    first, last = _sentence(value, Day(PartialDate(None, 1, 1), series.start(), series.end()), draft)
    to, via = _asked(value, (first, last), (first, last), issuer)
    if to is None or not 1 <= int(series[1]) <= 30:
        return []
    before, span = series[0].lower().startswith("trước"), page.span(*series.span())
    return [
        ReportDuty(draft.leads, to, via, f"{month:02d}-{int(series[1]):02d}", before, period, span)
        for month, period in _BY_MONTH.items()
    ]


def _asked(
    value: str, clause: tuple[int, int], sentence: tuple[int, int], issuer: str | None
) -> tuple[str | None, str | None]:
    """Addressee and collecting body where the clause asks for a report; none: (None, …)."""
    if not _REPORTING.search(value, *clause):
        return None, None
    to, via = _destination(value, *clause, issuer)
    return (to, via) if to else _destination(value, *sentence, issuer)


def _sentence(value: str, day: Day, draft: Draft) -> tuple[int, int]:
    first = draft.start
    for mark in _SENTENCE.finditer(value, draft.start, day.start):
        first = mark.end()
    mark_after = _SENTENCE.search(value, day.end, draft.end)
    return first, mark_after.start() if mark_after else draft.end


def _period(value: str, first: int, day: Day, last: int) -> str:
    """The period named last before the day (each date of a series has its own), else by the month of a yearly one."""
    stretch = value[max(first, day.start - 90) : day.start]
    hits = [(hit.end(), name) for name, pattern in _PERIODS for hit in pattern.finditer(stretch)]
    if hits:
        return max(hits)[1]
    if _RECURS.search(value, first, last) and day.date.year is None:
        return _BY_MONTH.get(day.date.month or 0, "Y")
    return "event"


def _destination(value: str, first: int, last: int, issuer: str | None) -> tuple[str | None, str | None]:
    """Final addressee and collecting body."""
    via = _via(value, first, last)
    reporting = _REPORTING.search(value, first, last)
    to = None
    for found in _TO.finditer(value, reporting.start() if reporting else first, last):
        if found[0].strip().lower() == "báo cáo" and re.search(
            r"để tổng hợp,?\s*(?:tham mưu\s*)?$|để\s*$", value[max(first, found.start() - 20) : found.start()]
        ):
            continue
        if opens_name(value, found.end(), last):
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
            return _CONTACT.sub("", found[1].split(";")[0]).strip(" ,")
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
