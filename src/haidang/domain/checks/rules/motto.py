"""The national title and the motto are laid down letter for letter."""

import re
from collections.abc import Iterator

from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.parts import bare, unmarked
from haidang.domain.checks.tables import Table
from haidang.domain.terms.text import squash

_REACH = 2500
_TITLE = re.compile(r"CONG\s+HOA\s+XA\s+HOI\s+CHU\s+NGHIA\s+VIET\s+NAM", re.IGNORECASE)
_MOTTO = re.compile(r"DOC\s+LAP\W{1,6}TU\s+DO\W{1,6}HANH\s+PHUC", re.IGNORECASE)


def check(paper: Paper, table: Table) -> Iterator[Slip] | Outcome:
    """Where one of them stands but differs from the wording of the decree; a missing one is another rule's."""
    if paper.parts.party or not paper.parts.official:
        return Outcome.NOT_APPLICABLE
    if paper.scanned:
        return Outcome.NOT_EVALUATED
    return _differing(paper, table)


def _differing(paper: Paper, table: Table) -> Iterator[Slip]:
    top = unmarked(paper.text[:_REACH])
    for pattern, right in ((_TITLE, table.data["title"]), (_MOTTO, table.data["motto"])):
        found = pattern.search(top)
        if not found:
            continue
        written = squash(bare(paper.text[found.start() : found.end()]))
        if written not in right:
            yield Slip(written, right[0], found.start(), found.end())
