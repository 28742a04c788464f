"""Blanks: two in a row, one before a comma, none after it. One slip for each sort, at its first place."""

import re
from collections.abc import Iterator

from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.parts import bare
from haidang.domain.checks.tables import Table
from haidang.domain.directives.wordlists import LOW, UP

_SORTS = {
    # Columns, indents and the two blanks of a line break in copies are no slips.
    "double": re.compile(r"(?<=[^\s|*])[  ]{2}(?=[^\s|*])"),
    "before": re.compile(r"(?<=\w)[  ]+[,;](?=\s)|(?<=\w)[  ]+:(?=\s+\S)"),
    "after": re.compile(rf"(?<=[{LOW}])[,;](?=[{LOW}{UP}]{{2}})|(?<=[{LOW}]{{3}})\.(?=[{UP}][{LOW}]{{2}})"),
}
_AROUND = 14


def check(paper: Paper, _table: Table) -> Iterator[Slip] | Outcome:
    """The first place of each sort; the message says how many there are."""
    if paper.scanned or paper.parts.flat:
        return Outcome.NOT_EVALUATED
    return _slips(paper)


def _slips(paper: Paper) -> Iterator[Slip]:
    foot = paper.parts.foot
    end = len(paper.text) if foot is None else foot
    for sort, pattern in _SORTS.items():
        places = list(pattern.finditer(paper.text, 0, end))
        if places:
            first = places[0]
            words = paper.text[max(0, first.start() - _AROUND) : first.end() + _AROUND].replace("\n", " ").strip()
            lines = sorted({paper.line_at(place.start()) for place in places})
            values = {"count": str(len(places)), "lines": ", ".join(map(str, lines[:5])) + (" …" if lines[5:] else "")}
            yield Slip(bare(words) if sort != "double" else words, None, first.start(), first.end(), sort, values)
