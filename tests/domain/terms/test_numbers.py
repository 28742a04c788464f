"""Numbers printed and read back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.domain.terms.numbers import format_number, parse_number
from haidang.domain.terms.refusal import Refusal


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1.234,5", "1234.5"),
        ("1234,5", "1234.5"),
        ("1234.5", "1234.5"),
        ("1.234", "1234"),
        ("-3", "-3"),
        ("0,25", "0.25"),
        ("12.5", "12.5"),
    ],
)
def test_the_usual_spellings_are_read(written: str, value: str) -> None:
    assert parse_number(written) == Decimal(value)


@pytest.mark.parametrize("written", ["", "mười", "1,234.5", "1.2.3", "12,", "1,234,567"])
def test_what_could_mean_two_things_or_nothing_is_refused(written: str) -> None:
    with pytest.raises(Refusal, match=r"number\.unreadable"):
        parse_number(written)


def test_places_fix_the_decimals() -> None:
    assert format_number(Decimal("1234.5"), 2) == "1.234,50"
    assert format_number(0.1) == "0,1"
    assert format_number(1000000) == "1.000.000"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9))
def test_what_is_printed_with_two_decimals_reads_back(value: Decimal) -> None:
    assert parse_number(format_number(value, 2)) == value
