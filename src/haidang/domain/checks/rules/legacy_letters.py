"""Words left in an old font's coding (TCVN3, VNI), and marks that stand apart from their letter."""

import re
from collections.abc import Iterator

from haidang.domain.checks.findings import Paper, Slip
from haidang.domain.checks.tables import Table

# After composing, a mark on its own belongs to a letter that cannot bear it.
_LOOSE = re.compile("\\w*[\u0300-\u0323\u0309\u031b]+\\w*")


def check(paper: Paper, table: Table) -> Iterator[Slip]:
    """One slip for each line that holds such words: the first of them."""
    # Two such letters in one line: a single © or ® may be meant.
    legacy = re.compile(rf"\w*[{re.escape(table.data['letters'])}]\w*")
    for number, line in enumerate(paper.lines):
        words = list(legacy.finditer(line))
        if len(words) >= table.data["at_least"]:
            start = paper.starts[number] + words[0].start()
            yield Slip(" ".join(word[0] for word in words[:3]), None, start, start + len(words[0][0]), "coding")
        elif loose := _LOOSE.search(line):
            start = paper.starts[number] + loose.start()
            yield Slip(loose[0], None, start, start + len(loose[0]), "loose")
