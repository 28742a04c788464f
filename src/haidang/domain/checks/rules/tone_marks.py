"""One place of the tone mark (hóa or hoá, ủy or uỷ) within a document; neither is called wrong."""

import re
from collections.abc import Iterator

from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.tables import Table

# The mark on the first vowel, or on the last, of an open syllable; "qu" is one sound.
_FIRST = re.compile(r"\w*(?:[òóỏõọ][ae]|(?<![qQ])[ùúủũụ]y)(?!\w)", re.IGNORECASE)
_LAST = re.compile(r"\w*(?:o[àáảãạèéẻẽẹ]|(?<![qQ])u[ỳýỷỹỵ])(?!\w)", re.IGNORECASE)
_SHOWN = 3
# One word alone may come with the title of a cited act.
_FEWEST = 2


def check(paper: Paper, _table: Table) -> Iterator[Slip] | Outcome:
    """One slip at the first word of the rarer style."""
    end = len(paper.text) if paper.parts.foot is None else paper.parts.foot
    first, last = list(_FIRST.finditer(paper.text, 0, end)), list(_LAST.finditer(paper.text, 0, end))
    if not first and not last:
        return Outcome.NOT_APPLICABLE
    return _slips(first, last)


def _slips(first: list[re.Match[str]], last: list[re.Match[str]]) -> Iterator[Slip]:
    rare, common = sorted((first, last), key=len)
    if len(rare) >= _FEWEST:
        values = {"rare": str(len(rare)), "common": str(len(common)), "other": _words(common)}
        yield Slip(_words(rare), None, rare[0].start(), rare[0].end(), values=values)


def _words(found: list[re.Match[str]]) -> str:
    return ", ".join(list(dict.fromkeys(word[0].lower() for word in found))[:_SHOWN])
