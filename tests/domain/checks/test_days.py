"""Days as printed in a text: found where they stand, however they are written."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from haidang.domain.checks.calendar import day_off
from haidang.domain.checks.days import written_days
from haidang.domain.checks.words import flat, printed

DAYS = st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2099, 12, 31))
TEXTS = st.text(alphabet="ngày tháng năm 0123456789/.-*\n “”", max_size=60)


@given(
    DAYS,
    st.sampled_from(["{d}/{m}/{y}", "{d:02d}/{m:02d}/{y}", "{d} tháng {m} năm {y}", "{d}-{m}-{y}", "{d}. {m}. {y}"]),
)
def test_a_day_is_found_however_it_is_printed(day: dt.date, form: str) -> None:
    words = form.format(d=day.day, m=day.month, y=day.year)
    (found,) = written_days(f"Hoàn thành trước ngày {words}, gửi báo cáo.")
    assert found.whole == day
    assert found.said


@given(DAYS)
def test_a_day_as_offices_print_it_is_read_back(day: dt.date) -> None:
    (found,) = written_days(f"ngày {printed(day)}")
    assert found.whole == day


@given(TEXTS)
def test_places_point_at_what_was_found(text: str) -> None:
    assert len(flat(text)) == len(text)
    for day in written_days(text):
        assert text[day.start].isdigit()
        assert text[day.start : day.end] == text[day.start : day.end].strip()
        assert 0 <= day.start < day.end <= len(text)


def test_what_only_looks_like_a_day_is_none() -> None:
    assert written_days("Số 12/5/UBND; phiên bản 1.2.2024.3; mục 3/4/5; tỷ lệ 3/4%; 24/7-ATGT") == ()


@given(DAYS)
def test_offices_rest_on_weekends_and_on_the_fixed_holidays(day: dt.date) -> None:
    holiday = (day.month, day.day) in {(1, 1), (4, 30), (5, 1), (9, 2)}
    assert (day_off(day) is not None) == (day.weekday() >= 5 or holiday)
