"""Days and rhythms in a sentence, as printed; a day that belongs to a citation or a period is no due date."""

import re
from dataclasses import dataclass

from haidang.domain.directives.wordlists import WORDING, any_of
from haidang.domain.terms.dates import PartialDate
from haidang.domain.terms.refusal import Refusal

DAY = re.compile(
    r"(?<![\d/.\-])(?:(\d{1,2})\s?[/.]\s?(\d{1,2})\s?[/.]\s?(\d{4})|(\d{1,2})\s?-\s?(\d{1,2})\s?-\s?(\d{4})"
    r"|(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s*,?\s+năm\s+(\d{4}))?|(\d{1,2})/(\d{1,2}))(?![\d%/])(?!-\w)",
    re.IGNORECASE,
)
_BEFORE_WORDS = any_of(WORDING["before"]["words"])
_BY_WORDS = any_of(WORDING["before"]["by"])
_HOUR = r"(?:\s+\d{1,2}\s?(?:h|giờ)(?:\s?\d{2})?(?:\s+phút)?)?(?:\s*,?\s*ngày)?(?:\s+làm việc)?\s*"
_LIMIT = re.compile(rf"(?:(?P<before>{_BEFORE_WORDS})|(?P<by>{_BY_WORDS})){_HOUR}$", re.IGNORECASE)
_RHYTHMS = [(name, re.compile(any_of(words), re.IGNORECASE)) for name, words in WORDING["rhythm"].items()]
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


def days(text: str, start: int, end: int) -> list[Day]:
    """All days between two places, in order; impossible ones are left out."""
    found_days = []
    for found in DAY.finditer(text, start, end):
        parts = [p for p in found.groups() if p is not None]
        try:
            date = PartialDate(int(parts[2]) if len(parts) > 2 else None, int(parts[1]), int(parts[0]))
        except Refusal:
            continue
        head = text[max(start, found.start() - 48) : found.start()]
        limit = _LIMIT.search(head)
        kind = ("before" if limit["before"] else "by") if limit else ""
        if kind == "by" and re.search(r"\btừ\b[^.;]{0,40}$", head[: limit.start()] if limit else head, re.IGNORECASE):
            kind = ""
        found_days.append(Day(date, found.start(), found.end(), kind))
    return found_days


def rhythm(text: str, start: int, end: int) -> tuple[str, int, int] | None:
    """The first rhythm named, with its place."""
    if found := _QUARTER_SERIES.search(text, start, end):
        return "quarter", found.start(), found.end()
    hits = [(hit.start(), name, hit.end()) for name, pattern in _RHYTHMS if (hit := pattern.search(text, start, end))]
    if not hits:
        return None
    place, name, stop = min(hits)
    return name, place, stop
