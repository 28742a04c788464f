"""Who does what in one sentence of assignment: doers at its opening, those who cooperate, and where the task begins."""

import re
from dataclasses import dataclass

from haidang.domain.directives.names import Names, read_names
from haidang.domain.directives.wordlists import (
    ADVERBIAL,
    ADVERBIAL_END,
    JOIN,
    LABEL,
    OPENER,
    SOFT_OPENER,
    VERB,
    WORDING,
    opens_name,
)

_NOTE = re.compile(r"\s*\[\d+\]\s*")
_REACH = 420
_GIVING = r"\s+(?i:giao|phân công)\s+(?:cho\s+)?"
_INSIDE = re.compile(rf"(?:;{_GIVING}|\.{_GIVING}|\(\d{{1,2}}\s?\)\s+)(?=[^\W\d_])")
_HEADING_OPENERS = frozenset(WORDING["heading_openers"])
# "Trong chiến dịch: UBND các xã …": a phase, then the doer.
_PHASE = re.compile(r"[^:.;,\n]{3,50}:\s+(?=[^\W\d_])")
# "Vụ việc đột xuất, các đơn vị …": a case, then the doers.
_CASE = re.compile(r"(?:[^\W\d_]+ ){1,5}[^\W\d_]+, (?=(?:các|từng|mỗi) )")
_LEADING = re.compile(r"chủ trì|thực hiện|phụ trách", re.IGNORECASE)
_ASIDE = re.compile(r"\(([^()]{6,300})\)[\s.;/]*$")


@dataclass(frozen=True, slots=True)
class Opening:
    """What the opening of a sentence says: doers, helpers, where the task starts, whether it is only names."""

    leads: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    start: int = 0
    only_names: bool = False
    opener: str = ""
    colon: bool = False


def read_opening(text: str, start: int, end: int) -> Opening:
    """Read the doers a sentence opens with; none: an opening with no leads, and the helpers of its first clause."""
    at, opener = start, ""
    if found := OPENER.match(text, at, end):
        at, opener = found.end(), found[0].strip().lower()
    names = read_names(text, at, end)
    alone = opener not in _HEADING_OPENERS or names.stop == "colon" or not text[names.end : end].strip(" .;:/")
    if names.names and names.stop != "other" and alone:
        return _opening(text, start, end, names, opener)
    if not opener and (phase := _PHASE.match(text, start, end)):
        names = read_names(text, phase.end(), end)
        if names.names and names.stop == "verb":
            return _opening(text, start, end, names, "")
    if not opener and (case := _CASE.match(text, start, end)) and not VERB.match(text, start):
        names = read_names(text, case.end(), end)
        if names.names and names.stop == "verb":
            return _opening(text, start, end, names, "")
    if not opener and ADVERBIAL.match(text, start, end):
        for found in ADVERBIAL_END.finditer(text, start, min(end, start + _REACH)):
            at = found.end()
            if given := OPENER.match(text, at, end):
                at = given.end()
            names = read_names(text, at, end) if _fit_for_doer(text, at) else Names((), at, "other")
            if names.names and names.stop == "verb":
                return _opening(text, start, end, names, "")
    return Opening(supports=read_helpers(text, start, end), opener=opener)


def read_aside(text: str, start: int, end: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Leads and helpers given in brackets at the end: "(Sở Y tế chủ trì, phối hợp với …)"; none: two empty tuples."""
    found = _ASIDE.search(text, max(start, end - 400), end)
    if not found or not _LEADING.search(found[1]):
        return (), ()
    at = found.start(1)
    if label := LABEL.match(text, at, found.end(1)):
        at = label.end()
    names = read_names(text, at, found.end(1))
    if not names.names or not (label or text.startswith(("chủ trì", "thực hiện", "phụ trách"), names.end)):
        return (), ()
    return names.names, read_helpers(text, names.end, found.end(1))


def read_helpers(text: str, start: int, end: int) -> tuple[str, ...]:
    """The bodies named after "phối hợp với", when the main clause begins with it (after an opening adverbial)."""
    found = JOIN.match(text, start, end)
    if not found and ADVERBIAL.match(text, start, end):
        for stop in ADVERBIAL_END.finditer(text, start, min(end, start + _REACH)):
            if "." in text[start : stop.start()].replace("...", ""):
                return ()
            at = stop.end()
            if given := OPENER.match(text, at, end):
                at = given.end()
            if opens_name(text, at, end):
                at = read_names(text, at, end).end
            if found := JOIN.match(text, at, end):
                break
    if not found:
        return ()
    names = read_names(text, found.end(), end)
    kept = names.names
    if names.end >= len(text.rstrip()) and names.stop == "end" and text.rstrip()[-1:].isalnum():
        kept = kept[:-1]
    return kept


def read_assigned(text: str, start: int, end: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Leads and helpers of an assignment line ("Tổ chức thực hiện: X chủ trì, phối hợp với Y")."""
    at = start
    if found := OPENER.match(text, at, end):
        at = found.end()
    names = read_names(text, at, end)
    kept = names.names
    if names.stop == "end" and names.end >= len(text.rstrip()) and text.rstrip()[-1:].isalnum() and len(kept) > 1:
        kept = kept[:-1]
    return kept, read_helpers(text, names.end, end) if names.stop == "verb" else ()


def inner_orders(text: str, start: int, end: int) -> list[tuple[int, Opening]]:
    """Orders inside a paragraph to bodies of their own: "; giao X theo dõi …", "(1) X thực hiện …; (2) Y …"."""
    found_orders = []
    for found in _INSIDE.finditer(text, start, end):
        names = read_names(text, found.end(), end)
        if names.names and names.stop == "verb":
            given = found[0][0] in ";."
            at = found.start() + len(found[0]) - len(found[0][1:].lstrip()) if given else found.end()
            helpers = read_helpers(text, names.end, end)
            found_orders.append((at, Opening(names.names, helpers, at)))
    return found_orders


def is_soft(opener: str) -> bool:
    """Whether an opener ("đề nghị", "yêu cầu") leaves the task with the agency of the heading."""
    return bool(SOFT_OPENER.match(opener))


def _opening(text: str, start: int, end: int, names: Names, opener: str) -> Opening:
    at = names.end
    if names.stop == "colon":
        at += 1
        while at < end and text[at].isspace():
            at += 1
        only = at >= end
        return Opening(names.names, read_helpers(text, at, end), at if not only else start, only, opener, colon=True)
    if names.stop in ("end", "period"):
        rest = _NOTE.sub(" ", text[at:end]).strip(" .;:,/")
        if not rest:
            return Opening(names.names, (), start, True, opener)
        return Opening(opener=opener)
    if names.stop == "Verb":
        return Opening(names.names, read_helpers(text, at, end), at, False, opener)
    return Opening(names.names, read_helpers(text, at, end), start, False, opener)


def _fit_for_doer(text: str, at: int) -> bool:
    """After an opening adverbial only a name or a collective can be the doer, not a common noun."""
    return bool(opens_name(text, at)) and (text[at].isupper() or text.startswith(("các ", "từng ", "mỗi "), at))
