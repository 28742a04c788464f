"""When a document was written and which years it governs, also where its own date is blank."""

import datetime as dt
import re
from dataclasses import dataclass

from haidang.domain.checks.cited import citations
from haidang.domain.checks.findings import Paper
from haidang.domain.checks.words import flat

_BLANK_DAY = re.compile(
    r"ngày[\s.…]*(?:\d{1,2})?[\s.…]*tháng[\s.…]*(?P<month>\d{1,2})?[\s.…]*năm\s*(?P<year>20\d\d)", re.IGNORECASE
)
_PREAMBLE_END = re.compile(r"như\s+sau\s*:|các\s+nội\s+dung\s+sau\s*:", re.IGNORECASE)
_OUTLOOK = re.compile(r"(?:định\s+hướng|tầm\s+nhìn)(?:\s+đến)?(?:\s+năm)?\s+20\d\d", re.IGNORECASE)
_CITED_DAY = re.compile(r"ngày\s+\d{1,2}(?:\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?|\s+tháng\s+\d{1,2}\s+năm\s+)20\d\d")
_NUMBER = re.compile(r"\d+/20\d\d/\S+")
_SPAN_OF_YEARS = re.compile(r"(20\d\d)\s*[-–]\s*(20\d\d)")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_HEAD = 1500
_LONG_AGO = dt.date(1945, 9, 2)


@dataclass(frozen=True, slots=True)
class Era:
    """`first` and `last`: the earliest and the latest day on which it can have been written (the same where it bears
    its date). `title_years`: the years its title names as its own, without an outlook; empty where it names none."""

    first: dt.date
    last: dt.date
    title_years: frozenset[int]

    @property
    def dated(self) -> bool:
        """Whether the day is known."""
        return self.first == self.last

    @property
    def years(self) -> frozenset[int]:
        """The years it may speak of as its own: those of the title, of its day, and the year after."""
        own = {self.first.year, self.last.year} if self.first.year >= self.last.year - 1 else {self.last.year}
        return frozenset(self.title_years | own | {year + 1 for year in own})


def era(paper: Paper) -> Era:
    """Read from its own date, else from a date left blank, the years of its title, and the acts it is based on.

    A document cannot be older than the newest act of its preamble, nor younger than the first report it asks for.
    """
    years = title_years(paper)
    if paper.dated is not None:
        return Era(paper.dated, paper.dated, years)
    first, last = _bounds(paper, years)
    based_on = [c.date for c in citations(paper) if c.start < preamble_end(paper) and c.date and c.date <= last]
    first = max([first, *based_on])
    asked = [dt.date.fromisoformat(r.due) for r in paper.reading.reports if r.due and len(r.due) == len("2026-01-01")]
    last = min([last, *(day for day in asked if day >= first)])
    return Era(first, max(first, last), years)


def title_years(paper: Paper) -> frozenset[int]:
    """The years the title gives to the document itself: not those of cited acts, not an outlook."""
    title = paper.reading.head.title or ""
    for pattern in (_OUTLOOK, _CITED_DAY, _NUMBER):
        title = pattern.sub(" ", title)
    years = {int(year) for year in _YEAR.findall(title)}
    for first, last in _SPAN_OF_YEARS.findall(title):
        years |= set(range(int(first), int(last) + 1))
    return frozenset(years)


def preamble_end(paper: Paper) -> int:
    """Where the preamble ends: after "như sau:", else where the first part begins, else at the beginning."""
    outline = paper.reading.outline
    body = outline[0].span.start if outline else len(paper.text)
    found = _PREAMBLE_END.search(flat(paper.text), 0, body + _HEAD)
    return found.end() if found else (body if outline else 0)


def _bounds(paper: Paper, years: frozenset[int]) -> tuple[dt.date, dt.date]:
    title = paper.reading.spans.get("title")
    head = flat(paper.text)[: title.start if title else _HEAD]
    if blank := _BLANK_DAY.search(head):
        year, month = int(blank["year"]), int(blank["month"] or 0)
        if 1 <= month <= 12:
            return dt.date(year, month, 1), _month_end(year, month)
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    if not years:
        return _LONG_AGO, paper.today
    # A programme of several years may be late; a plan of one year is written within it, or shortly before.
    last = dt.date(min(years) + (len(years) > 1), 12, 31)
    return dt.date(min(years) - 1, 9, 1), last


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
