"""A clause on Covid-19 in a plan of another subject, years after."""

import re
from collections.abc import Iterator

from haidang.domain.checks.era import era, preamble_end
from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.checks.words import flat, quoted

_CLAUSE = re.compile(
    r"(?:diễn\s+biến|tình\s+hình|thích\s+ứng|phòng,?\s+chống)[^.;]{0,60}?dịch\s+(?:bệnh\s+)?covid(?:-?\s?19)?",
    re.IGNORECASE,
)


def check(paper: Paper, table: Table) -> Iterator[Slip] | Outcome:
    """The first such clause of the body."""
    title = (paper.reading.head.title or "").lower()
    if era(paper).first < table.data["since"] or any(word in title for word in table.data["about"]):
        return Outcome.NOT_APPLICABLE
    found = _CLAUSE.search(flat(paper.text), preamble_end(paper))
    return iter((Slip(quoted(paper.text, *found.span()), None, *found.span()),) if found else ())
