"""The text of a document as the rules search it: one line, blanks for line breaks and marks, every place unchanged."""

import datetime as dt
from functools import lru_cache

from haidang.domain.terms.dates import day_written, month_written

# Line breaks and the marks of Markdown become blanks one by one, so that a place in the one is a place in the other.
_BLANKS = {ord(mark): " " for mark in "\n\t*_`\\\u00a0"}


@lru_cache(maxsize=8)
def flat(text: str) -> str:
    """The text with line breaks and marks as blanks; it has the same length, so places stay places."""
    return text.translate(_BLANKS)


def quoted(text: str, start: int, end: int) -> str:
    """A stretch as people quote it: single blanks."""
    return " ".join(flat(text)[start:end].split())


def printed(day: dt.date) -> str:
    """A day as official documents print it: 05/8/2024, 10/02/2026."""
    return f"{day_written(day.day)}/{month_written(day.month)}/{day.year}"
