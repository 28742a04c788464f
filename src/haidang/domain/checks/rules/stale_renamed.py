"""A thing is called by a name it no longer bears."""

import re
from collections.abc import Iterator

from haidang.domain.checks.era import era
from haidang.domain.checks.findings import Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.checks.words import flat, printed, quoted

_AROUND = 160


def check(paper: Paper, table: Table) -> Iterator[Slip]:
    """Old names in documents written after the change or still at work when it came, each once."""
    last = era(paper).last
    value = flat(paper.text)
    for name in table.data["changed"]:
        if last < name["since"]:
            continue
        pattern = re.compile(name["pattern"].replace(" ", r"\s+"))
        for found in pattern.finditer(value):
            around = value[max(0, found.start() - _AROUND) : found.end() + _AROUND]
            if name["near"] in " ".join(around.lower().split()) and name["new"].lower() not in around.lower():
                values = {"since": printed(name["since"]), "why": name["why"]}
                yield Slip(quoted(paper.text, *found.span()), name["new"], *found.span(), values=values)
                break
