"""Round brackets: each that opens is closed; the bracket behind a letter or number of a list is no bracket."""

import re
from collections.abc import Iterator

from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.terms.text import squash

_BRACKET = re.compile(r"[()]")
_LISTED = re.compile(r"(?:^|[\s*#|_.;:,(])(?:\d{1,3}|[a-zđA-ZĐ]|[ivx]{1,4}|[IVX]{1,4})\s?$")
_LONGEST = 1500
_AROUND = 30


def check(paper: Paper, _table: Table) -> Iterator[Slip] | Outcome:
    """Every bracket without its other half."""
    if paper.scanned:
        return Outcome.NOT_EVALUATED
    brackets = list(_BRACKET.finditer(paper.text))
    if not brackets:
        return Outcome.NOT_APPLICABLE
    return _slips(paper.text, brackets)


def _slips(text: str, brackets: list[re.Match[str]]) -> Iterator[Slip]:
    opened: list[int] = []
    for bracket in brackets:
        at = bracket.start()
        while opened and at - opened[0] > _LONGEST:
            yield _open(text, opened.pop(0))
        if bracket[0] == "(":
            opened.append(at)
        elif opened:
            opened.pop()
        elif not _LISTED.search(text[max(0, at - 6) : at]):
            yield Slip(squash(text[max(0, at - _AROUND) : at + 1]), None, at, at + 1, "closed")
    # What an excerpt cuts off is not missing.
    yield from (_open(text, at) for at in opened if len(text) - at > _LONGEST)


def _open(text: str, at: int) -> Slip:
    return Slip(squash(text[at : at + _AROUND]), None, at, at + 1, "open")
