"""What an account can be called, what is lent, and how a code is typed."""

import pytest

from haidang.domain.access.administering import GROUPS, IN_A_GROUP, LETTERS, as_typed, is_account_name, may_be_lent
from haidang.domain.access.viewer import Role


@pytest.mark.parametrize("name", ["abc", "nguyen.van-an", "xa.baingang", "a1b", "x" * 40])
def test_names_people_can_read_to_each_other(name: str) -> None:
    assert is_account_name(name)


@pytest.mark.parametrize("name", ["", "ab", "Abc", "a b c", "a..b", ".abc", "abc-", "đông", "x" * 41, "a_b"])
def test_names_that_no_account_has(name: str) -> None:
    assert not is_account_name(name)


def test_a_code_is_typed_as_people_type() -> None:
    assert as_typed(" abcd-efgh jkmn\n") == "ABCDEFGHJKMN"


def test_a_code_holds_more_than_112_bits_and_no_letter_that_is_taken_for_another() -> None:
    assert len(LETTERS) ** (GROUPS * IN_A_GROUP) > 2**112
    assert not set(LETTERS) & set("01IOL")
    assert len(set(LETTERS)) == len(LETTERS)


@pytest.mark.parametrize("role", [Role.LEADER, Role.INSPECTOR, Role.ADMIN])
def test_what_is_given_by_name_or_decided_in_writing_is_not_lent(role: Role) -> None:
    assert not may_be_lent(frozenset({role, Role.FOCAL}))
    assert may_be_lent(frozenset({Role.FOCAL, Role.STANDING}))
    assert not may_be_lent(frozenset())
