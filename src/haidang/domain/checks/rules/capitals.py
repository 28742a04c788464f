"""Capital letters in the names of bodies, posts and cited clauses, by annex II of the decree; the rows are data."""

import re
from collections.abc import Iterator

from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.tables import Table

# Two places in one sentence are one slip; lines of copies are often parted by an empty one.
_NEAR = 2


def check(paper: Paper, table: Table) -> Iterator[Slip] | Outcome:
    """Every place where the words of a row stand with other capitals: one for each few lines, a few for each row."""
    if paper.scanned:
        return Outcome.NOT_EVALUATED
    return _slips(paper, table)


def _slips(paper: Paper, table: Table) -> Iterator[Slip]:
    low = paper.text.lower()
    for row in table.data["row"]:
        # Looking for plain words first spares most patterns.
        if not all(word in low for word in row["right"].lower().split()):
            continue
        lines: list[int] = []
        for found in _pattern(row).finditer(paper.text):
            written = " ".join(found["words"].split())
            line = paper.line_at(found.start("words"))
            if written == row["right"] or written.isupper() or (lines and line <= lines[-1] + _NEAR):
                continue
            lines.append(line)
            if len(lines) > table.data["most"]:
                break
            yield Slip(written, row["right"], found.start("words"), found.end("words"))


def _pattern(row: dict[str, str]) -> re.Pattern[str]:
    """The words of a row in any capitals, or as its own pattern has them, with what stands before and after."""
    wrong = row.get("wrong")
    words = wrong.replace(" ", r"\s+") if wrong else rf"(?i:{re.escape(row['right'])})".replace(r"\ ", r"\s+")
    before, after = row.get("before", r"(?<![\w-])"), row.get("after", r"(?!\w)")
    return re.compile(rf"{before}(?P<words>{words}){after}")
