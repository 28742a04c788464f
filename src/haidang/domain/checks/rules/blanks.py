"""A number or a day in the head that was never filled in: "Số: /KH-UBND", "ngày tháng 4 năm 2026"."""

import re
from collections.abc import Iterator

from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.parts import bare
from haidang.domain.checks.tables import Table
from haidang.domain.directives.wordlists import UP

_REACH = 2500
_NUMBER = re.compile(rf"\bSố\s?:[ \t]*[._…]*[ \t]*[/-][ \t]?[{UP}]\w*(?:[ \t]?[-/–][ \t]?[{UP}]\w*)*")
_DAY = re.compile(r"(?<=\w,)\s*ngày\s*(?P<day>\d*|[._…]*)\s*tháng\s*(?P<month>\d*|[._…]*)\s*năm\s*(?P<year>\d*|[._…]*)")


def check(paper: Paper, _table: Table) -> Iterator[Slip] | Outcome:
    """The first number and the first day of the head, where they are blank."""
    if not paper.parts.official:
        return Outcome.NOT_APPLICABLE
    return _blanks(paper)


def _blanks(paper: Paper) -> Iterator[Slip]:
    foot = paper.parts.recipients
    end = min(_REACH, len(paper.text) if foot is None else foot)
    number = _NUMBER.search(paper.text, 0, end)
    if number and not paper.reading.head.number:
        yield Slip(bare(number[0]), None, number.start(), number.end(), "number")
    day = _DAY.search(paper.text, 0, end)
    if day and not (day["day"].isdigit() and day["month"].isdigit() and day["year"].isdigit()):
        begin = day.start() + len(day[0]) - len(day[0].lstrip())
        yield Slip(bare(day[0]), None, begin, day.end(), "day")
