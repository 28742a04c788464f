"""An act of the registry is cited with another day than its own."""

from collections.abc import Iterator

from haidang.domain.checks.acts import Match, matches
from haidang.domain.checks.findings import Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.checks.words import printed, quoted


def check(paper: Paper, _table: Table) -> Iterator[Slip]:
    """Every citation of an act somebody has seen, whose day is another one."""
    for match in matches(paper):
        if match.act.sure and misdated(match):
            yield slip(paper, match)


def misdated(match: Match) -> bool:
    """Whether a day is given and it is not the day of the act."""
    return match.written is not None and match.written.whole not in (None, match.act.date)


def slip(paper: Paper, match: Match) -> Slip:
    """The citation with the right day."""
    act = match.act
    values = {"act": f"{act.name} ({act.number})", "act_source": act.source}
    return Slip(quoted(paper.text, match.start, match.end), printed(act.date), match.start, match.end, values=values)
