"""Take a written name apart: the body that stands at a unit, the unit's level word, its name, the units around it."""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from haidang.domain.terms.text import nfc, squash
from haidang.domain.units.keys import folded, marked, toned

# "Q1", "P.4": a letter and a number written together.
_GLUED = re.compile(r"\b([QPqp])\.?\s*(\d+)\b")
# A dash before a level word parts units as a comma does; inside a name it is part of it ("Phan Rang - Tháp Chàm").
_PARTS = re.compile(r"\s*[,;]\s*|\s+[-–]\s+(?=(?:tỉnh|thành phố|tp\b|huyện|quận|thị xã)\b)", re.IGNORECASE)
_OPENERS = ("cac ", "tung ", "moi ", "nhung ")
_BARE_TAILS = ("thuoc tinh", "truc thuoc tinh", "thuoc thanh pho")


class Place(NamedTuple):
    """A unit as written: its level word as the law writes it ("thị xã"; "" when none is written) and its name."""

    kind: str
    name: str


class Written(NamedTuple):
    """A written name: folded words before the unit ("cong an"), the unit, the units around it (nearest first).

    `whole` is the unit's name if no level word inside it ("xã An tỉnh Bình") parts it from a unit around it. `bare` is
    true when nothing written bears a mark.
    """

    holder: str
    place: Place
    around: tuple[Place, ...]
    whole: str = ""
    bare: bool = False


NOWHERE = Place("", "")


@cache
def wording() -> dict[str, Any]:
    """How kinds, holders and provinces are written (data/writing.toml)."""
    return tomllib.loads(resources.files(__package__).joinpath("data/writing.toml").read_text(encoding="utf-8"))


@cache
def kind_words() -> dict[tuple[str, ...], str]:
    """Level words as tuples of folded words → the kind they say."""
    return {tuple(words.split()): kind for kind, forms in wording()["kinds"].items() for words in forms}


@cache
def _holders() -> tuple[tuple[str, ...], ...]:
    words = (tuple(words.split()) for words in wording()["holders"]["words"])
    return tuple(sorted(words, key=len, reverse=True))


def take_apart(written: str) -> Written:
    """What a written name says; nothing is looked up. A plural ("các huyện") is taken as its singular."""
    text = squash(_GLUED.sub(r"\1. \2", nfc(written)).replace(".", ". "))
    parts = [part for part in _PARTS.split(text) if part.strip()]
    if not parts:
        return Written("", NOWHERE, ())
    words = parts[0].split()
    while words and f"{folded(words[0])} " in _OPENERS:
        words = words[1:]
    holder, words = _holder(words)
    while words and f"{folded(words[0])} " in _OPENERS:
        words = words[1:]
    first, inner = _place(words)
    around = list(inner)
    for part in parts[1:]:
        place, more = _place(part.split())
        around += [place, *more]
    whole = _name(words[_kind_at(words, 0)[1] :]) if inner else first.name
    return Written(holder, first, tuple(place for place in around if place.name), whole, not marked(text))


def _holder(words: list[str]) -> tuple[str, list[str]]:
    bare = [folded(word) for word in words]
    for form in _holders():
        if tuple(bare[: len(form)]) == form:
            rest = words[len(form) :]
            return " ".join(form), rest[1:] if rest and folded(rest[0]) in {"cap", "cua"} else rest
    return "", words


def _kind_at(words: list[str], at: int) -> tuple[str, int]:
    """The level word at a position and how many words it has ("" and 0 when there is none).

    A single letter counts only with its dot or before a number, for letters open names too.
    """
    bare = [folded(word) for word in words[at : at + 2]]
    for length in (2, 1):
        kind = kind_words().get(tuple(bare[:length])) if len(bare) >= length else None
        if kind and (len(bare[0]) > 1 or words[at].endswith(".") or (len(bare) > 1 and bare[1].isdigit())):
            return kind, length
    return "", 0


def _place(words: list[str]) -> tuple[Place, list[Place]]:
    kind, length = _kind_at(words, 0)
    rest = words[length:]
    for at in range(1, len(rest) - 1):
        inner, taken = _kind_at(rest, at)
        if inner and _parts(inner, rest[at : at + taken]) and not _kind_at(rest, at + taken)[0]:
            place, more = _place(rest[at:])
            return Place(kind, _name(rest[:at])), [place, *more]
    return Place(kind, _name(rest)), []


def last_kind(name: str) -> str:
    """The level word that ends a name of a body ("Hội Nông dân huyện"), with its own marks; "" when none does."""
    words = name.split()
    for length in (2, 1):
        kind = kind_words().get(tuple(folded(word) for word in words[-length:])) if len(words) > length else None
        if kind and toned(" ".join(words[-length:])) == toned(kind):
            return kind
    return ""


def _parts(kind: str, words: list[str]) -> bool:
    """Whether words inside a name are a level word: written out with its own marks (or with none), or "TP", "TX"."""
    said = " ".join(words)
    if folded(said) == folded(kind):
        return toned(said) == toned(kind) or not marked(said)
    return len(folded(said)) > 1


def _name(words: list[str]) -> str:
    name = " ".join(words).strip(' .,;:-–"“”()')
    return "" if folded(name) in _BARE_TAILS else name
