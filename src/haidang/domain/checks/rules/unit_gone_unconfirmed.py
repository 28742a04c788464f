"""A duty is laid on a body that, as far as we know, no longer exists: a person should look."""

import datetime as dt
from collections.abc import Iterator

from haidang.domain.checks.era import era
from haidang.domain.checks.findings import Paper, Slip
from haidang.domain.checks.named import named
from haidang.domain.checks.rules.unit_gone import standings
from haidang.domain.checks.tables import Table
from haidang.domain.checks.words import printed
from haidang.domain.terms.text import fold
from haidang.domain.units.standing import Verdict


def check(paper: Paper, table: Table) -> Iterator[Slip]:
    """Bodies whose end nobody of us has seen in a source, each once; then ministries."""
    for who, found in standings(paper):
        if found.confidence == "unconfirmed" and found.verdict is Verdict.GONE and found.ended is not None:
            became = "; ".join(found.became)
            values = {"since": printed(found.ended + dt.timedelta(days=1))}
            yield Slip(who.name, became or None, who.start, who.end, "default" if became else "nothing", values)
    yield from _ministries(paper, table)


def _ministries(paper: Paper, table: Table) -> Iterator[Slip]:
    first = era(paper).first
    by_name = {fold(name): ministry for ministry in table.data["ministry"] for name in ministry["names"]}
    seen = set()
    for who in named(paper):
        ministry = by_name.get(fold(who.name))
        if ministry is not None and first >= ministry["since"] and fold(who.name) not in seen:
            seen.add(fold(who.name))
            yield Slip(who.name, ministry["became"], who.start, who.end, values={"since": printed(ministry["since"])})
