"""The marks of the list of recipients: each line ends with ";", the last with ".", "Lưu" is followed by ":"."""

import re
from collections.abc import Iterator

from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.rules.recipients import archive, recipients
from haidang.domain.checks.tables import Table
from haidang.domain.terms.text import squash

_STOPPED = re.compile(r"[^\n]{0,12}\.|[.)]\s*\w{0,4}\s*$")
_COLON = re.compile(r"Lưu\s?:")


def check(paper: Paper, table: Table) -> Iterator[Slip] | Outcome:
    """One slip at the first line that lacks its mark; the message says how many do."""
    if paper.parts.party or not paper.parts.official:
        return Outcome.NOT_APPLICABLE
    if paper.parts.recipients is None or paper.scanned or not recipients(paper):
        return Outcome.NOT_EVALUATED
    return _slips(paper, table)


def _slips(paper: Paper, _table: Table) -> Iterator[Slip]:
    last = archive(paper)
    unmarked = [span for span in recipients(paper) if span != last and not _ends(paper.text, span.end)]
    if unmarked:
        first = unmarked[0]
        words = squash(paper.text[first.start : first.end])
        yield Slip(words, f"{words};", first.start, first.end, "semicolon", {"count": str(len(unmarked))})
    if last is None:
        return
    words = squash(paper.text[last.start : last.end])
    if not _COLON.match(words):
        yield Slip(words, words.replace("Lưu", "Lưu:", 1), last.start, last.end, "colon")
    elif not _STOPPED.match(paper.text, last.end) and "." not in words[-8:]:
        yield Slip(words, f"{words}.", last.start, last.end, "stop")


def _ends(text: str, end: int) -> bool:
    """Whether a semicolon closes the name, perhaps after a remark in brackets on its next line."""
    following = re.match(r"[\s)*”\"]*(?:\([^)]*\))?[\s*]*[;.,]", text[end : end + 200])
    return following is not None or text[max(0, end - 1) : end] in ";."
