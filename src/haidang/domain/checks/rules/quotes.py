"""Quotation marks: each that opens is closed, and one sort is used throughout."""

import re
from collections.abc import Iterator

from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.terms.text import squash

_MARK = re.compile(r"[“”\"]")
# Longer than any quotation an administrative document makes.
_LONGEST = 900
_AROUND = 30


def check(paper: Paper, _table: Table) -> Iterator[Slip] | Outcome:
    """Every mark without its other half; and, once, that two sorts are used."""
    if paper.scanned:
        return Outcome.NOT_EVALUATED
    marks = list(_MARK.finditer(paper.text))
    if not marks:
        return Outcome.NOT_APPLICABLE
    return _slips(paper, marks)


def _slips(paper: Paper, marks: list[re.Match[str]]) -> Iterator[Slip]:
    pairs: list[re.Match[str]] = []
    opened: re.Match[str] | None = None
    for mark in marks:
        # An excerpt may end inside a quotation; anything else that stays open this long was never closed.
        if opened and (mark.start() - opened.start() > _LONGEST or mark[0] == "“"):
            yield _slip(paper, opened, "open")
            opened = None
        if mark[0] == "“" or (mark[0] == '"' and opened is None):
            opened = mark
        elif opened is None:
            yield _slip(paper, mark, "closed")
        else:
            if (opened[0] == '"') != (mark[0] == '"'):
                pairs.append(mark)
            opened = None
    if opened and len(paper.text) - opened.start() > _LONGEST:
        yield _slip(paper, opened, "open")
    straight = [mark for mark in marks if mark[0] == '"']
    curly = [mark for mark in marks if mark[0] != '"']
    values = {"straight": str(len(straight)), "curly": str(len(curly))}
    if pairs:
        yield from (_slip(paper, mark, "pair", values) for mark in pairs)
    elif straight and curly:
        yield _slip(paper, min(straight, curly, key=len)[0], "mixed", values)


def _slip(paper: Paper, mark: re.Match[str], message: str, values: dict[str, str] | None = None) -> Slip:
    if mark[0] == "”" or message in ("closed", "pair"):
        words = paper.text[max(0, mark.start() - _AROUND) : mark.end()].partition(" ")[2]
    else:
        words = paper.text[mark.start() : mark.end() + _AROUND].rpartition(" ")[0]
    return Slip(squash(words) or mark[0], None, mark.start(), mark.end(), message, values or {})
