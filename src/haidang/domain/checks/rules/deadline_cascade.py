"""Plans are ordered from below without a day for issuing them: said once."""

import re
from collections.abc import Iterator

from haidang.domain.checks.days import day_at
from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.checks.words import flat, quoted
from haidang.domain.directives.reading import Duty
from haidang.domain.directives.wordlists import any_of

_RHYTHM = re.compile(r"hằng\s+(?:năm|quý|tháng)|hàng\s+(?:năm|quý|tháng)|trong\s+(?:vòng|tháng|quý)", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[;.](?=\s)|báo\s+cáo", re.IGNORECASE)


def check(paper: Paper, table: Table) -> Iterator[Slip] | Outcome:
    """The first duty that orders a plan; none where any such duty names a day."""
    products = any_of(table.data["products"])
    order = re.compile(rf"(?:xây\s+dựng|ban\s+hành)\s+(?:và\s+ban\s+hành\s+)?{products}", re.IGNORECASE)
    orders = [place for duty in paper.reading.duties for place in _orders(paper, duty, order)]
    if not orders:
        return Outcome.NOT_APPLICABLE
    if any(_has_day(paper, place) for place in orders):
        return iter(())
    start, end = orders[0]
    return iter((Slip(quoted(paper.text, start, end), None, start, end),))


def _orders(paper: Paper, duty: Duty, order: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    collective = len(duty.leads) > 1 or any(name.lower().startswith(("các", "ubnd các")) for name in duty.leads)
    found = order.search(flat(paper.text), duty.span.start, duty.span.end) if collective else None
    if found:
        yield found.span()


def _has_day(paper: Paper, place: tuple[int, int]) -> bool:
    value = flat(paper.text)
    first = max(0, place[0] - 60, *(value.rfind(mark, 0, place[0]) for mark in ";."))
    ended = _CLAUSE_END.search(value, place[1], place[1] + 300)
    last = ended.start() if ended else place[1] + 300
    return day_at(paper.text, first, last) is not None or bool(_RHYTHM.search(value, first, last))
