"""No full stop ends a title."""

import re
from collections.abc import Iterator

from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.parts import bare
from haidang.domain.checks.tables import Table

_STOP = re.compile(r"[”\"»*_]*[ \t]?[.;](?![.\w/])")
_TAIL = 24


def check(paper: Paper, _table: Table) -> Iterator[Slip] | Outcome:
    """The mark right behind the title."""
    title = paper.reading.spans.get("title")
    if title is None:
        return Outcome.NOT_APPLICABLE
    return _stop(paper, title.end)


def _stop(paper: Paper, end: int) -> Iterator[Slip]:
    found = _STOP.match(paper.text, end)
    if found:
        tail = paper.text[max(0, end - _TAIL) : found.end()]
        yield Slip(bare(tail.partition(" ")[2]), None, found.end() - 1, found.end())
