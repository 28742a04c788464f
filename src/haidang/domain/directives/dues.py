"""Days and rhythms in a sentence, as printed; a day that belongs to a citation or a period is no due date."""

import re
from dataclasses import dataclass, replace

from haidang.domain.directives.wordlists import WORDING, any_of
from haidang.domain.terms.dates import PartialDate
from haidang.domain.terms.refusal import Refusal

# It opens with a digit so that the engine skips to digits; what stands before the digit is looked at after it.
DAY = re.compile(
    r"(\d(?<![\d/.\-]\d)\d?)(?:\s?[/.]\s?(\d{1,2})\s?[/.]\s?(\d{4})|\s?-\s?(\d{1,2})\s?-\s?(\d{4})"
    r"|\s+tháng\s+(\d{1,2})(?:\s*,?\s+năm\s+(\d{4}))?|/(\d{1,2}))(?![\d%/])(?!-\w)",
    re.IGNORECASE,
)
_BEFORE_WORDS = any_of(WORDING["before"]["words"])
_BY_WORDS = any_of(WORDING["before"]["by"])
# One of these stands in every way of setting a limit.
_LIMIT_KEYS = tuple({words.split()[0] for words in (*WORDING["before"]["words"], *WORDING["before"]["by"])})
_HOUR = r"(?:\s+\d{1,2}\s?(?:h|giờ)(?:\s?\d{2})?(?:\s+phút)?)?(?:\s*,?\s*ngày)?(?:\s+làm việc)?\s*"
_LIMIT = re.compile(rf"(?:(?P<before>{_BEFORE_WORDS})|(?P<by>{_BY_WORDS})){_HOUR}$", re.IGNORECASE)
_RHYTHM = re.compile(
    r"(?<!\w)(?:" + "|".join(f"(?P<{name}>{any_of(words)})" for name, words in WORDING["rhythm"].items()) + ")",
    re.IGNORECASE,
)
_RHYTHM_WORDS = ("định kỳ", *(word for words in WORDING["rhythm"].values() for word in words))
_JOINED = re.compile(r"\s*(?:và|,|;)\s*(?:trước\s+)?(?:ngày\s+)?")
_QUARTER_SERIES = re.compile(r"định kỳ[^.;]{0,40}quý", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Day:
    """A day found in text: what is printed, where, and whether words make it a limit."""

    date: PartialDate
    start: int
    end: int
    limit: str = ""

    @property
    def before(self) -> bool:
        """Whether the thing is late from that day on."""
        return self.limit == "before"


def safe_date(year: int | None, month: int, day: int) -> PartialDate | None:
    """The date, or None where the calendar has no such day."""
    try:
        return PartialDate(year, month, day)
    except Refusal:
        return None


def read_day(found: re.Match[str]) -> PartialDate | None:
    """The date of a match of `DAY`."""
    parts = [int(p) for p in found.groups() if p is not None]
    return safe_date(parts[2] if len(parts) > 2 else None, parts[1], parts[0])


def iso_day(written: str | None) -> str | None:
    """ISO form of a written whole day, or None."""
    found = DAY.match(written) if written else None
    day = read_day(found) if found else None
    return day.iso() if day and day.year else None


def days(text: str, start: int, end: int) -> list[Day]:
    """All days between two places, in order; impossible ones are left out."""
    found_days = []
    for found in DAY.finditer(text, start, end):
        date = read_day(found)
        if date is None:
            continue
        head = text[max(start, found.start() - 48) : found.start()]
        low = head.lower()
        limit = _LIMIT.search(head) if any(word in low for word in _LIMIT_KEYS) else None
        kind = ("before" if limit["before"] else "by") if limit else ""
        if kind == "by" and re.search(r"\btừ\b[^.;]{0,40}$", head[: limit.start()] if limit else head, re.IGNORECASE):
            kind = ""
        found_days.append(Day(date, found.start(), found.end(), kind))
    return found_days


def limiting(text: str, start: int, end: int) -> list[Day]:
    """The days that are limits; "trước ngày 10/6 và 10/12" makes the second one too."""
    limits: list[Day] = []
    for day in days(text, start, end):
        if day.limit:
            limits.append(day)
        elif limits and _JOINED.fullmatch(text, limits[-1].end, day.start):
            limits.append(replace(day, limit=limits[-1].limit))
    return limits


def rhythm(text: str, start: int, end: int) -> tuple[str, int, int] | None:
    """The first rhythm named, with its place."""
    said = text[start:end].lower()
    if not any(word in said for word in _RHYTHM_WORDS):
        return None
    if found := _QUARTER_SERIES.search(text, start, end):
        return "quarter", found.start(), found.end()
    hit = _RHYTHM.search(text, start, end)
    return (str(hit.lastgroup), hit.start(), hit.end()) if hit else None
