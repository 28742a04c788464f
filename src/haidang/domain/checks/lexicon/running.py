"""The syllables of a text in their order, cut where no word can go on."""

import re
from dataclasses import dataclass
from functools import lru_cache

from haidang.domain.checks.words import flat

_WORD = re.compile(r"[^\W\d_]+")
_BLANK = re.compile(r" +")
# An empty line ends a paragraph: what stands behind it belongs to another sentence.
_PARAGRAPH = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Syllable:
    """One run of letters: as written, its place, and whether the one before is parted from it by nothing but blanks."""

    text: str
    start: int
    end: int
    joined: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@lru_cache(maxsize=4)
def running(text: str) -> tuple[Syllable, ...]:
    """Every run of letters of the text; line breaks inside a paragraph part nothing."""
    smooth = flat(_PARAGRAPH.sub(lambda gap: "\x00" * len(gap[0]), text))
    found: list[Syllable] = []
    end = -1
    for word in _WORD.finditer(smooth):
        joined = end >= 0 and bool(_BLANK.fullmatch(smooth, end, word.start()))
        found.append(Syllable(word[0], word.start(), word.end(), joined))
        end = word.end()
    return tuple(found)


def cased(written: str, meant: str) -> str:
    """`meant` with the capitals of `written`."""
    if written.isupper() and len(written) > 1:
        return meant.upper()
    return meant[0].upper() + meant[1:] if written[0].isupper() else meant
