"""A programme is to be carried out although the period in its name is over."""

import re
from collections.abc import Iterator

from haidang.domain.checks.era import era
from haidang.domain.checks.findings import Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.checks.words import flat, quoted

_PERIOD = re.compile(r"(?:giai\s+đoạn|nhiệm\s+kỳ)\s+(?:từ\s+)?(20\d\d)\s*(?:[-–]|đến)\s*(20\d\d)", re.IGNORECASE)
_OUTLOOK = re.compile(r"[\s,(]*(?:và\s+)?(?:định\s+hướng|tầm\s+nhìn)[^.;]{0,20}?(20\d\d)", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;:](?=\s)")
_BEFORE = 320


def check(paper: Paper, table: Table) -> Iterator[Slip]:
    """Periods over before the year of the document, in clauses that order work; not with an outlook still running."""
    first = era(paper).first.year
    value = flat(paper.text)
    seen = set()
    for found in _PERIOD.finditer(value):
        outlook = _OUTLOOK.match(value, found.end())
        if max(int(found[2]), int(outlook[1]) if outlook else 0) >= first or found[0].lower() in seen:
            continue
        clause = _CLAUSE.split(value[max(0, found.start() - _BEFORE) : found.start()])[-1].lower()
        after = value[found.end() : found.end() + 60].lower()
        ordered = any(word in clause for word in table.data["running"])
        if ordered and not any(word in clause + after for word in table.data["over"]):
            seen.add(found[0].lower())
            yield Slip(quoted(paper.text, *found.span()), str(first), *found.span())
