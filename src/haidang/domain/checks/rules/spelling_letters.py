"""An abbreviation with two letters changed about (UNBD)."""

import re
from collections.abc import Iterator

from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.tables import Table

_CAPITALS = re.compile(r"(?<![\w/-])[A-ZĐ]{4,}(?![\w/])")


def check(paper: Paper, table: Table) -> Iterator[Slip] | Outcome:
    """One slip for each run of capitals that is no abbreviation we know, but is one with two neighbours changed."""
    known = set(table.data["abbreviations"])
    swapped = {other: name for name in sorted(known) for other in _swaps(name) if other not in known}
    found = list(_CAPITALS.finditer(paper.text))
    if not found:
        return Outcome.NOT_APPLICABLE
    return (Slip(word[0], swapped[word[0]], word.start(), word.end()) for word in found if word[0] in swapped)


def _swaps(name: str) -> Iterator[str]:
    for at in range(len(name) - 1):
        yield name[:at] + name[at + 1] + name[at] + name[at + 2 :]
