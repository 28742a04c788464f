"""A yearly event or a period of another year, left over when last year's document was copied."""

import datetime as dt
import re
from collections.abc import Iterator

from haidang.domain.checks.cited import in_title_of_act
from haidang.domain.checks.era import era, preamble_end
from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.checks.words import flat

_SPOKEN_YEAR = re.compile(r"(?<![-–]\s)(?<![-–])\bnăm\s+(20\d\d)(?!\s*[-–]\s*20\d\d)(?!\d)", re.IGNORECASE)
_ASIDE = re.compile(
    r"so với|cùng kỳ|từ năm|đến năm|trước năm|sau năm|kết quả|tổng kết|sơ kết|đánh giá|trong năm|Luật|theo|Kế hoạch số",
    re.IGNORECASE,
)
_NEAR = 170
_SUBJECT = 5


def check(paper: Paper, table: Table) -> Iterator[Slip] | Outcome:
    """Years after yearly events, and years of periods, that are before the first year of the document."""
    when = era(paper)
    own = min(when.title_years or {when.first.year})
    if not when.title_years and not when.dated:
        return Outcome.NOT_EVALUATED
    own = min(own, when.last.year)
    expected = f"năm {own}" if len(when.title_years) < 2 else f"giai đoạn {own} - {max(when.title_years)}"
    return iter([*_events(paper, table, own, expected), *_windows(paper, own, expected)])


def _events(paper: Paper, table: Table, own: int, expected: str) -> Iterator[Slip]:
    value, subject = flat(paper.text), _subject(paper)
    for found in _SPOKEN_YEAR.finditer(value, preamble_end(paper)):
        if int(found[1]) >= own or in_title_of_act(paper, found.start()):
            continue
        clause = value[max(0, found.start() - _NEAR) : found.start()]
        clause = re.split(r"[.;](?=\s)|:\s", clause)[-1]
        low = " ".join(clause.lower().split())
        spoken_of = any(event in low for event in table.data["events"]) or (subject and low.rstrip().endswith(subject))
        if spoken_of and not _ASIDE.search(clause):
            yield Slip(found[0], expected, found.start(), found.end(), values={"year": found[1]})


def _subject(paper: Paper) -> str:
    """The last words before the year of the title: what the document does that year."""
    title = " ".join((paper.reading.head.title or "").lower().split())
    before = title.partition(" năm 20")[0].split()
    return " ".join(before[-_SUBJECT:]) if len(before) > _SUBJECT and " năm 20" in title else ""


def _windows(paper: Paper, own: int, expected: str) -> Iterator[Slip]:
    for window in paper.reading.windows:
        ends = dt.date.fromisoformat(window.end) if len(window.end) == len("2026-01-01") else None
        if ends and ends.year < own and not in_title_of_act(paper, window.span.start):
            found = " ".join(paper.text[window.span.start : window.span.end].split())
            yield Slip(found, expected, window.span.start, window.span.end, "window", {"year": str(ends.year)})
