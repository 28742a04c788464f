"""The numbers of the outline: one after the other, none left out, none twice."""

import re
from collections.abc import Iterator

from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.directives.reading import Heading

_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_LOWEST = 3


def check(paper: Paper, _table: Table) -> Iterator[Slip] | Outcome:
    """Where the number of an item does not follow that of the item before it under the same heading."""
    if paper.parts.flat or paper.scanned:
        return Outcome.NOT_EVALUATED
    numbered = [heading for heading in paper.reading.outline if heading.level <= _LOWEST and heading.label]
    if not numbered:
        return Outcome.NOT_APPLICABLE
    return _slips(numbered)


def _slips(numbered: list[Heading]) -> Iterator[Slip]:
    before: dict[tuple[str, str], tuple[int, str]] = {}
    for heading in numbered:
        sort, value = _value(heading.label)
        if value is None:
            continue
        parent = heading.clause.rpartition(".")[0]
        previous = before.get((parent, sort))
        before[parent, sort] = (value, heading.label)
        # A list that begins again, under a heading without a number, is no slip.
        if previous is None or value == 1 or value == previous[0] + 1 or _skips_letter(sort, previous[0], value):
            continue
        message = "twice" if value == previous[0] else "gap" if value > previous[0] else "order"
        values = {"label": heading.label, "before": previous[1]}
        words = f"{heading.label}. {heading.text}"[:60]
        yield Slip(words, None, heading.span.start, heading.span.end, message, values)


def _value(label: str) -> tuple[str, int | None]:
    """What sort of number a label is, and which: `III` → 3, `đ` → 5, `2.3` → 3, `Điều 4` → 4."""
    last = re.split(r"[.\s]", label.strip(" .)("))[-1]
    if last.isdigit():
        return "number", int(last)
    if last and set(last) <= set(_ROMAN):
        values = [_ROMAN[sign] for sign in last]
        pairs = zip(values, [*values[1:], 0], strict=True)
        return "roman", sum(-value if value < following else value for value, following in pairs)
    if len(last) == 1 and last in _LETTERS:
        return "letter", _LETTERS.index(last) + 1
    return "other", None


def _skips_letter(sort: str, before: int, value: int) -> bool:
    """Whether only "đ" is left out: lists in a, b, c, d, e are common."""
    return sort == "letter" and value == before + 2 and _LETTERS[value - 2] == "đ"
