"""Vietnamese text: one spelling of a letter, one kind of space, and the markless form used for searching."""

import re
import unicodedata

_SPACES = re.compile(r"\s+")
_STROKE = str.maketrans({"đ": "d", "Đ": "d"})


def nfc(text: str) -> str:
    """Return the text with each letter and its marks composed into one character (Unicode NFC)."""
    return unicodedata.normalize("NFC", text)


def squash(text: str) -> str:
    """Return the text with every run of white space made one blank, and none at the ends."""
    return _SPACES.sub(" ", text).strip()


def fold(text: str) -> str:
    """Return the text as it is searched: lower case, no marks, đ as d ("Công an Tỉnh" → "cong an tinh")."""
    bare = unicodedata.normalize("NFD", text.translate(_STROKE))
    return squash("".join(c for c in bare if not unicodedata.combining(c)).lower())


def sentence_case(text: str) -> str:
    """Return text printed in capitals as a sentence: only its first letter stays a capital; other text is unchanged."""
    if text != text.upper() or text == text.lower():
        return text
    low = text.lower()
    for place, char in enumerate(low):
        if char.isalpha():
            return low[:place] + char.upper() + low[place + 1 :]
    return low
