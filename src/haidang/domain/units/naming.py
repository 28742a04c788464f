"""Which agency, or which agencies, a written name means, seen from one province on one day."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from rapidfuzz import fuzz

from haidang.domain.terms.text import fold
from haidang.domain.units import wording


@dataclass(frozen=True, slots=True)
class Body:
    """An agency as naming needs it. `level` is the level of its unit, `own_unit` true when it stands at the viewer's unit;
    `unit_name` is the unit's name with its level word ("tỉnh An Hải")."""

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
    """The agencies a written name means, with a score 0–100 and the reason in a code (`exact`, `alias`, `without_unit`,
    `similar`, `collective`, `unknown`)."""

    found: Found
    agencies: tuple[UUID, ...]
    score: float
    why: str


SIMILAR_ENOUGH = 88.0


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
    members = _collective(key, bodies)
    if members:
        return Meaning(Found.COLLECTIVE, tuple(b.uuid for b in members), 95.0, "collective")
    same = [b for b in bodies if b.own_unit and _same_but_for_unit(key, b)]
    if same:
        return _one(same, 92.0, "without_unit")
    scored = sorted(((fuzz.ratio(key, _key(b.name)), b) for b in bodies), key=lambda pair: -pair[0])
    if scored and scored[0][0] >= SIMILAR_ENOUGH and (len(scored) == 1 or scored[1][0] < scored[0][0]):
        return Meaning(Found.ONE, (scored[0][1].uuid,), scored[0][0], "similar")
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
    """Whether two names differ only in how fully the unit is named ("Công an tỉnh", "Công an tỉnh An Hải", "Sở Y tế tỉnh").

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


def _collective(key: str, bodies: tuple[Body, ...]) -> list[Body]:
    """Members of a collective: its words name kinds of body; several kinds may stand in one collective."""
    words = key.split()
    if not any(w in wording.COLLECTIVE_OPENERS for w in words[:1]) and not key.startswith(wording.BARE_COLLECTIVES):
        return []
    chosen: list[Body] = []
    for group in wording.COLLECTIVES:
        if any(f" {phrase} " in f" {key} " for phrase in group.phrases):
            chosen += [b for b in bodies if b.kind in group.kinds and b.level in group.levels and b not in chosen]
    return chosen
