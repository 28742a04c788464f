"""Which agency, or which agencies, a written name means, seen from one province on one day."""

import re
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from rapidfuzz.distance import Levenshtein

from haidang.domain.terms.text import fold
from haidang.domain.units import wording


@dataclass(frozen=True, slots=True)
class Body:
    """An agency as naming needs it. `level` is the level of its unit, `own_unit` true when it stands at the viewer's
    unit; `unit_name` is the unit's name with its level word ("tỉnh An Hải")."""

    uuid: UUID
    name: str
    aliases: tuple[str, ...]
    kind: str
    level: str
    own_unit: bool
    courtesy: bool = False
    unit_name: str = ""


class Found(StrEnum):
    """How a written name was understood."""

    ONE = "one"
    COLLECTIVE = "collective"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Meaning:
    """The agencies a written name means, with a score 0–100 and the reason as a code: `exact`, `alias`,
    `without_unit`, `similar`, `collective`, `collective_part` (only a part was understood or is meant), `ambiguous`,
    `vague` ("các đơn vị liên quan"), `other_level`, `unknown`."""

    found: Found
    agencies: tuple[UUID, ...]
    score: float
    why: str


# Folded letters from which two slips are forgiven ("Sở Nội vụ" and "Sở Ngoại vụ" differ by two).
LONG_NAME = 20


def meaning(written: str, bodies: tuple[Body, ...]) -> Meaning:
    """Understand one written name. A collective expands to its members; a name not understood is never guessed at."""
    key = _key(written)
    if not key:
        return Meaning(Found.UNKNOWN, (), 0.0, "unknown")
    exact = [b for b in bodies if _key(b.name) == key]
    if exact:
        return _one(exact, 100.0, "exact")
    alias = [b for b in bodies if any(_key(a) == key for a in b.aliases)]
    if alias:
        return _one(alias, 98.0, "alias")
    collective = _collective(written, bodies)
    if collective:
        return collective
    same = [b for b in bodies if b.own_unit and _same_but_for_unit(key, b)]
    if same:
        return _one(same, 92.0, "without_unit")
    similar = [b for b in bodies if _nearly(key, _key(b.name))]
    if similar:
        return _one(similar, 90.0, "similar")
    return Meaning(Found.UNKNOWN, (), 0.0, "unknown")


def _one(found: list[Body], score: float, why: str) -> Meaning:
    own = [b for b in found if b.own_unit] or found
    if len(own) > 1:
        # Two bodies bear the name: the person chooses.
        return Meaning(Found.UNKNOWN, (), 0.0, "ambiguous")
    return Meaning(Found.ONE, (own[0].uuid,), score, why)


def _key(name: str) -> str:
    words = fold(name).replace(",", " ").replace("-", " ").replace("–", " ").split()
    text = " ".join(words)
    for long, short in wording.SHORT_FORMS:
        text = text.replace(long, short)
    return text


def _same_but_for_unit(key: str, body: Body) -> bool:
    """Whether two names differ only in how fully the unit is named ("Công an tỉnh", "Công an tỉnh An Hải").

    A name of another level ("Công an huyện") or of another unit of that level is not the same.
    """
    written, level, place = _split_unit(key)
    own, _own_level, _own_place = _split_unit(_key(body.name))
    if written != own or level not in {"", body.level}:
        return False
    return not place or place == _split_unit(_key(body.unit_name))[2]


def _split_unit(key: str) -> tuple[str, str, str]:
    """A folded name as (name without unit, level of the unit or "", name of the unit or "")."""
    words = key.split()
    for index in range(len(words) - 1, -1, -1):
        level = wording.LEVEL_WORDS.get(words[index])
        following = words[index + 1] if index + 1 < len(words) else ""
        if level and f"{words[index]} {following}" not in wording.NOT_LEVELS:
            return " ".join(w for w in words[:index] if w != "cua"), level, " ".join(words[index + 1 :])
    return key, "", ""


def _collective(written: str, bodies: tuple[Body, ...]) -> Meaning | None:
    """A collective as its members: each part of the enumeration names a kind of body; None when it is no collective.

    Parts that name nobody here, or only "whoever is concerned", lower the score and say so; they are never filled in.
    """
    text = fold(written)
    if not f"{text} ".startswith(wording.COLLECTIVE_OPENERS):
        return None
    if any(f" {phrase} " in f" {text.replace(',', ' ')} " for phrase in wording.OTHER_LEVELS):
        return Meaning(Found.UNKNOWN, (), 0.0, "other_level")
    chosen: list[Body] = []
    unread = vague = False
    before: wording.Collective | None = None
    for part in re.split(r"[,;]| va ", text):
        words = _plain(part)
        goes_on = words in wording.BARE_LEVELS and before is not None and before.levels == {"commune"}
        group = before = before if goes_on else wording.group_of(words)
        if group is None:
            unread = unread or bool(words)
        elif not group.kinds:
            vague = True
        else:
            chosen += [b for b in bodies if b.kind in group.kinds and b.level in group.levels and b not in chosen]
    if not chosen:
        return Meaning(Found.UNKNOWN, (), 0.0, "vague" if vague else "unknown")
    partly = unread or vague or any(f" {phrase} " in f" {text} " for phrase in wording.QUALIFIERS)
    uuids = tuple(b.uuid for b in chosen)
    return Meaning(Found.COLLECTIVE, uuids, 70.0 if partly else 95.0, "collective_part" if partly else "collective")


def _plain(part: str) -> str:
    words = part.split()
    while words and words[0] in wording.OPENING_WORDS:
        words = words[1:]
    return " ".join(words)


def _nearly(a: str, b: str) -> bool:
    """A slip of the pen: the same number of words and one letter wrong, two in a long name."""
    if len(a.split()) != len(b.split()):
        return False
    return Levenshtein.distance(a, b) <= (1 if len(b) < LONG_NAME else 2)
