"""Duties laid on a body that may not, or should not so, do them: what the rules of competence share."""

import re
from collections.abc import Iterator
from typing import Any

from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.directives.reading import Duty

_BEFORE = 60


def overreaching(paper: Paper, table: Table) -> Iterator[Slip] | Outcome:
    """Duties whose lead matches the table's `leads` and whose words match its `act`, once for each duty.

    `told_of`, where the table has it, matches words before the act by which it is no task.
    A duty that names no lead of that sort is none of the rule's. Not evaluated where no duty was read.
    """
    if not paper.reading.duties:
        return Outcome.NOT_EVALUATED
    leads = re.compile(table.data["leads"])
    concerned = [(duty, lead) for duty in paper.reading.duties if (lead := _lead(duty, leads))]
    if not concerned:
        return Outcome.NOT_APPLICABLE
    return _slips(paper, concerned, table.data)


def _slips(paper: Paper, concerned: list[tuple[Duty, str]], data: dict[str, Any]) -> Iterator[Slip]:
    act = re.compile(data["act"].replace(" ", r"\s+"))
    told_of = re.compile(data["told_of"]) if "told_of" in data else None
    seen: set[int] = set()
    for duty, lead in concerned:
        for found in act.finditer(paper.text, duty.span.start, duty.span.end):
            # What is only told of ("where they neglect to …") is laid on nobody.
            before = paper.text[max(duty.span.start, found.start() - _BEFORE) : found.start()]
            if found.start() in seen or (told_of and told_of.search(before)):
                continue
            seen.add(found.start())
            yield Slip(" ".join(found[0].split()), None, found.start(), found.end(), values={"lead": lead})
            break


def _lead(duty: Duty, pattern: re.Pattern[str]) -> str | None:
    return next((lead for lead in duty.leads if pattern.match(lead)), None)
