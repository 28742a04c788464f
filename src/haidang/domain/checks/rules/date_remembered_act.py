"""An act whose day we only remember is cited with another day: a person should look."""

from collections.abc import Iterator

from haidang.domain.checks.acts import matches
from haidang.domain.checks.findings import Paper, Slip
from haidang.domain.checks.rules.date_known_act import misdated, slip
from haidang.domain.checks.tables import Table


def check(paper: Paper, _table: Table) -> Iterator[Slip]:
    """Every citation of an act from memory, whose day is another one."""
    for match in matches(paper):
        if not match.act.sure and misdated(match):
            yield slip(paper, match)
