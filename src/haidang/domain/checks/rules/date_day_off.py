"""An act that offices issue on working days bears a Saturday, a Sunday or a fixed holiday."""

import re
from collections.abc import Iterator

from haidang.domain.checks.calendar import day_off
from haidang.domain.checks.cited import citations
from haidang.domain.checks.findings import Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.checks.words import printed, quoted


def check(paper: Paper, table: Table) -> Iterator[Slip]:
    """The document's own day, then every cited act of a working-day kind by a local office, each day once."""
    symbols = re.compile(table.data["symbols"])
    kinds = table.data["kinds"]
    head = paper.reading.head
    place = paper.reading.spans.get("date")
    local = head.issuer_level in ("province", "district", "commune", "department")
    if paper.dated and head.kind in kinds and local and place and (named := day_off(paper.dated)):
        yield Slip(printed(paper.dated), None, place.start, place.end, "own", named)
    seen = set()
    for cited in citations(paper):
        if cited.date is None or cited.kind not in kinds or not symbols.search(cited.key):
            continue
        named = day_off(cited.date)
        if named and (cited.key, cited.date) not in seen:
            seen.add((cited.key, cited.date))
            yield Slip(quoted(paper.text, cited.start, cited.end), None, cited.start, cited.end, values=named)
