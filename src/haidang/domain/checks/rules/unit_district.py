"""The text speaks of districts or townships as if they were still there."""

import re
from collections.abc import Iterator

from haidang.domain.checks.cited import in_title_of_act
from haidang.domain.checks.era import era, preamble_end
from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.named import named
from haidang.domain.checks.tables import Table
from haidang.domain.checks.words import flat, quoted

_AROUND = 90


def check(paper: Paper, table: Table) -> Iterator[Slip] | Outcome:
    """Each such phrase of the body once; not in titles of older acts, not where the past or the reform is spoken of."""
    if table.valid_from is None or era(paper).first < table.valid_from:
        return Outcome.NOT_APPLICABLE
    return _slips(paper, table)


def _slips(paper: Paper, table: Table) -> Iterator[Slip]:
    value = flat(paper.text)
    phrases = "|".join(phrase.replace(" ", r"\s+") for phrase in table.data["phrases"])
    pattern = re.compile(rf"(?<!\w)(?:{phrases})(?!\w)", re.IGNORECASE)
    # Names of bodies are the business of another rule.
    bodies = [(who.start, who.end) for who in named(paper)]
    seen = set()
    for found in pattern.finditer(value, preamble_end(paper)):
        words = quoted(paper.text, *found.span())
        around = value[max(0, found.start() - _AROUND) : found.end() + _AROUND].lower()
        past = any(word in around for word in table.data["past"])
        body = any(start <= found.start() < end for start, end in bodies)
        if words.lower() in seen or past or body or in_title_of_act(paper, found.start()):
            continue
        seen.add(words.lower())
        yield Slip(words, None, *found.span())
