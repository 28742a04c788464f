"""A document cites an act that, as far as we remember, was no longer in force: a person should look."""

from collections.abc import Iterator

from haidang.domain.checks.findings import Paper, Slip
from haidang.domain.checks.rules.citation_lapsed import lapsed
from haidang.domain.checks.tables import Table


def check(paper: Paper, _table: Table) -> Iterator[Slip]:
    """Every act remembered to have lapsed before the document, each once."""
    return lapsed(paper, sure=False)
