"""Inspection (thanh tra) laid on a body that has no inspectorate since the reform of 2025."""

from collections.abc import Iterator

from haidang.domain.checks.competence import overreaching
from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.tables import Table


def check(paper: Paper, table: Table) -> Iterator[Slip] | Outcome:
    """Every duty of a department or a commune that speaks of inspection."""
    return overreaching(paper, table)
