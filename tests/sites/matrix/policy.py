"""The policy file, read, and what it says of one person and one thing; knows nothing of the programme's own rules."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from tests.sites.matrix.world import ABOVE, AGENCIES, HANDS, Person

ROLES = ("standing", "leader", "clerk", "focal", "inspector", "admin")
GROUPS = {"all": ROLES, "over": ("standing", "leader", "clerk", "inspector")}


@dataclass(frozen=True)
class Clause:
    """`roles` whose agency stands `near` one that the thing names in one of `parts`."""

    roles: tuple[str, ...]
    parts: tuple[str, ...]
    near: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """One line of the policy: an address, what it is about (empty: nothing), and the audiences; None: not taken."""

    name: str
    thing: str
    get: tuple[Clause, ...] | None
    post: tuple[Clause, ...] | None
    does: tuple[Clause, ...]
    bare: str = ""

    def audience(self, method: str) -> tuple[Clause, ...] | None:
        return self.get if method == "GET" else self.post


@dataclass(frozen=True)
class Policy:
    lines: tuple[Line, ...]
    public: frozenset[str]
    reading: frozenset[str]
    lists: dict[str, tuple[str, str, dict[str, tuple[Clause, ...]]]]


@cache
def policy() -> Policy:
    """The file beside this one."""
    read = tomllib.loads((Path(__file__).parent / "policy.toml").read_text(encoding="utf-8"))
    audiences = {name: tuple(map(_clause, clauses)) for name, clauses in read["audience"].items()}

    def of(name: str) -> tuple[Clause, ...] | None:
        return None if name == "-" else audiences[name]

    lines = [Line(name, "", of(get), of(post), audiences[does]) for name, (get, post, does) in read["pages"].items()]
    for name, thing, get, post, does, *bare in read["things"]["cells"]:
        lines.append(Line(name, thing, of(get), of(post), audiences[does], *bare))
    lists = {
        name: (at, query, {kind: audiences[audience] for kind, audience in kinds.items()})
        for name, (at, query, kinds) in read["lists"].items()
    }
    return Policy(tuple(lines), frozenset(read["public"]["names"]), frozenset(read["reading"]["names"]), lists)


def _clause(text: str) -> Clause:
    roles, rest = text.split(" @ ")
    parts, near = rest.split(": ")
    named = tuple(role for word in roles.split() for role in GROUPS.get(word, (word,)))
    return Clause(named, tuple(parts.split()), tuple(near.split()))


def within(person: Person, hands: str, audience: tuple[Clause, ...]) -> bool:
    """Whether the person is in the audience of a thing in these hands (empty: of no thing)."""
    return any(_hits(person, hands, clause) for clause in audience)


def _hits(person: Person, hands: str, clause: Clause) -> bool:
    if person.role not in clause.roles:
        return False
    if "anybody" in clause.parts:
        return True
    return any(_near(person.agency, HANDS[hands][part], near) for part in clause.parts for near in clause.near)


def _near(mine: str, other: str, near: str) -> bool:
    my_unit, unit = AGENCIES[mine][0], AGENCIES[other][0]
    here = _top(my_unit) == _top(unit)
    return {
        "agency": mine == other,
        "unit": mine != other and my_unit == unit,
        "below": ABOVE.get(unit) == my_unit,
        "here": here,
        "elsewhere": here and mine != other,
    }[near]


def _top(unit: str) -> str:
    return ABOVE.get(unit, unit)


def mutated(audience: tuple[Clause, ...]) -> Iterator[tuple[Clause, ...]]:
    """The audience with one thing wrong: a clause, a role, a part or a distance too few; or one role too many."""
    for place, clause in enumerate(audience):
        rest = (*audience[:place], *audience[place + 1 :])
        yield rest
        for field in ("roles", "parts", "near"):
            values = getattr(clause, field)
            for value in values if len(values) > 1 else ():
                yield (*rest, replace(clause, **{field: tuple(one for one in values if one != value)}))
        for role in ROLES:
            # Who is in for the whole province is not let in any further by a second clause.
            if role not in clause.roles and not any(role in one.roles and "here" in one.near for one in rest):
                yield (*rest, replace(clause, roles=(*clause.roles, role)))
    if not audience:
        yield (Clause(ROLES, ("anybody",), ("here",)),)
