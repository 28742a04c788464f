"""Duties that return (each quarter, each year): the calendar period a day lies in; a rhythm alone makes no due day."""

import calendar
import datetime as dt
from enum import StrEnum

from haidang.domain.terms import dates
from haidang.domain.terms.refusal import Refusal


class Rhythm(StrEnum):
    """How often a duty returns, as documents name it."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    NINE_MONTHS = "nine_months"
    YEAR = "year"


_MONTHS = {Rhythm.MONTH: 1, Rhythm.QUARTER: 3, Rhythm.HALF: 6, Rhythm.YEAR: 12}


def period_end(rhythm: Rhythm, as_of: dt.date) -> dt.date:
    """The last day of the calendar period that `as_of` lies in, to show which round is running; it is no due day.

    Weeks end on Sunday. Nine months end on 30/9; from 1/10 on, the next round ends on 30/9 of the next year.
    """
    if rhythm is Rhythm.DAY:
        return as_of
    if rhythm is Rhythm.WEEK:
        return as_of + dt.timedelta(days=6 - as_of.weekday())
    if rhythm is Rhythm.NINE_MONTHS:
        return dt.date(as_of.year + (as_of.month > 9), 9, 30)
    months = _MONTHS[rhythm]
    month = -(-as_of.month // months) * months
    return dt.date(as_of.year, month, calendar.monthrange(as_of.year, month)[1])


def period_ends(rhythm: Rhythm, starts: dt.date, ends: dt.date) -> tuple[dt.date, ...]:
    """The period ends from `starts` to `ends`, in order; empty when `ends` lies before the first."""
    found, day = [], starts
    while (end := period_end(rhythm, day)) <= ends:
        found.append(end)
        day = end + dt.timedelta(days=1)
    return tuple(found)


def yearly_days(printed: str, starts: dt.date, ends: dt.date) -> tuple[dt.date, ...]:
    """The days on which a printed `MM-DD` falls from `starts` to `ends`; a year without that day has none."""
    recurring = dates.from_iso(printed)
    found = []
    for year in range(starts.year, ends.year + 1):
        try:
            day = recurring.in_year(year).whole
        except Refusal:
            continue
        if day is not None and starts <= day <= ends and day not in found:
            found.append(day)
    return tuple(found)
