"""Departments and other bodies of local government, their life spans, and what became of them (data/bodies.toml)."""

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NamedTuple

from haidang.domain.units.keys import folded
from haidang.domain.units.names import Names
from haidang.domain.units.table import Level
from haidang.domain.units.writing import Place, take_apart

CONFIDENCES = ("confirmed", "reported", "unconfirmed")
REGION = "region"
_GONE = 10.0


@dataclass(frozen=True, slots=True)
class Heir:
    """A body that took over, what of the work it took ("" = all), and how sure that is."""

    name: str
    what: str
    confidence: str


@dataclass(frozen=True, slots=True)
class LocalBody:
    """A kind of body as the law set it up. `at` is the level it stands at (a `Level`, or `region` for regional courts).

    `written` are the ways to write it, `names` the same folded; `bare` says that it may be written without its unit,
    `of_unit` that it lives and ends as its unit does, `open_ended` that any words may follow ("Thanh tra Sở …"). Empty
    days are not known or have not come.
    """

    name: str
    written: tuple[str, ...]
    names: tuple[str, ...]
    at: str
    bare: bool
    of_unit: bool
    open_ended: bool
    first_day: dt.date | None
    last_day: dt.date | None
    became: tuple[Heir, ...]
    source: str
    confidence: str

    def exists(self, on: dt.date) -> bool:
        """Whether there were such bodies on a day."""
        return (self.first_day is None or self.first_day <= on) and (self.last_day is None or on <= self.last_day)


@cache
def bodies() -> tuple[LocalBody, ...]:
    """All kinds of bodies. Raises `ValueError` where the data contradict themselves."""
    raw = tomllib.loads(resources.files(__package__).joinpath("data/bodies.toml").read_text(encoding="utf-8"))
    found = []
    for row in raw["body"]:
        at = row["at"] if row["at"] == REGION else Level(row["at"]).value
        heirs = tuple(
            Heir(heir["name"], heir.get("what", ""), heir.get("confidence", row["confidence"]))
            for heir in row.get("became", ())
        )
        if not {row["confidence"], *(heir.confidence for heir in heirs)} <= set(CONFIDENCES):
            raise ValueError(f"{row['name']}: confidence")
        forms = (row["name"], *row["names"])
        names = tuple(dict.fromkeys(_key(name) for name in forms))
        bare = row.get("bare", at in {Level.PROVINCE, REGION})
        days = row.get("first_day"), row.get("last_day")
        marks = row.get("of_unit", False), row.get("open_ended", False)
        found.append(
            LocalBody(row["name"], forms, names, at, bare, *marks, *days, heirs, row["source"], row["confidence"])
        )
    return tuple(found)


@cache
def _forms() -> tuple[tuple[str, LocalBody], ...]:
    return tuple(sorted(((name, body) for body in bodies() for name in body.names), key=lambda form: -len(form[0])))


def _key(name: str) -> str:
    return folded(name.replace("&", " va "))


def opens_with_body(written: str) -> tuple[tuple[LocalBody, str], ...]:
    """The bodies whose name opens a written one, with the words left over; those of the longest name only."""
    key = _key(written).removeprefix("cac ")
    length, found = 0, []
    for form, body in _forms():
        if len(form) < length:
            break
        if key == form or key.startswith(f"{form} "):
            length = len(form)
            found.append((body, key[len(form) :].strip()))
    return tuple(found)


class BodyMatch(NamedTuple):
    """A body a written name may mean, a score 0–100, and why: `exact`, `without_marks`, `marks`, `similar`; `gone`."""

    body: LocalBody
    score: float
    why: tuple[str, ...]


def bodies_named(written: str, *, on: dt.date) -> tuple[BodyMatch, ...]:
    """The kinds of bodies that a written name, without its unit, may mean on a day; best first, misspellings last."""
    index, owners = _index()
    hits = index.folded(written.replace("&", " và ")) or index.similar(written)
    found: dict[str, BodyMatch] = {}
    for hit in hits:
        for body in owners[hit.place]:
            lives = body.exists(on)
            match = BodyMatch(body, hit.score - (0 if lives else _GONE), (hit.why, *(() if lives else ("gone",))))
            if body.name not in found or found[body.name].score < match.score:
                found[body.name] = match
    return tuple(sorted(found.values(), key=lambda match: (-match.score, match.body.name)))


@cache
def _index() -> tuple[Names, tuple[tuple[LocalBody, ...], ...]]:
    owners: dict[str, list[LocalBody]] = {}
    for body in bodies():
        for name in body.written:
            owners.setdefault(name, []).append(body)
    return Names(owners), tuple(tuple(those) for those in owners.values())


def place_after(written: str, left: int) -> tuple[Place, tuple[Place, ...]]:
    """The unit named by the last `left` folded words of a written name, with its marks as written."""
    if not left:
        return Place("", ""), ()
    words = written.replace(",", " , ").replace("-", " - ").split()
    counted, start = 0, len(words)
    while start and counted < left:
        start -= 1
        counted += len(folded(words[start]).split())
    found = take_apart(" ".join(words[start:]).replace(" , ", ", "))
    return found.place, found.around
