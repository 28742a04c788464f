"""The administrative units of two lists (63 provinces until 30/6/2025, 34 since), their life spans, what they became.

Read once, when first asked for: about 14,000 units. `Unit.id` is the list and the official code (`63:28252`);
a unit that changed its kind later has a further id with the day (`34:75@2026-04-30`).
"""

import datetime as dt
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

REFORM = dt.date(2025, 7, 1)
# From this day on the list of 63 is complete; of earlier days it knows less (see the gaps in changes.toml).
LIST_63_FROM = dt.date(2025, 3, 1)
REFORM_SOURCE = "Nghị quyết 202/2025/QH15; các nghị quyết sắp xếp đơn vị hành chính cấp xã năm 2025"


class Level(StrEnum):
    """The level of a unit."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


class Part(StrEnum):
    """How much of a unit went to a successor; `unknown` where the sources differ."""

    WHOLE = "whole"
    SOME = "some"
    UNKNOWN = "unknown"


_LEVELS = {2: Level.PROVINCE, 3: Level.DISTRICT, 5: Level.COMMUNE}


class Unit(NamedTuple):
    """An administrative unit in one form. `valid_to` is its last day; an empty end is not known or has not come.

    `parent` and `province` are ids in the same list; a province is its own province and has no parent ("").
    `source` and `confidence` speak of its beginning or, for the list of 63, of its end.
    """

    id: str
    code: str
    level: Level
    kind: str
    name: str
    parent: str
    province: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    source: str
    confidence: str

    @property
    def full(self) -> str:
        """The name with its level word: "thị trấn Long Phú"."""
        return f"{self.kind} {self.name}"

    def exists(self, on: dt.date) -> bool:
        """Whether the unit existed in this form on a day."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


class Became(NamedTuple):
    """One successor of a unit and how much of the unit it took."""

    unit: Unit
    part: Part


@dataclass(frozen=True, slots=True)
class Table:
    """All units by id, and the edges between them by id, forwards and backwards."""

    units: Mapping[str, Unit]
    after: Mapping[str, Sequence[tuple[str, Part]]]
    before: Mapping[str, Sequence[tuple[str, Part]]]


@dataclass(frozen=True, slots=True)
class Gap:
    """An old commune whose successors are not certain: its code, a reason as a code, the doubtful successors' codes."""

    code: str
    reason: str
    doubtful: tuple[str, ...]


def _text(name: str) -> str:
    return resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8")


def _rows(name: str) -> Iterator[list[str]]:
    lines = _text(name).splitlines()
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    return (line.split("\t") for line in lines[first:])


@cache
def table() -> Table:
    """The whole table. Raises `ValueError` or `KeyError` where the data contradict themselves."""
    units: dict[str, Unit] = {}
    _read("63", units)
    _read("34", units)
    after: dict[str, list[tuple[str, Part]]] = {}
    parts = {part.value: part for part in Part}
    for old, new, part in _rows("became.tsv"):
        after.setdefault("63:" + old, []).append(("34:" + new, parts[part]))
    _districts(units, after)
    _change(units, after)
    before: dict[str, list[tuple[str, Part]]] = {}
    for old, edges in after.items():
        for new, share in edges:
            before.setdefault(new, []).append((old, share))
    return Table(units, after, before)


def _read(edition: str, units: dict[str, Unit]) -> None:
    """Read one list. Parents stand before their parts in the file."""
    days: dict[str, dt.date | None] = {"": None}
    provinces = {"": ""}
    for code, kind, name, above, first, last in _rows(f"units-{edition}.tsv"):
        if first not in days or last not in days:
            days |= {day: dt.date.fromisoformat(day) for day in (first, last) if day}
        uid = f"{edition}:{code}"
        province = provinces[code] = provinces[above] or uid
        parent = f"{edition}:{above}" if above else ""
        units[uid] = Unit(
            uid, code, _LEVELS[len(code)], kind, name, parent, province, days[first], days[last],
            REFORM_SOURCE, "confirmed",
        )  # fmt: skip


def _districts(units: dict[str, Unit], after: dict[str, list[tuple[str, Part]]]) -> None:
    """A district became the communes that its communes became: wholly where all of it went to one of them."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for old, edges in after.items():
        if units[old].level is Level.COMMUNE:
            news = found[units[old].parent]
            for new, _share in edges:
                news.setdefault(new)
    for district, news in found.items():
        part = Part.WHOLE if len(news) == 1 else Part.SOME
        after[district] = [(new, part) for new in news]


def _change(units: dict[str, Unit], after: dict[str, list[tuple[str, Part]]]) -> None:
    raw = tomllib.loads(_text("changes.toml"))
    for row in sorted(raw["change"], key=lambda row: row["day"]):
        for code in row["codes"]:
            _change_one(units, after, f"{row['list']}:{code}", row)
    for row in raw["former"]:
        later = f"{row['list']}:{row['code']}"
        uid = f"{later}@-{row['last_day']}"
        units[uid] = units[later]._replace(
            id=uid, kind=row["kind"], name=row["name"], valid_from=None, valid_to=row["last_day"],
            source=row["source"], confidence=row["confidence"],
        )  # fmt: skip
        units[later] = units[later]._replace(valid_from=row["last_day"] + dt.timedelta(days=1))
        after.setdefault(uid, []).append((later, Part.WHOLE))


def _change_one(
    units: dict[str, Unit], after: dict[str, list[tuple[str, Part]]], uid: str, row: dict[str, Any]
) -> None:
    old = units[uid]
    new = f"{uid}@{row['day']}"
    if old.valid_to is not None or new in units:
        raise ValueError(f"{uid} changes twice")
    units[new] = old._replace(
        id=new, kind=row["kind"], name=row.get("name", old.name), valid_from=row["day"],
        source=row["source"], confidence=row["confidence"],
    )  # fmt: skip
    units[uid] = old._replace(valid_to=row["day"] - dt.timedelta(days=1))
    after.setdefault(uid, []).append((new, Part.WHOLE))


@cache
def former_names() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Names of units gone before the list of 63: (kind, folded name without blanks) → ids of what took them in."""
    found: dict[tuple[str, str], list[str]] = {}
    for code, kind, key in _rows("former.tsv"):
        found.setdefault((kind, key), []).append(f"63:{code}")
    return {key: tuple(ids) for key, ids in found.items()}


@cache
def gaps() -> tuple[Gap, ...]:
    """The old communes whose successors are not certain."""
    return tuple(Gap(code, reason, tuple(doubtful.split())) for code, reason, doubtful in _rows("gaps.tsv"))
