"""A lone number inside a word (định 2 hướng): the number of a page that ran into the text."""

import re
from collections.abc import Iterator

from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.lexicon.syllables import syllables
from haidang.domain.checks.tables import Table
from haidang.domain.checks.words import flat

_INSIDE = re.compile(r"(?<!\w)([^\W\d_]+) {1,3}(\d{1,2}) {1,3}([^\W\d_]+)(?!\w)")


def check(paper: Paper, table: Table) -> Iterator[Slip] | Outcome:
    """One slip for each small number between two syllables of a very common word, neither of which counts things."""
    counted = frozenset(table.data["counted"])
    found = list(_INSIDE.finditer(flat(paper.text)))
    if not found:
        return Outcome.NOT_APPLICABLE
    words = syllables()
    return (
        Slip(" ".join(each[0].split()), f"{each[1]} {each[3]}", each.start(), each.end())
        for each in found
        if each[3].islower()
        and words.often(each[1], each[3]) == table.data["commonness"]
        and counted.isdisjoint((each[1].lower(), each[3].lower()))
    )
