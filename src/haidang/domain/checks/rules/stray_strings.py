"""Words that are no part of a document: broken fields, file paths, empty placeholders, names of accounts."""

import re
from collections.abc import Iterator

from haidang.domain.checks.findings import Paper, Slip
from haidang.domain.checks.tables import Table


def check(paper: Paper, table: Table) -> Iterator[Slip]:
    """Every place where one of the table's patterns stands; the pattern names its message."""
    for row in table.data["row"]:
        for found in re.finditer(row["pattern"], paper.text):
            yield Slip(" ".join(found[0].split())[:80], None, found.start(), found.end(), row["message"])
