"""The head of a document: national title and motto, issuing body, number, place and date; what is missing."""

import re
from collections.abc import Iterator

from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.parts import unmarked
from haidang.domain.checks.tables import Table

_REACH = 2500
# Letters of a scan may have lost or changed a mark or two; what is left of the words still shows that they are there.
_TITLE = re.compile(r"X. HOI CHU NGH.A|CHU NGH.A\s+VI.T NAM")
_MOTTO = re.compile(r"T. DO\W{1,8}H.NH PH.C")
_NUMBER = re.compile(r"\bS[OÓỐÔ]\s?[:.]?\s*(?:\d+|[._…]*)\s*[/-]", re.IGNORECASE)
_DAY = re.compile(r",\s*NG[AÀ]Y[\s\d._…]*TH[AÁ]NG", re.IGNORECASE)


def check(paper: Paper, table: Table) -> Iterator[Slip] | Outcome:
    """One slip that names every part that is not there; it concerns the document as a whole."""
    if paper.parts.party or not paper.parts.official:
        return Outcome.NOT_APPLICABLE
    return _missing(paper, table)


def _missing(paper: Paper, table: Table) -> Iterator[Slip]:
    top = paper.text[:_REACH]
    capitals = unmarked(" ".join(top.split())).upper()
    # A number or a day stands in the head only before the title; a letter has its title beside or under its number.
    body = paper.reading.spans.get("date") or paper.reading.spans.get("number")
    head = top[: max(paper.parts.head, body.end if body else 0)]
    there = {
        "title": bool(_TITLE.search(capitals)),
        "motto": bool(_MOTTO.search(capitals)),
        "issuer": "issuer" in paper.reading.spans,
        "number": bool(paper.reading.head.number or _NUMBER.search(head)),
        "day": bool("place" in paper.reading.spans or _DAY.search(head)),
    }
    names: dict[str, str] = table.data["parts"]
    missing = [names[part] for part, found in there.items() if not found]
    if missing:
        yield Slip(f"{table.data['lacks']} {', '.join(missing)}")
