"""A day of the week that is not the day's own: "thứ Hai, ngày 28/7/2026"."""

import re
from collections.abc import Iterator

from haidang.domain.checks.days import written_days
from haidang.domain.checks.findings import Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.checks.words import flat, quoted

_BEFORE = re.compile(r"(thứ\s+[^\W_]+|chủ\s+nhật)[\s,(]*(?:ngày\s+)?$", re.IGNORECASE)
_AFTER = re.compile(r"\s*\(\s*(thứ\s+[^\W_]+|chủ\s+nhật)\s*\)", re.IGNORECASE)
_NEAR = 24


def check(paper: Paper, table: Table) -> Iterator[Slip]:
    """Every whole day with a day of the week beside it that is another one."""
    names: list[list[str]] = table.data["weekdays"]
    value = flat(paper.text)
    for day in written_days(paper.text):
        said = _BEFORE.search(value, max(0, day.start - _NEAR), day.start) or _AFTER.match(value, day.end)
        if day.whole is None or said is None:
            continue
        word = " ".join(said[1].lower().split())
        right = names[day.whole.weekday()]
        if any(word in name for name in names) and word not in right:
            start, end = min(said.start(1), day.start), max(said.end(1), day.end)
            yield Slip(quoted(paper.text, start, end), right[0], start, end)
