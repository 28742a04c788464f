"""Under which keys a written name is looked for: without marks, without signs, with the tone in one place."""

import re
import unicodedata
from functools import lru_cache

from haidang.domain.terms.text import fold

_SIGNS = str.maketrans(dict.fromkeys("-–—.,;/()", " ") | dict.fromkeys("'’‘`´", ""))
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# "Lý" and "Lí", "Kỳ" and "Kì" are one name; "y" after a vowel is another sound.
_Y = re.compile(r"(?<=[bcdghklmnprstvx])y\b")
_ZERO = re.compile(r"\b0+(?=\d)")


def folded(name: str) -> str:
    """A name without marks, signs and capitals: "Phan Rang-Tháp Chàm" → "phan rang thap cham", "P. 04" → "p 4"."""
    return _Y.sub("i", spelt(name))


def spelt(name: str) -> str:
    """The same with every "y" as written: a wrong letter before a "y" must not make it another letter too."""
    text = fold(name.translate(_SIGNS))
    return _ZERO.sub("", text) if "0" in text else text


@lru_cache(maxsize=4096)
def toned(name: str) -> str:
    """A name with all its marks, the tone of each word at its end: "Hoà" and "Hòa" give the same."""
    text = unicodedata.normalize("NFD", name.translate(_SIGNS).lower())
    words = []
    for word in text.split():
        tone = "".join(char for char in word if char in _TONES)
        bare = "".join(char for char in word if char not in _TONES)
        words.append(_Y.sub("i", _ZERO.sub("", bare)) + tone)
    return " ".join(words)


def marked(name: str) -> bool:
    """Whether a name bears any mark of Vietnamese letters."""
    return fold(name) != " ".join(name.lower().split())
