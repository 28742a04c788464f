"""Which passwords are too easy to guess: short ones, those everybody uses, those made of one's own name.

Length and lists, no composition and no yearly change (NIST SP 800-63B-4 §3.1.1.2; OWASP ASVS 5.0 V6.2).
"""

import re
from functools import cache
from importlib.resources import files

from haidang.domain.terms.text import fold

LEAST, MOST = 12, 200
_OTHER = re.compile(r"[^a-z]+")
_PARTS = re.compile(r"[\W_\d]+")


@cache
def common() -> frozenset[str]:
    """Words that Vietnamese passwords are made of, without marks and spaces, longest first in matching."""
    text = files(__package__).joinpath("common_words.txt").read_text(encoding="utf-8")
    return frozenset(line.strip() for line in text.splitlines() if line.strip() and line[0] != "#")


def weakness(password: str, names: tuple[str, ...] = ()) -> str:
    """Why a password is too easy, as a code (`short`, `long`, `common`, `name`, `same_letters`), or nothing.

    `names` are the account's and the person's: a password that is little more than one of them is `name`.
    """
    if len(password) < LEAST:
        return "short"
    if len(password) > MOST:
        return "long"
    if len(set(password.lower())) < 5:
        return "same_letters"
    letters = _OTHER.sub("", fold(password))
    own = {_OTHER.sub("", fold(part)) for name in names for part in (name, *_PARTS.split(name))}
    if _made_of(letters, common() | {word for word in own if len(word) > 1}):
        return "name" if letters and not _made_of(letters, common()) else "common"
    return ""


def _made_of(letters: str, words: frozenset[str] | set[str]) -> bool:
    """Whether the letters are nothing but such words, one after another: digits and signs between them add little."""
    reached = {0}
    for end in range(1, len(letters) + 1):
        if any(letters[start:end] in words for start in reached):
            reached.add(end)
    return len(letters) in reached
