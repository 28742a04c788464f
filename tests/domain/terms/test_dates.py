"""Dates whole and partial."""

import datetime as dt

import pytest

from haidang.domain.terms.dates import PartialDate, from_iso, long, parse_date, parse_partial, short
from haidang.domain.terms.refusal import Refusal


@pytest.mark.parametrize("written", ["16/3/2026", "16-03-2026", "16.3.2026", "ngày 16 tháng 3 năm 2026", "2026-03-16"])
def test_a_day_is_read_however_it_is_written(written: str) -> None:
    assert parse_date(written) == dt.date(2026, 3, 16)


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("14/9", "09-14"),
        ("tháng 3/2026", "2026-03"),
        ("tháng 3 năm 2026", "2026-03"),
        ("3/2026", "2026-03"),
        ("năm 2026", "2026"),
    ],
)
def test_what_is_not_written_stays_unknown(written: str, iso: str) -> None:
    assert parse_partial(written).iso() == iso


@pytest.mark.parametrize("written", ["31/2/2026", "29/2/2025", "1/13", "0/5/2026"])
def test_a_day_the_calendar_does_not_have_is_refused(written: str) -> None:
    with pytest.raises(Refusal, match=r"date\.impossible"):
        parse_partial(written)


@pytest.mark.parametrize("written", ["", "hôm qua", "16/3/26", "14/9"])
def test_what_is_not_a_whole_day_is_refused_as_one(written: str) -> None:
    with pytest.raises(Refusal, match=r"date\.unreadable"):
        parse_date(written)


def test_a_leap_day_without_a_year_is_kept() -> None:
    assert PartialDate(None, 2, 29).in_year(2028).whole == dt.date(2028, 2, 29)


def test_documents_print_a_zero_before_small_days_and_the_first_two_months() -> None:
    assert long(dt.date(2026, 2, 5)) == "ngày 05 tháng 02 năm 2026"
    assert long(dt.date(2026, 3, 16)) == "ngày 16 tháng 3 năm 2026"
    assert short(dt.date(2026, 3, 5)) == "5/3/2026"


@pytest.mark.parametrize("iso", ["2026-03-16", "03-16", "2026-03", "2026"])
def test_iso_goes_round(iso: str) -> None:
    assert from_iso(iso).iso() == iso


def test_printed_shows_only_what_is_known() -> None:
    assert from_iso("09-14").printed() == "14/9"
