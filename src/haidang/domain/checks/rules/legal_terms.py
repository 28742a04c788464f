"""Words of the law on human trafficking: what the 2024 Law calls otherwise; the rows are data, with their days."""

import re
from collections.abc import Iterator

from haidang.domain.checks.findings import Paper, Slip
from haidang.domain.checks.tables import Table


def check(paper: Paper, table: Table) -> Iterator[Slip]:
    """Every superseded wording. In a document older than the new wording the message says so: it was usual then."""
    for row in table.data["row"]:
        message = "default" if paper.day >= row["from"] else "superseded"
        values = {"since": f"{row['from'].day:02d}/{row['from'].month}/{row['from'].year}"}
        for found in re.finditer(row["wrong"].replace(" ", r"\s+"), paper.text):
            # Names of treaties keep the words of their official translation.
            before = paper.text[max(0, found.start() - table.data["reach"]) : found.start()]
            if row.get("in_treaties") and re.search(table.data["treaties"], before):
                continue
            yield Slip(" ".join(found[0].split()), row["right"], found.start(), found.end(), message, values)
