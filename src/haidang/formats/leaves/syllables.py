"""Words cut by the end of a line: whether a hyphen there is only the cut."""

import re

from haidang.domain.terms.text import fold

_SOFT = "\u00ad\x02\ufffe"
# First consonants, vowels and last consonants of a Vietnamese syllable, marks aside.
_SYLLABLE = re.compile(
    r"(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?"
    r"(?:[aeiouy]|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|ieu|yeu|oai|oao|oay|oeo|uai|uao|uay|uoi|uou|uye|uya|uyu)"
    r"(?:c|ch|m|n|ng|nh|p|t)?"
)
_LAST = re.compile(r"([^\W\d_]+)-$")
_FIRST = re.compile(r"[^\W\d_]+")


def welded(before: str, after: str) -> int | None:
    """How many characters at the end of `before` to drop so that `after` joins without a blank; None for a blank.

    A soft hyphen is always only the cut. A printed hyphen behind a letter is dropped where both pieces make one
    syllable and the first piece alone makes none; otherwise it stays and joins ("Covid-" "19").
    """
    if not before or not after:
        return None
    if before[-1] in _SOFT:
        return 1
    found = _LAST.search(before)
    if not found:
        return None
    first = _FIRST.match(after)
    if first and first[0].islower():
        whole = _SYLLABLE.fullmatch(fold(found[1] + first[0]))
        return 1 if whole and not _SYLLABLE.fullmatch(fold(found[1])) else 0
    return 0
