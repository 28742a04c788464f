import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.domain.deadlines.due import clock
from haidang.domain.terms.refusal import Refusal

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31))


def test_before_a_day_prints_that_day_and_ends_the_day_before() -> None:
    due = clock("2026-03-16", before=True)
    assert due.printed == "2026-03-16"
    assert due.last_day == dt.date(2026, 3, 15)


def test_by_a_day_ends_on_that_day() -> None:
    assert clock("2026-03-16", before=False).last_day == dt.date(2026, 3, 16)


def test_before_the_first_of_january_ends_in_the_old_year() -> None:
    assert clock("2026-01-01", before=True).last_day == dt.date(2025, 12, 31)


def test_a_day_without_a_year_takes_the_plans_year() -> None:
    due = clock("09-14", before=True, year=2026)
    assert (due.printed, due.last_day) == ("2026-09-14", dt.date(2026, 9, 13))


def test_a_day_without_a_year_has_no_clock_when_nobody_gives_a_year() -> None:
    assert clock("09-14", before=True).last_day is None


def test_no_clock_runs_in_a_year_that_lacks_the_day() -> None:
    due = clock("02-29", before=False, year=2026)
    assert (due.printed, due.last_day) == ("02-29", None)


def test_a_month_alone_makes_no_day() -> None:
    assert clock("2026-09", before=False).last_day is None


def test_nothing_printed_means_no_clock() -> None:
    assert clock("", before=True).last_day is None
    assert clock(None, before=False).printed == ""


def test_what_is_no_day_is_refused() -> None:
    with pytest.raises(Refusal, match=r"date\.unreadable"):
        clock("soon", before=False)


@given(DAYS, st.booleans())
def test_the_last_day_is_the_printed_day_or_the_one_before(day: dt.date, before: bool) -> None:
    due = clock(day.isoformat(), before=before)
    assert due.last_day == day - dt.timedelta(days=1 if before else 0)
    assert due.printed == day.isoformat()
