"""How well a reading agrees with what a careful person annotated: found, made up and missed, field by field.

Both are given in the annotation form (see `annotation`). Entries of a list are paired one to one in the order of the
annotation. What stands in `ASIDE` is judged only on entries that were paired, and is no part of the overall figure.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from haidang.domain.terms.text import nfc

Json = dict[str, Any]
Same = Callable[[Any, Any], bool]

SCALARS = ("kind", "number", "issuer", "issuer_level", "place", "date", "title", "theme", "signer")
LISTS = ("legal_bases", "targets", "assignments", "windows", "reports", "recipients")
ASIDE = ("support", "due", "report_by")
FIELDS = (*SCALARS, *LISTS, *ASIDE)
# How alike two wordings must be to count as the same one.
_TITLE, _ANCHOR, _NAME = 0.9, 0.85, 0.8
# An opening shorter than this share of the annotated one could be the opening of many a task.
_LEAST = 0.6
_DRAWS, _TAIL, _SEED = 2000, 0.025, 138
_ABOUT = re.compile(r"^\s*(v/v|về việc|về)\s+", re.IGNORECASE)
_NUMBER_WORD = re.compile(r"^\s*số\s*:?\s*", re.IGNORECASE)
_CITY = re.compile(r"\btp\.?\s")
_LONG_NAMES = (("uỷ", "ủy"), ("ủy ban nhân dân", "ubnd"), ("hội đồng nhân dân", "hđnd"))


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one field, or of several together."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; None where nothing was found."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float | None:
        """The share of what is there that was found; None where nothing is there."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of both; 1.0 where there was nothing to find and nothing was found."""
        found = _share(2 * self.right, 2 * self.right + self.wrong + self.missed)
        return 1.0 if found is None else found


@dataclass(frozen=True, slots=True)
class Miss:
    """One difference: what the annotation says and what was read instead; None where one of them says nothing."""

    field: str
    expected: Any
    found: Any


@dataclass(frozen=True, slots=True)
class Compared:
    """One document: the score of each field, and every difference in the order of the fields."""

    scores: dict[str, Score]
    misses: tuple[Miss, ...]

    def overall(self, fields: Iterable[str] = (*SCALARS, *LISTS)) -> Score:
        """The counts of these fields together."""
        return total(self.scores[field] for field in fields)


def compare(gold: Json, found: Json) -> Compared:
    """Judge what was found in one document by its annotation. Both may lack fields."""
    scores, misses = {}, []
    for field in SCALARS:
        scores[field], missed = _scalar(field, gold.get(field), found.get(field))
        misses += missed
    for field in LISTS:
        want, have = _rows(gold.get(field)), _rows(found.get(field))
        pairs = _pairs(want, have, _SAME[field])
        scores[field] = Score(len(pairs), len(have) - len(pairs), len(want) - len(pairs))
        taken, used = {one for one, _ in pairs}, {two for _, two in pairs}
        misses += [Miss(field, row, None) for at, row in enumerate(want) if at not in taken]
        misses += [Miss(field, None, row) for at, row in enumerate(have) if at not in used]
        together = [(want[one], have[two]) for one, two in pairs]
        for aside, judge in _JUDGES.get(field, ()):
            judged = [(one, two, judge(one, two)) for one, two in together]
            scores[aside] = total(score for _, _, score in judged)
            misses += [Miss(aside, one, two) for one, two, score in judged if score.wrong or score.missed]
    return Compared(scores, tuple(misses))


def total(scores: Iterable[Score]) -> Score:
    """All counts together."""
    return sum(scores, Score())


def interval(scores: Sequence[Score]) -> tuple[float, float] | None:
    """Between which figures the micro-F1 lies in 95 of 100 cases if other documents of this kind had been taken.

    By drawing as many documents, with replacement, two thousand times over; always the same draws. None for fewer than
    two documents, of which nothing can be drawn anew.
    """
    if len(scores) < 2:
        return None
    draw = _draws(len(scores))
    drawn = sorted(total(scores[next(draw)] for _ in scores).f1 for _ in range(_DRAWS))
    cut = int(_DRAWS * _TAIL)
    return drawn[cut], drawn[-1 - cut]


def _draws(count: int) -> Iterator[int]:
    """Endless numbers below `count`, as if by chance and always the same: Knuth's linear congruential generator."""
    state = _SEED
    while True:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        yield (state >> 33) * count >> 31


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _scalar(field: str, want: Any, have: Any) -> tuple[Score, list[Miss]]:
    clean = _number if field == "number" else _letters
    there, given = bool(clean(want)), bool(clean(have))
    if there and given and _scalars_agree(field, want, have):
        return Score(right=1), []
    score = Score(wrong=int(given), missed=int(there))
    return score, [Miss(field, want, have)] if there or given else []


def _scalars_agree(field: str, want: Any, have: Any) -> bool:
    if field == "number":
        return _number(want) == _number(have)
    if field == "issuer":
        return _body(want) == _body(have)
    if field == "title":
        return _alike(_subject(want), _subject(have), _TITLE)
    if field == "theme":
        return _alike(_letters(want), _letters(have), _TITLE)
    if field == "date":
        return str(want) == str(have)
    return _letters(want) == _letters(have)


def _pairs(want: list[Any], have: list[Any], same: Same) -> list[tuple[int, int]]:
    """Each annotated entry takes the first entry found that is the same and that no other has taken."""
    free = list(range(len(have)))
    pairs = []
    for one, row in enumerate(want):
        match = next((two for two in free if same(row, have[two])), None)
        if match is not None:
            free.remove(match)
            pairs.append((one, match))
    return pairs


def _same_task(want: Any, have: Any) -> bool:
    one, two = _table(want), _table(have)
    return _names(one.get("lead")) == _names(two.get("lead")) and _opens_alike(one.get("anchor"), two.get("anchor"))


def _opens_alike(want: Any, have: Any) -> bool:
    one, two = _letters(want), _letters(have)
    if not one or not two or len(two) < _LEAST * len(one):
        return False
    length = min(len(one), len(two))
    return _alike(one[:length], two[:length], _ANCHOR)


def _by(key: Callable[[Json], object]) -> Same:
    return lambda want, have: key(_table(want)) == key(_table(have))


_SAME: dict[str, Same] = {
    "legal_bases": _by(lambda row: (_kind(row.get("kind")), _number(row.get("number")), str(row.get("date")))),
    "targets": _by(
        lambda row: (str(row.get("op")), _value(row.get("value")), str(row.get("unit") or "").strip().lower())
    ),
    "assignments": _same_task,
    "windows": _by(lambda row: (str(row.get("start")), str(row.get("end")))),
    "reports": _by(
        lambda row: (str(row.get("due")), str(row.get("period")), _body(row.get("to")), _body(row.get("via")))
    ),
    "recipients": lambda want, have: _letters(want) == _letters(have),
}


def _support(want: Json, have: Json) -> Score:
    one, two = _names(want.get("support")), _names(have.get("support"))
    return Score(len(one & two), len(two - one), len(one - two))


def _due(want: Json, have: Json) -> Score:
    one, two = want.get("due"), have.get("due")
    right = bool(one) and str(one) == str(two)
    return Score(int(right), int(bool(two) and not right), int(bool(one) and not right))


def _reporter(want: Json, have: Json) -> Score:
    right = _alike(_body(want.get("by")), _body(have.get("by")), _NAME)
    return Score(int(right), int(not right), int(not right))


_JUDGES: dict[str, tuple[tuple[str, Callable[[Json, Json], Score]], ...]] = {
    "assignments": (("support", _support), ("due", _due)),
    "reports": (("report_by", _reporter),),
}


def _letters(value: Any) -> str:
    """Small letters and digits; marks, blanks and signs aside."""
    return "".join(_kept(nfc(str("" if value is None else value)).lower()))


def _kept(text: str) -> Iterator[str]:
    return (char for char in text if char.isalnum())


def _body(value: Any) -> str:
    """A body's name, the same whether it is written long or short."""
    text = re.sub(r"\s+", " ", nfc(str("" if value is None else value)).lower())
    for long, short in _LONG_NAMES:
        text = text.replace(long, short)
    return _letters(_CITY.sub("thành phố ", text))


def _number(value: Any) -> str:
    """A document's number; one whose ordinal is blank counts as none."""
    text = _NUMBER_WORD.sub("", str(value or "")).strip()
    return _letters(text) if re.match(r"\d", text) else ""


def _subject(value: Any) -> str:
    return _letters(_ABOUT.sub("", str(value or "")))


def _kind(value: Any) -> str:
    found = _letters(value)
    return "congvan" if found == "vanban" else found


def _value(value: Any) -> float | None:
    try:
        return float(value)
    except (TypeError, ValueError):
        return None


def _names(value: Any) -> frozenset[str]:
    given = [value] if isinstance(value, str) else _rows(value)
    return frozenset(filter(None, map(_letters, given)))


def _alike(one: str, two: str, limit: float) -> bool:
    return one == two or (bool(one and two) and SequenceMatcher(None, one, two, autojunk=False).ratio() >= limit)


def _rows(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _table(value: Any) -> Json:
    return value if isinstance(value, dict) else {}
