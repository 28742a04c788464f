"""The title names a year that does not fit the day of the document."""

from collections.abc import Iterator

from haidang.domain.checks.era import title_years
from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.tables import Table


def check(paper: Paper, table: Table) -> Iterator[Slip] | Outcome:
    """A plan for a year that was over when it was issued, or that lies far ahead."""
    head, day, place = paper.reading.head, paper.dated, paper.reading.spans.get("title")
    title = (head.title or "").lower()
    years = title_years(paper)
    if day is None or place is None or not years or any(words in title for words in table.data["looking_back"]):
        return Outcome.NOT_APPLICABLE
    if min(years) - 1 <= day.year <= max(years):
        return iter(())
    found = " - ".join(str(year) for year in sorted({min(years), max(years)}))
    return iter((Slip(found, str(day.year), place.start, place.end),))
