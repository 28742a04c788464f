"""The invented document that the journeys register; its days are counted from the day of the run."""

import datetime as dt
from pathlib import Path

from django.utils import timezone

from haidang.domain.terms import dates

NUMBER = "17/CT-UBND"
_TEXT = (Path(__file__).parent / "texts" / "chi-thi.txt").read_text(encoding="utf-8")


def directive() -> str:
    """The text as it comes in today, with due days ahead of it."""
    today = timezone.localdate()

    def ahead(days: int) -> str:
        return f"{today + dt.timedelta(days=days):%d/%m/%Y}"

    return _TEXT.format(
        head=dates.long(today - dt.timedelta(days=2)),
        map=ahead(12),
        courses=ahead(30),
        boards=ahead(9),
        report=ahead(25),
    )


def line(number: int) -> str:
    """One line of the text, counted from 1."""
    return directive().splitlines()[number - 1]
