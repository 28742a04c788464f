"""Dates as Vietnamese documents print them, whole or partial; no clock: today is always an argument."""

import datetime as dt
import re
from dataclasses import dataclass

from haidang.domain.terms.refusal import Refusal

_SEP = r"\s?[/.\-]\s?"
_NUMERIC = re.compile(rf"^(?:ngày\s+)?(\d{{1,2}}){_SEP}(\d{{1,2}})(?:{_SEP}(\d{{4}}))?$", re.IGNORECASE)
_WORDS = re.compile(r"^(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm\s+(\d{4}))?$", re.IGNORECASE)
_MONTH = re.compile(r"^(?:tháng\s+(\d{1,2})(?:\s+năm\s+|\s?[/\-]\s?)(\d{4})|(\d{1,2})\s?/\s?(\d{4}))$", re.IGNORECASE)
_YEAR = re.compile(r"^(?:năm\s+)?(\d{4})$", re.IGNORECASE)
_ISO = re.compile(r"^(\d{4})-(\d{2})(?:-(\d{2}))?$")
_DAYS_IN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date of which year, month or day may be unknown (None), e.g. a yearly recurring 14/9 or only the month 3/2026.

    Raises `Refusal("date.impossible")` when the known parts can never be a day of the calendar.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        year, month, day = self.year, self.month, self.day
        wrong = (
            (year is not None and not 1 <= year <= 9999)
            or (month is not None and not 1 <= month <= 12)
            or (day is not None and (month is None or not 1 <= day <= _DAYS_IN[(month or 1) - 1]))
            or (day == 29 and month == 2 and year is not None and not _is_leap(year))
        )
        if wrong or (year is None and month is None):
            raise Refusal("date.impossible")

    @property
    def whole(self) -> dt.date | None:
        """The day, when year, month and day are all known."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return dt.date(self.year, self.month, self.day)

    def iso(self) -> str:
        """ISO form of what is known: `2026-03-16`, `03-16`, `2026-03`, `2026`."""
        if self.year is None:
            return f"{self.month:02d}-{self.day:02d}" if self.day is not None else f"--{self.month:02d}"
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def printed(self) -> str:
        """Short form of what is known, as documents print it: `16/3/2026`, `16/3`, `3/2026`, `2026`."""
        return "/".join(str(part) for part in (self.day, self.month, self.year) if part is not None)

    def in_year(self, year: int) -> "PartialDate":
        """The same date in the given year when no year is known, else itself."""
        return self if self.year is not None else PartialDate(year, self.month, self.day)


def parse_partial(written: str) -> PartialDate:
    """Read "16/3/2026", "ngày 16 tháng 3 năm 2026", "16/3", "tháng 3/2026", "2026", or ISO.

    Raises `Refusal("date.unreadable")` when it is none of these, `Refusal("date.impossible")` for a 31/2.
    """
    text = " ".join(written.split())
    for pattern in (_NUMERIC, _WORDS):
        if found := pattern.match(text):
            day, month, year = found.groups()
            return PartialDate(int(year) if year else None, int(month), int(day))
    if found := _ISO.match(text):
        return PartialDate(int(found[1]), int(found[2]), int(found[3]) if found[3] else None)
    if found := _MONTH.match(text):
        return PartialDate(int(found[2] or found[4]), int(found[1] or found[3]))
    if found := _YEAR.match(text):
        return PartialDate(int(found[1]))
    raise Refusal("date.unreadable")


def parse_date(written: str) -> dt.date:
    """Read a whole day. Raises `Refusal("date.unreadable")`, also when a part is missing, or `date.impossible`."""
    day = parse_partial(written).whole
    if day is None:
        raise Refusal("date.unreadable")
    return day


def from_iso(iso: str) -> PartialDate:
    """Read `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `MM-DD` (no year). Raises `Refusal("date.unreadable")`."""
    if found := re.fullmatch(r"(\d{2})-(\d{2})", iso):
        return PartialDate(None, int(found[1]), int(found[2]))
    if re.fullmatch(r"\d{4}(-\d{2}){0,2}", iso):
        return parse_partial(iso)
    raise Refusal("date.unreadable")


def short(day: dt.date) -> str:
    """The day as running text prints it: `16/3/2026`."""
    return f"{day.day}/{day.month}/{day.year}"


def day_written(day: int) -> str:
    """Day of the month for an official document: a zero before 1–9 (NĐ 30/2020, annex I)."""
    return f"{day:02d}"


def month_written(month: int) -> str:
    """Month for an official document: a zero before 1 and 2 only (NĐ 30/2020, annex I)."""
    return f"{month:02d}" if month < 3 else str(month)


def long(day: dt.date) -> str:
    """The day as a document's head prints it: `ngày 16 tháng 3 năm 2026`, `ngày 05 tháng 02 năm 2026`."""
    return f"ngày {day_written(day.day)} tháng {month_written(day.month)} năm {day.year}"


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
