from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.domain.indicators import amounts, catalogue
from haidang.domain.indicators.amounts import MISSING, NIL, NOT_OURS, Amount, Emptiness
from haidang.domain.terms.numbers import format_number
from haidang.domain.terms.refusal import Refusal

numbers = st.decimals(min_value=0, max_value=10**8, places=2)
any_amount = st.one_of(numbers.map(Amount), st.sampled_from([MISSING, NIL, NOT_OURS]))
SESSIONS = catalogue.indicator("sessions")


@given(any_amount, any_amount, any_amount)
def test_adding_does_not_depend_on_grouping(a, b, c):
    assert (a + b) + c == a + (b + c)


@given(any_amount, any_amount)
def test_adding_does_not_depend_on_order(a, b):
    assert a + b == b + a


@given(any_amount)
def test_what_is_not_an_agencys_business_changes_no_sum(a):
    assert a + NOT_OURS == a


@given(st.lists(any_amount))
def test_a_total_is_the_sum_of_the_numbers_given_and_of_nothing_else(given_amounts):
    values = [amount.value for amount in given_amounts if amount.value is not None]
    found = amounts.total(given_amounts)
    assert found.value == (sum(values, Decimal(0)) if values else None)


@given(st.lists(st.lists(numbers, min_size=1), min_size=1))
def test_the_total_of_reports_equals_the_sum_of_all_their_lines(reports):
    found = amounts.total(amounts.of_lines(lines, None) for lines in reports)
    assert found.value == sum((value for lines in reports for value in lines), Decimal(0))


def test_zero_is_a_number_and_none_of_the_emptinesses():
    zero = amounts.of_lines([Decimal(0)], None)
    assert zero.counts
    assert zero not in {MISSING, NIL, NOT_OURS}
    assert zero + MISSING == zero


def test_of_emptinesses_the_one_that_leaves_most_unknown_stands():
    assert NIL + MISSING == MISSING
    assert NIL + NOT_OURS == NIL
    assert amounts.total([]) == MISSING


def test_a_cell_without_lines_and_without_a_word_was_not_reported():
    assert amounts.of_lines([], None) == MISSING
    assert amounts.of_lines([], Emptiness.NIL) == NIL


def test_an_amount_is_never_both_a_number_and_empty():
    with pytest.raises(ValueError, match="a number or an emptiness"):
        Amount(Decimal(1), Emptiness.NIL)
    with pytest.raises(ValueError, match="a number or an emptiness"):
        Amount()


@given(st.integers(min_value=0, max_value=10**8))
def test_a_typed_number_is_read_back_as_it_is_printed(value):
    assert amounts.read(SESSIONS, format_number(value)) == value


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("hai", "number.unreadable"),
        ("-1", "indicator.negative"),
        ("1,5", "indicator.not_whole"),
        ("99999999999999", "indicator.too_large"),
    ],
)
def test_a_number_that_cannot_be_is_refused_at_its_indicator(written, code):
    with pytest.raises(Refusal) as refused:
        amounts.read(SESSIONS, written)
    assert (refused.value.code, refused.value.field) == (code, "sessions")


def test_a_blank_is_no_number():
    assert amounts.read(SESSIONS, "  ") is None


def test_more_tips_resolved_than_received_is_doubtful_and_the_reverse_is_not():
    relations = catalogue.form("counter_trafficking").relations
    many, few = Amount(Decimal(5)), Amount(Decimal(3))
    found = amounts.doubtful(relations, {"tips_resolved": many, "tips_received": few})
    assert [relation.smaller for relation in found] == ["tips_resolved"]
    assert amounts.doubtful(relations, {"tips_resolved": few, "tips_received": many}) == ()
    assert amounts.doubtful(relations, {"tips_resolved": many, "tips_received": NIL}) == ()
