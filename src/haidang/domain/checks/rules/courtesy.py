"""Courts and procuracies, which no committee directs, are asked ("đề nghị"), not told."""

import re
from collections.abc import Iterator

from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.directives.reading import Duty, Heading

_ASKING = re.compile(r"[đĐ]ề\s+nghị|ĐỀ\s+NGHỊ|[mM]ời\b")


def check(paper: Paper, table: Table) -> Iterator[Slip] | Outcome:
    """The first duty laid on such a body where neither its words nor the headings above it ask."""
    if not paper.reading.duties:
        return Outcome.NOT_EVALUATED
    leads = re.compile(table.data["leads"])
    concerned = [(duty, lead) for duty in paper.reading.duties for lead in duty.leads if leads.match(lead)]
    if not concerned:
        return Outcome.NOT_APPLICABLE
    return _slips(paper, concerned)


def _slips(paper: Paper, concerned: list[tuple[Duty, str]]) -> Iterator[Slip]:
    for duty, lead in concerned:
        above = " ".join(heading.text for heading in paper.reading.outline if _covers(heading, duty))
        words = paper.text[duty.span.start : duty.span.end]
        if not _ASKING.search(above) and not _ASKING.search(words):
            named = paper.text.find(lead, duty.span.start)
            start = named if named >= 0 else duty.span.start
            yield Slip(lead, f"đề nghị {lead}", start, start + len(lead))
            return


def _covers(heading: Heading, duty: Duty) -> bool:
    return bool(heading.clause) and duty.clause.startswith(heading.clause) and heading.span.start <= duty.span.start
