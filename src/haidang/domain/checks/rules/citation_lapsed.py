"""A document cites an act that was no longer in force when it was written."""

import re
from collections.abc import Iterator

from haidang.domain.checks.acts import Match, matches
from haidang.domain.checks.era import era
from haidang.domain.checks.findings import Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.checks.words import flat, printed, quoted

_LOOKING_BACK = re.compile(
    r"thay thế|bãi bỏ|hết hiệu lực|tổng kết|sơ kết|trước đây|kết quả thực hiện|đánh giá", re.IGNORECASE
)
_AROUND = 80


def check(paper: Paper, _table: Table) -> Iterator[Slip]:
    """Every act known to have lapsed before the document, each once."""
    return lapsed(paper, sure=True)


def lapsed(paper: Paper, *, sure: bool) -> Iterator[Slip]:
    """Citations of lapsed acts of the registry, the sure ones or those from memory; not where the text looks back."""
    written = era(paper).first
    seen = set()
    for match in matches(paper):
        ended = match.act.ended
        if ended is None or match.act.sure is not sure or written < ended or match.act.number in seen:
            continue
        if _LOOKING_BACK.search(flat(paper.text), max(0, match.start - _AROUND), match.end + _AROUND // 2):
            continue
        seen.add(match.act.number)
        yield _slip(paper, match)


def _slip(paper: Paper, match: Match) -> Slip:
    act = match.act
    values = {"act": f"{act.name} ({act.number})", "ended": printed(act.ended) if act.ended else ""}
    return Slip(quoted(paper.text, match.start, match.end), act.replaced_by, match.start, match.end, values=values)
