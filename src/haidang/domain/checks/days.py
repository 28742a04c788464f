"""Days as they stand in a text, with their places: also those that the calendar does not have."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from haidang.domain.checks.words import flat

_MARKED = r"(?P<said>ngày\s+)?"
_NUMERIC = r"(?P<d>\d{1,2})(?P<s>\s?[/.\-]\s?)(?P<m>\d{1,2})(?:\s?[/.\-]\s?(?P<y>(?:19|20)\d\d)(?![\d/]|-[A-ZĐ]))?"
_WORDS = r"(?P<wd>\d{1,2})\s+tháng\s+(?P<wm>\d{1,2})(?:\s*,?\s+năm\s+(?P<wy>\d{4}))?(?!\d)"
_WRITTEN = re.compile(
    rf"(?<![\w/.,\-–+])(?:{_MARKED})(?:{_WORDS}|{_NUMERIC})(?![\w%])(?![/.,\-]\d)(?!\s?/)(?!-\w)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Written:
    """A day as printed at `start`–`end` (without "ngày"); `year` None where none is printed.

    `said` is true where the word "ngày" stands before it or a year follows: then it is a day and no fraction.
    `slashed` is true for figures with strokes (16/3/2026), false for words and other marks.
    """

    day: int
    month: int
    year: int | None
    start: int
    end: int
    said: bool
    slashed: bool

    @property
    def whole(self) -> dt.date | None:
        """The day of the calendar, where year, month and day make one."""
        if self.year is None:
            return None
        try:
            return dt.date(self.year, self.month, self.day)
        except ValueError:
            return None


@lru_cache(maxsize=8)
def written_days(text: str) -> tuple[Written, ...]:
    """Every day printed in a text, in order; possible or not."""
    return tuple(_read(found) for found in _WRITTEN.finditer(flat(text)))


def _read(found: re.Match[str]) -> Written:
    words = found["wd"] is not None
    day, month, year = (found["wd"], found["wm"], found["wy"]) if words else (found["d"], found["m"], found["y"])
    start = found.start("wd" if words else "d")
    said = bool(found["said"]) or year is not None
    return Written(
        int(day), int(month), int(year) if year else None, start, found.end(), said,
        not words and found["s"].strip() == "/",
    )  # fmt: skip


def day_at(text: str, start: int, end: int) -> Written | None:
    """The first day printed between two places."""
    return next((day for day in written_days(text) if start <= day.start and day.end <= end), None)
