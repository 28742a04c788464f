"""A plan of a theme whose preamble does not name the law of that theme."""

from collections.abc import Iterator

from haidang.domain.checks.era import era, preamble_end
from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.checks.words import flat


def check(paper: Paper, table: Table) -> Iterator[Slip] | Outcome:
    """The basis that the preamble lacks, for the whole document."""
    head = paper.reading.head
    if head.kind not in table.data["kinds"] or not head.title:
        return Outcome.NOT_APPLICABLE
    title = " ".join(head.title.lower().split())
    wanted = [basis for basis in table.data["basis"] if basis["theme"] in title]
    wanted = [basis for basis in wanted if era(paper).last >= basis["since"]]
    if not wanted:
        return Outcome.NOT_APPLICABLE
    place = paper.reading.spans.get("title")
    preamble = " ".join(flat(paper.text)[place.end if place else 0 : preamble_end(paper)].lower().split())
    if not preamble:
        return Outcome.NOT_EVALUATED
    lacking = [basis for basis in wanted if not any(name in preamble for name in basis["names"])]
    return (Slip("", basis["expected"]) for basis in lacking)
