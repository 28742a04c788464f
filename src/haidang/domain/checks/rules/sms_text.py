"""The text of a message that stands more than once in a document is the same each time."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.directives.wordlists import any_of
from haidang.domain.terms.text import squash

_SHORTEST = 40
_ALIKE = 0.8


def check(paper: Paper, table: Table) -> Iterator[Slip] | Outcome:
    """Every quoted message that nearly is an earlier one."""
    quoted = re.compile(rf"(?i:{any_of(table.data['labels'])})[^“\"\n]{{0,60}}[“\"](?P<text>[^”\"]{{{_SHORTEST},600}})")
    found = list(quoted.finditer(paper.text))
    if not found:
        return Outcome.NOT_APPLICABLE
    return _slips(paper, found)


def _slips(paper: Paper, quoted: list[re.Match[str]]) -> Iterator[Slip]:
    kept: list[tuple[str, int]] = []
    for found in quoted:
        text = squash(found["text"])
        for earlier, line in kept:
            if earlier != text and SequenceMatcher(None, earlier, text, autojunk=False).ratio() >= _ALIKE:
                yield Slip(text, earlier, found.start("text"), found.end("text"), values={"line": str(line)})
                break
        kept.append((text, paper.line_at(found.start("text"))))
