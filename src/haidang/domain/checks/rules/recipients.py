"""The list of recipients: that it is there, its line of the archive with the drafting unit, no login code in it."""

import re
from collections.abc import Iterator

from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.directives.reading import Span

_ARCHIVE = re.compile(r"Lưu\b\s?:?\s*")
# A name of an account: small letters running into figures. A unit's own code has capitals ("PV01", "P3"), the number of
# copies one figure and a letter ("5b").
_CODE = re.compile(r"(?<![\w/])[a-zđ]{3,}[._]?\d{2,}(?!\w)|[\w.]+@[\w.]+\w")


def check(paper: Paper, _table: Table) -> Iterator[Slip] | Outcome:
    """What the list lacks and what does not belong there."""
    if paper.parts.party or not paper.parts.official:
        return Outcome.NOT_APPLICABLE
    if not paper.parts.whole:
        return Outcome.NOT_EVALUATED
    return _slips(paper)


def recipients(paper: Paper) -> list[Span]:
    """The places of the names under "Nơi nhận", without the marks behind them."""
    numbers = range(len(paper.reading.head.recipients))
    return [paper.reading.spans[f"recipient.{number}"] for number in numbers]


def archive(paper: Paper) -> Span | None:
    """The place of the line of the archive."""
    spans = recipients(paper)
    return spans[-1] if spans and _ARCHIVE.match(paper.text, spans[-1].start) else None


def _slips(paper: Paper) -> Iterator[Slip]:
    at = paper.parts.recipients
    if at is None:
        yield Slip("không có “Nơi nhận”", message="missing")
        return
    line = archive(paper)
    if line is None:
        if recipients(paper):
            yield Slip("không có dòng “Lưu:”", "Lưu: VT, <đơn vị soạn thảo>.", at, at + len("Nơi nhận"), "archive")
        return
    end = paper.text.find("\n", line.end)
    whole = paper.text[line.start : line.end]
    named = _ARCHIVE.sub("", whole, count=1).strip(" .;,")
    if named in ("VT", "Văn thư", ""):
        yield Slip(f"{whole}.", "Lưu: VT, <đơn vị soạn thảo>.", line.start, line.end, "unit")
    rest = paper.text[line.start : line.end if paper.parts.flat or end < 0 else end]
    for code in _CODE.finditer(rest):
        yield Slip(code[0], None, line.start + code.start(), line.start + code.end(), "code")
