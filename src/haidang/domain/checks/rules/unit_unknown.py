"""A commune is named that its province does not have, while it has one of nearly the same name."""

import re
from collections.abc import Iterator

from haidang.domain.checks.era import era
from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.named import named, province_of
from haidang.domain.checks.tables import Table
from haidang.domain.terms.text import fold
from haidang.domain.units.standing import Verdict, standing

_COMMUNE = re.compile(r"\b(?:xã|phường|đặc khu)\s+[A-ZĐÀ-Ỹ][^\W\d_]*(?:\s[A-ZĐÀ-Ỹ][^\W\d_]*)*$")


def check(paper: Paper, table: Table) -> Iterator[Slip] | Outcome:
    """Each such name once; without a known province, or before the list begins, nothing is said."""
    first, province = era(paper).first, province_of(paper)
    if table.valid_from is None or first < table.valid_from:
        return Outcome.NOT_APPLICABLE
    if province is None:
        return Outcome.NOT_EVALUATED
    return _slips(paper, table, province)


def _slips(paper: Paper, table: Table, province: str) -> Iterator[Slip]:
    first = era(paper).first
    seen = set()
    for who in named(paper):
        unit = _COMMUNE.search(who.name)
        if unit is None or fold(unit[0]) in seen:
            continue
        seen.add(fold(unit[0]))
        found = standing(unit[0], on=first, province=province)
        near = [match for match in found.likely if match.score >= table.data["near"] and match.unit.exists(first)]
        if found.verdict is Verdict.UNKNOWN and near:
            yield Slip(unit[0], near[0].unit.full, who.start, who.end)
