"""The sender of a text message: what a telephone can show as a sender's name."""

import re
from collections.abc import Iterator

from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.directives.wordlists import any_of


def check(paper: Paper, table: Table) -> Iterator[Slip] | Outcome:
    """Every sender line longer than a sender's name may be, or with letters it cannot hold."""
    lines = re.compile(
        rf"(?i:{any_of(table.data['labels'])})\s*(?:\([^)\n]*\))?\s*(?::|là)\s*[“\"]?(?P<name>[^”\"\n.;,]{{2,60}})"
    )
    found = list(lines.finditer(paper.text))
    if not found:
        return Outcome.NOT_APPLICABLE
    return _slips(found, table.data["longest"])


def _slips(lines: list[re.Match[str]], longest: int) -> Iterator[Slip]:
    for line in lines:
        name = line["name"].strip()
        if len(name) > longest or not name.isascii():
            yield Slip(name, None, line.start("name"), line.end("name"), values={"length": str(len(name))})
