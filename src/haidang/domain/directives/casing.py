"""Words printed in capitals given back the case of a sentence, with the capitals that names keep.

How a name is written is taken from where the document writes it in small letters; only what no other place tells is
guessed, and then only after a word for a unit ("tỉnh", "xã" …).
"""

import re

from haidang.domain.directives.wordlists import LOW, UNITS, UP, any_of
from haidang.domain.terms.text import sentence_case

_WORD = rf"(?:[{UP}][{LOW}]+)"
_WRITTEN = re.compile(rf"{_WORD}(?: {_WORD})+|\b[{UP}]{{2,}}\b|\d+/[\w-]+")
_UNIT_THEN = re.compile(
    rf"(?<!\w){any_of(UNITS['levels'])} (?=(?P<name>[^\W\d_]+(?: [^\W\d_]+){{0,3}}))", re.IGNORECASE
)
_ENDS_NAME = re.compile(rf"\s(?:{any_of(UNITS['names']['after_name'])}).*$", re.IGNORECASE)
_REACH = 20_000


def from_capitals(printed: str, page: str, *, place: str | None = None, body: int = 0) -> str:
    """A heading printed in capitals as a sentence would write it; anything else is returned as it is.

    `page` is the whole text, `body` where its sentences begin, `place` the place named beside the date.
    """
    if not printed.isupper():
        return printed
    text, sentences = sentence_case(printed), page[body : body + _REACH]
    written = {found[0] for found in _WRITTEN.finditer(sentences)} | ({place} if place else set())
    low = text.lower()
    for phrase in sorted(written, key=len, reverse=True):
        if len(phrase) > 2 and phrase.lower() in low:
            text = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", phrase, text, flags=re.IGNORECASE)
    for found in _UNIT_THEN.finditer(text):
        if name := _unknown_name(found["name"], sentences):
            at = found.end()
            text = text[:at] + " ".join(word.capitalize() for word in name) + text[at + len(" ".join(name)) :]
    return text


def _unknown_name(following: str, sentences: str) -> list[str]:
    """The words of a name after a unit word; none where it is written already or is ordinary words of this document."""
    words = _ENDS_NAME.sub("", f" {following}").split()
    words = words if len(words) <= 3 else words[:2]
    if not words or not all(word.islower() for word in words) or words[0] in UNITS["names"]["not_names"]:
        return []
    return [] if " ".join(words[:2]) in sentences else words
