"""Investigation of trafficking laid on the police of a commune."""

from collections.abc import Iterator

from haidang.domain.checks.competence import overreaching
from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.tables import Table


def check(paper: Paper, table: Table) -> Iterator[Slip] | Outcome:
    """Every duty of commune police to investigate or solve cases of trafficking."""
    return overreaching(paper, table)
