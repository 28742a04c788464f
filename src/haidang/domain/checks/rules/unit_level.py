"""Bodies of a level above the issuer are treated as its own: copied from the document above."""

import re
from collections.abc import Iterator
from typing import Any

from haidang.domain.checks.cited import in_title_of_act
from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.named import named
from haidang.domain.checks.tables import Table
from haidang.domain.checks.words import flat, quoted

_BEFORE = 200
_NEAR = 45
_CLAUSE = re.compile(r"[.;:](?=\s)")


def check(paper: Paper, table: Table) -> Iterator[Slip] | Outcome:
    """Their collectives in clauses on the issuer's own money, and their names as doers without "đề nghị"."""
    level = paper.reading.head.issuer_level
    above = [row for row in table.data["above"] if level in row["issuers"]]
    if not above or level is None:
        return Outcome.NOT_APPLICABLE
    own, own_en = table.data["levels"][level]
    slips = [slip for row in above for slip in _slips(paper, table, row)]
    return iter(
        Slip(quoted(paper.text, start, end), None, start, end, values={
            "level": row["level"], "level_en": row["level_en"], "own": own, "own_en": own_en,
        })
        for start, end, row in slips
    )  # fmt: skip


def _slips(paper: Paper, table: Table, row: dict[str, Any]) -> Iterator[tuple[int, int, dict[str, Any]]]:
    value = flat(paper.text)
    money, courtesy = table.data["words"]["money"], table.data["words"]["courtesy"]
    collective = re.compile(rf"(?<!\w){row['collective'].replace(' ', chr(92) + 's+')}(?!\w)", re.IGNORECASE)
    for found in collective.finditer(value):
        clause = _CLAUSE.split(value[max(0, found.start() - _BEFORE) : found.start()])[-1].lower()
        near = clause[-_NEAR:]
        asked = any(word in near for word in courtesy)
        if any(word in clause for word in money) and not asked and not in_title_of_act(paper, found.start()):
            yield *found.span(), row
    lead = re.compile(rf"(?:{row['lead']})(?!\w)", re.IGNORECASE)
    for who in named(paper):
        if who.role != "lead" or not lead.match(who.name):
            continue
        before = value[max(0, who.start - _NEAR) : who.start].lower()
        if not any(word in before for word in courtesy):
            yield who.start, who.end, row
