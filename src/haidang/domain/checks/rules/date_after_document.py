"""A cited act bears a day after the document itself."""

from collections.abc import Iterator

from haidang.domain.checks.cited import citations
from haidang.domain.checks.era import era
from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.checks.words import printed, quoted


def check(paper: Paper, _table: Table) -> Iterator[Slip] | Outcome:
    """Every citation younger than the last day on which the document can have been written."""
    when = era(paper)
    if not when.dated and when.last == paper.today:
        return Outcome.NOT_EVALUATED
    own = printed(when.last) if when.dated else f"chậm nhất {printed(when.last)}"
    return (
        Slip(
            quoted(paper.text, cited.start, cited.end), None, cited.start, cited.end,
            values={"cited": printed(cited.date), "own": own},
        )
        for cited in citations(paper)
        if cited.date is not None and cited.date > when.last
    )  # fmt: skip
