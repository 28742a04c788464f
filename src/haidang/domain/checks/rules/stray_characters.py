"""Letters that belong to no text: what is left where a file was damaged or a symbol font got lost."""

import re
from collections.abc import Iterator

from haidang.domain.checks.findings import Paper, Slip
from haidang.domain.checks.tables import Table

_STRAY = re.compile("[\ufffd\ue000-\uf8ff]+")


def check(paper: Paper, _table: Table) -> Iterator[Slip]:
    """Every run of replacement or private-use characters."""
    for found in _STRAY.finditer(paper.text):
        yield Slip(found[0], None, found.start(), found.end())
