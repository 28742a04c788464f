"""Which passwords are too easy."""

import pytest

from haidang.domain.access.passwords import common, weakness

OWN = ("xa.baingang", "Hồ Thị Biển")


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("ngan", "short"),
        ("x" * 201, "long"),
        ("aaaaaaaaaaaa", "same_letters"),
        ("123123123123", "same_letters"),
        ("matkhau123456", "common"),
        ("MậtKhẩu@2026!", "common"),
        ("congan-angiang-2026", "common"),
        ("anhyeuem01234", "common"),
        ("hothibien@1990", "name"),
        ("baingang.12345", "name"),
        ("thuyền nan bốn mùa lúa", ""),
        ("vịt-trời-xanh-7-ghế", ""),
        ("9vK!tq2LmZ#xw", ""),
    ],
)
def test_a_password_is_weak_for_a_reason_or_not_at_all(password: str, why: str) -> None:
    assert weakness(password, OWN) == why


def test_digits_alone_are_as_weak_as_the_empty_word() -> None:
    assert weakness("0912345678901") == "common"


def test_the_list_is_written_as_it_is_compared() -> None:
    assert len(common()) > 100
    assert all(word.isascii() and word.isalpha() and word.islower() for word in common())
