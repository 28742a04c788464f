"""Looking a unit up by a part of its name or by its code, in both lists, with what it came from and what it became."""

import datetime as dt
from dataclasses import dataclass
from functools import cache

from haidang.domain.terms.text import fold
from haidang.domain.units.registry import predecessors, successors
from haidang.domain.units.table import Became, Unit, table


@dataclass(frozen=True, slots=True)
class Looked:
    """A unit with the unit it lay in, what it is today (nothing for a unit of today), and what it came from."""

    unit: Unit
    within: str
    now: tuple[Became, ...]
    came_from: tuple[Became, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The first units found, those of today first, and how many there are in all."""

    units: tuple[Looked, ...]
    total: int


@cache
def _folded() -> tuple[tuple[str, Unit], ...]:
    return tuple((f"{fold(unit.full)} {unit.code}", unit) for unit in table().units.values())


def look_up(words: str, *, on: dt.date, most: int = 50) -> Found:
    """Units whose name or code holds every one of the words, with or without marks; nothing for no words."""
    wanted = fold(words).split()
    if not wanted:
        return Found((), 0)
    found = [unit for key, unit in _folded() if all(word in key for word in wanted)]
    # Today's before those that are no more, provinces before communes, the shortest name first.
    found.sort(key=lambda unit: (not unit.exists(on), len(unit.code), len(unit.full), unit.full, unit.id))
    return Found(tuple(_looked(unit, on) for unit in found[:most]), len(found))


def _looked(unit: Unit, on: dt.date) -> Looked:
    units = table().units
    above = units.get(unit.parent)
    parts = [above.full] if above else []
    if above and above.parent:
        parts.append(units[above.parent].full)
    now = () if unit.exists(on) else successors(unit.id, on)
    return Looked(unit, ", ".join(parts), now, predecessors(unit.id))
