"""Texts made to tire the reader: with blanks that could be shared out in every way these tests would not end."""

import pytest

from haidang.domain.directives.reader import read
from haidang.domain.terms.intake import secrecy_stamp

ODD = {
    "blanks before a letter": " " * 200_000 + "a",
    "blanks between words": "Sở Y tế" + " " * 200_000 + "tập huấn.",
    "dashes and blanks": "- " * 100_000 + "a",
    "empty lines": "\n" * 200_000,
    "one word": "A" * 200_000,
    "brackets": "(" * 100_000,
    "numbers": "1." * 100_000,
    "names without end": "Sở Y tế, " * 5_000,
    "orders without end": "chủ trì, phối hợp " * 5_000,
    "days without end": "trước ngày 01/01/2026-" * 5_000,
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_a_text_that_says_nothing_is_read_to_its_end(text: str) -> None:
    assert read(text).text == text
    assert secrecy_stamp(text) is None
