"""Vietnamese text: one spelling of a letter, one kind of space, and the markless form used for searching."""

import re
import unicodedata

_SPACES = re.compile(r"\s+")
# Every Latin letter with marks to the letter without; "đ" has a stroke and not a mark.
_BARE = {
    code: unicodedata.normalize("NFD", chr(code))[0]
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    if unicodedata.normalize("NFD", chr(code))[0].isascii()
} | {ord("đ"): "d", ord("Đ"): "d"}


def nfc(text: str) -> str:
    """Return the text with each letter and its marks composed into one character (Unicode NFC)."""
    return unicodedata.normalize("NFC", text)


def squash(text: str) -> str:
    """Return the text with every run of white space made one blank, and none at the ends."""
    return _SPACES.sub(" ", text).strip()


def fold(text: str) -> str:
    """Return the text as it is searched: lower case, no marks, đ as d ("Công an Tỉnh" → "cong an tinh")."""
    bare = text.translate(_BARE)
    if bare.isascii():
        return squash(bare.lower())
    bare = unicodedata.normalize("NFD", bare)
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
