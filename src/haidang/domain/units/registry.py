"""Which unit a written name means on a day, seen from a province; what became of units.

    units_named("P. 4", on=day, province="82") -> (Match(unit, score, why), …)   best first; equal best = ambiguous
    the_one(matches) -> Match | None                                            None where it is ambiguous
    successors(unit.id, on) -> (Became(unit, part), …)                          in the forms that exist on that day

`province` is an official code of the list of the day (63 until 30/6/2025, 34 since), or None. The verdict on a name in
a document ("exists, gone, unknown, wrong level") is `standing.standing`.
"""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from haidang.domain.units.keys import folded
from haidang.domain.units.names import Hit, Names
from haidang.domain.units.table import REFORM, Became, Part, Unit, former_names, table
from haidang.domain.units.writing import Place, Written, take_apart, wording

# What is taken off the score of a name for each thing that does not fit.
_GONE, _ELSEWHERE, _OTHER_KIND, _OTHER_PARENT, _NO_KIND, _EARLIER, _LATER_PARENT = 10.0, 15.0, 20.0, 15.0, 1.0, 2.0, 2.0
LEAST = 50.0
_SPELLED = ("exact", "without_marks")


class Match(NamedTuple):
    """A unit that a written name may mean, a score 0–100, and why, as codes.

    How the name fits: `exact`, `alias`, `without_marks`, `marks` (other marks are written), `similar` (a letter or two
    differ); what does not: `gone`, `not_yet`, `elsewhere` (another province), `other_kind`, `other_parent`, `no_kind`,
    `earlier` (a successor bears the name too).
    """

    unit: Unit
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Index:
    names: Names
    units: tuple[tuple[str, ...], ...]
    alias: frozenset[int]


@cache
def _index() -> _Index:
    by_name: dict[str, list[str]] = defaultdict(list)
    for unit in table().units.values():
        by_name[unit.name].append(unit.id)
    spelled = list(by_name)
    units = [tuple(ids) for ids in by_name.values()]
    own = len(spelled)
    for uid, names in wording()["aliases"].items():
        for name in names:
            spelled.append(name)
            units.append((uid, *(new for new, _ in table().after.get(uid, ()) if new.startswith(f"{uid}@"))))
    return _Index(Names(spelled), tuple(units), frozenset(range(own, len(spelled))))


def units_named(written: str, *, on: dt.date, province: str | None = None) -> tuple[Match, ...]:
    """The units a written name may mean on a day, best first; none below a score of 50. Nothing is guessed:

    several with the same best score are ambiguous. Slips of the pen are tried only where no name fits as written.
    """
    said = take_apart(written)
    return matches_of(said, on=on, province=province)


def matches_of(said: Written, *, on: dt.date, province: str | None = None) -> tuple[Match, ...]:
    """The same for a name already taken apart."""
    if not said.place.name:
        return ()
    index = _index()
    if said.whole != said.place.name and index.names.folded(said.whole):
        said = said._replace(place=said.place._replace(name=said.whole), around=())
    hits = index.names.folded(said.place.name, bare=said.bare)
    if not any(hit.why != "marks" for hit in hits):
        hits = hits + index.names.similar(said.place.name)
    home = _seen_from(province, on)
    found: dict[str, Match] = {}
    for hit in hits:
        for uid in index.units[hit.place]:
            match = _match(table().units[uid], hit, said, on, home, alias=hit.place in index.alias)
            if match.score >= LEAST and (uid not in found or found[uid].score < match.score):
                found[uid] = match
    for uid, match in found.items():
        if "gone" in match.why and any(new in found for new, _ in table().after.get(uid, ())):
            # Its successor bears the name too and is what a later document means.
            found[uid] = match._replace(score=match.score - _EARLIER, why=(*match.why, "earlier"))
    return tuple(sorted(found.values(), key=lambda match: (-match.score, match.unit.id)))


def took_in(place: Place, *, on: dt.date, province: str | None) -> Unit | None:
    """The unit of the list of 63 that took in a unit gone before that list; None where none or several did."""
    home = _seen_from(province, on)
    key = place.kind, folded(place.name).replace(" ", "")
    units = [table().units[uid] for uid in former_names().get(key, ())]
    here = [unit for unit in units if not home or unit.province in home]
    return here[0] if len(here) == 1 else None


def provinces_coded(code: str | None, on: dt.date) -> tuple[Unit, ...]:
    """The province of an official code in the form it had on a day: one, or none where the code is not known."""
    if code is None:
        return ()
    start = f"{'34' if on >= REFORM else '63'}:{code}"
    forms = (start, *(new for new, _ in table().after.get(start, ()) if new.startswith(f"{start}@")))
    units = table().units
    return tuple(units[uid] for uid in forms if uid in units and units[uid].exists(on))


def province_of(written: str, *, on: dt.date) -> str | None:
    """The official code (of the day's list) of the province in which a written unit stands; None where that is unsure.

    For a unit that is gone it is the province that took its ground over.
    """
    matches = [match for match in units_named(written, on=on) if match.why[0] != "similar"]
    found = set()
    for match in matches:
        if match.score == matches[0].score:
            uid = match.unit.province
            if on >= REFORM and uid.startswith("63:"):
                uid = next(new for new, _ in table().after[uid])
            found.add(uid.split(":")[1])
    return found.pop() if len(found) == 1 else None


def the_one(matches: tuple[Match, ...]) -> Match | None:
    """The single best match; None where there is none or several are equally good."""
    if not matches or (len(matches) > 1 and matches[1].score == matches[0].score):
        return None
    return matches[0]


def _match(unit: Unit, hit: Hit, said: Written, on: dt.date, home: frozenset[str], *, alias: bool) -> Match:
    fits = max((_distance(unit, place, on) for place in said.around), default=0.0)
    score, why = (98.0, ["alias"]) if alias and hit.why in _SPELLED else (hit.score, [hit.why])
    if not unit.exists(on):
        score -= _GONE
        why.append("not_yet" if unit.valid_from is not None and unit.valid_from > on else "gone")
    if home and unit.province not in home and not (said.around and fits < _OTHER_PARENT):
        score -= _ELSEWHERE
        why.append("elsewhere")
    if not said.place.kind:
        score -= _NO_KIND
        why.append("no_kind")
    elif said.place.kind != unit.kind:
        score -= _OTHER_KIND
        why.append("other_kind")
    score -= fits
    if fits == _OTHER_PARENT:
        why.append("other_parent")
    return Match(unit, score, tuple(why))


@lru_cache(maxsize=256)
def _seen_from(province: str | None, on: dt.date) -> frozenset[str]:
    """The provinces of both lists that are or were the same ground as a province of the day's list."""
    if province is None:
        return frozenset()
    if on >= REFORM:
        own = f"34:{province}"
        return frozenset({own, *(old for old, _ in table().before.get(own, ()))})
    own = f"63:{province}"
    return frozenset({own, *(new for new, _ in table().after.get(own, ()))})


def _distance(unit: Unit, place: Place, on: dt.date) -> float:
    """What a unit loses for standing in a place as written: nothing in its own district or province, little in the
    province that took that in, much elsewhere."""
    units = table().units
    above = [units[uid] for uid in (unit.parent, unit.province) if uid]
    if any(_is(one, place) for one in above):
        return 0.0
    later = (units[new] for one in above for new, _ in table().after.get(one.id, ()))
    if any(_is(one, place) for one in later if one.exists(on)):
        return _LATER_PARENT
    return _OTHER_PARENT


def _is(unit: Unit, place: Place) -> bool:
    if place.kind not in {"", unit.kind}:
        return False
    key = folded(place.name)
    return folded(unit.name) == key or any(folded(alias) == key for alias in wording()["aliases"].get(unit.id, ()))


def successors(uid: str, on: dt.date) -> tuple[Became, ...]:
    """What a unit became, in the forms that exist on a day; empty while the unit itself exists.

    The part is that of the first step where anything was divided: what came later changed kinds only.
    """
    found: dict[str, Became] = {}
    steps = [(uid, Part.WHOLE)]
    while steps:
        current, part = steps.pop(0)
        unit = table().units[current]
        if current != uid and unit.exists(on):
            found.setdefault(current, Became(unit, part))
            continue
        if current == uid and unit.exists(on):
            return ()
        steps += [(new, part if share is Part.WHOLE else share) for new, share in table().after.get(current, ())]
    return tuple(found.values())


def predecessors(uid: str) -> tuple[Became, ...]:
    """What a unit was made of: the units directly before it, and how much of each it took."""
    return tuple(Became(table().units[old], part) for old, part in table().before.get(uid, ()))
