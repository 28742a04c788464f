"""One name, one writing: a quoted name, or a name of a body, that a document writes in several ways."""

import re
from collections import Counter
from collections.abc import Iterator

from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.terms.text import squash

_QUOTED = re.compile(r"[“\"](?P<name>[^“”\"]{12,160})[”\"]")
_FEWEST_WORDS = 4


def check(paper: Paper, table: Table) -> Iterator[Slip] | Outcome:
    """One slip for each name, at the first place of its rarest writing."""
    groups: dict[str, list[tuple[str, int]]] = {}
    for found in _QUOTED.finditer(paper.text):
        name = squash(found["name"]).rstrip(" .,;")
        key = "".join(c for c in name.lower() if c.isalnum())
        if len(name.split()) >= _FEWEST_WORDS:
            groups.setdefault(key, []).append((name, found.start("name")))
    for number, row in enumerate(table.data["row"]):
        for pattern in row["patterns"]:
            places = re.finditer(pattern.replace(" ", r"\s+"), paper.text)
            groups.setdefault(f"row {number}", []).extend((squash(found[0]), found.start()) for found in places)
    if not any(groups.values()):
        return Outcome.NOT_APPLICABLE
    return _slips(groups)


def _slips(groups: dict[str, list[tuple[str, int]]]) -> Iterator[Slip]:
    for places in groups.values():
        counts = Counter(name for name, _place in places)
        if len(counts) > 1:
            rare = min(counts, key=lambda name: (counts[name], name))
            usual = max(counts, key=lambda name: (counts[name], name))
            start = next(place for name, place in places if name == rare)
            shown = "; ".join(f"“{name}” ({count} chỗ)" for name, count in counts.most_common())
            yield Slip(rare, usual, start, start + len(rare), values={"shown": shown, "count": str(len(counts))})
