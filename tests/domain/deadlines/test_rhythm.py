import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.domain.deadlines.rhythm import Rhythm, period_end, period_ends, yearly_days
from haidang.domain.deadlines.wording import RHYTHM_WORDS, due_words

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31))
DAY = dt.date(2026, 3, 11)


@pytest.mark.parametrize(
    ("rhythm", "end"),
    [
        (Rhythm.DAY, dt.date(2026, 3, 11)),
        (Rhythm.WEEK, dt.date(2026, 3, 15)),
        (Rhythm.MONTH, dt.date(2026, 3, 31)),
        (Rhythm.QUARTER, dt.date(2026, 3, 31)),
        (Rhythm.HALF, dt.date(2026, 6, 30)),
        (Rhythm.NINE_MONTHS, dt.date(2026, 9, 30)),
        (Rhythm.YEAR, dt.date(2026, 12, 31)),
    ],
)
def test_the_running_period_ends_with_the_calendar(rhythm: Rhythm, end: dt.date) -> None:
    assert period_end(rhythm, DAY) == end


@given(st.sampled_from(Rhythm), DAYS)
def test_a_period_never_ends_before_the_day_it_holds(rhythm: Rhythm, day: dt.date) -> None:
    end = period_end(rhythm, day)
    assert end >= day
    assert period_end(rhythm, end) == end


@given(st.sampled_from([Rhythm.MONTH, Rhythm.QUARTER, Rhythm.HALF, Rhythm.YEAR]), DAYS)
def test_period_ends_follow_one_another_without_repeating(rhythm: Rhythm, starts: dt.date) -> None:
    found = period_ends(rhythm, starts, starts + dt.timedelta(days=800))
    assert list(found) == sorted(set(found))


def test_a_year_has_four_quarters() -> None:
    assert len(period_ends(Rhythm.QUARTER, dt.date(2026, 1, 1), dt.date(2026, 12, 31))) == 4


def test_a_printed_day_without_a_year_returns_every_year_that_has_it() -> None:
    assert yearly_days("02-29", dt.date(2026, 1, 1), dt.date(2030, 1, 1)) == (dt.date(2028, 2, 29),)
    assert len(yearly_days("09-14", dt.date(2026, 1, 1), dt.date(2028, 12, 31))) == 3


def test_every_rhythm_has_words() -> None:
    assert set(RHYTHM_WORDS) == set(Rhythm)


@pytest.mark.parametrize(
    ("kind", "printed", "before", "rhythm", "words"),
    [
        ("date", "2026-08-05", True, "", "trước ngày 05/8/2026"),
        ("date", "2026-02-15", False, "", "chậm nhất ngày 15/02/2026"),
        ("date", "09-14", True, "", "trước ngày 14/9"),
        ("date", "2026-09", False, "", "trong tháng 9/2026"),
        ("date", "2026", False, "", "trong năm 2026"),
        ("rhythm", "", False, "quarter", "hằng quý"),
        ("rhythm", "12-10", True, "year", "hằng năm, trước ngày 10/12"),
        ("throughout", "", False, "", None),
    ],
)
def test_due_times_are_written_as_documents_write_them(
    kind: str, printed: str, before: bool, rhythm: str, words: str | None
) -> None:
    assert due_words(kind, printed, before=before, rhythm=rhythm) == words
