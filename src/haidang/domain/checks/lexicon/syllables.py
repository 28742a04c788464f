"""The table of syllables: what is a word, and which words differ from written syllables only in their marks.

Source of the table: the Vietnamese that this project has written and a list by hand; made by `scripts/syllables.py`.
"""

import unicodedata
from collections import defaultdict
from functools import lru_cache
from importlib import resources

from haidang.domain.terms.text import fold

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_COMMON = "*"
COMMONEST = 2
_CONSONANTS = "bcdghklmnprstvxđ"

Pair = tuple[str, str]


@lru_cache(maxsize=16_384)
def key(syllable: str) -> str:
    """A syllable with its tone at the end: "hoà" and "hòa", "lý" and "lí" give the same; the letters' marks stay."""
    parts = unicodedata.normalize("NFD", syllable.lower())
    tone = "".join(char for char in parts if char in _TONES)
    bare = unicodedata.normalize("NFC", "".join(char for char in parts if char not in _TONES))
    if len(bare) > 1 and bare[-1] == "y" and bare[-2] in _CONSONANTS:
        bare = bare[:-1] + "i"
    return bare + tone


class Syllables:
    """The table, read once. Every question is asked with syllables as they are written, in any case."""

    def __init__(self, lines: list[str]) -> None:
        self._pairs: dict[Pair, int] = {}
        self._bare_pairs: dict[str, list[Pair]] = defaultdict(list)
        for line in lines:
            first, _, seconds = line.partition("\t")
            for second in seconds.split():
                self._take(first, second.lstrip(_COMMON), second.count(_COMMON))

    def _take(self, first: str, second: str, often: int) -> None:
        pair = (key(first), key(second))
        if pair not in self._pairs:
            self._bare_pairs[fold(f"{first} {second}")].append((first, second))
        self._pairs[pair] = max(often, self._pairs.get(pair, 0))

    def word(self, first: str, second: str) -> bool:
        """Whether the two stand side by side in a word."""
        return (key(first), key(second)) in self._pairs

    def often(self, first: str, second: str) -> int:
        """How common a word the two stand side by side in: 2 of the commonest, 1 common, 0 rare or none."""
        return self._pairs.get((key(first), key(second)), 0)

    def like(self, first: str, second: str) -> list[Pair]:
        """The pairs of a word that differ from the written pair in marks alone (tones, ă â, ê, ô ơ, ư, đ)."""
        return self._bare_pairs.get(fold(f"{first} {second}"), [])


@lru_cache(maxsize=1)
def syllables() -> Syllables:
    """The table; it is read at the first question."""
    text = resources.files("haidang.domain.checks").joinpath("lexicon", "syllables.tsv").read_text("utf-8")
    return Syllables([line for line in text.splitlines() if not line.startswith("#")])
