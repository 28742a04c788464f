"""From the day a document prints to the last day on which the duty is in time."""

import datetime as dt
from dataclasses import dataclass

from haidang.domain.terms import dates
from haidang.domain.terms.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Clock:
    """A due day: `printed` is what documents print (ISO, `MM-DD` without a year), `last_day` the last day in time.

    `last_day` is None where the print gives no whole day: then no clock runs.
    """

    printed: str
    before: bool
    last_day: dt.date | None


NO_CLOCK = Clock("", False, None)


def clock(printed: str | None, *, before: bool, year: int | None = None) -> Clock:
    """Turn a printed day into its clock; "trước ngày X" is late from X on, so its last day is X − 1.

    A `MM-DD` takes the plan's `year`; without one, or where that year has no such day, no clock runs.
    Raises Refusal `date.unreadable` or `date.impossible` for what is no printed day at all.
    """
    if not printed:
        return NO_CLOCK
    day = dates.from_iso(printed)
    if day.year is None and year is not None:
        try:
            day = day.in_year(year)
        except Refusal:
            return Clock(printed, before, None)
    whole = day.whole
    if whole is None:
        return Clock(printed, before, None)
    if before and whole == dt.date.min:
        raise Refusal("date.impossible")
    return Clock(whole.isoformat(), before, whole - dt.timedelta(days=1) if before else whole)
