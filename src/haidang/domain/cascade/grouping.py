"""How a plan prints its tasks: by lead agency in the order of the directory, a whole collective as one group."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from uuid import UUID

Line = TypeVar("Line")


@dataclass(frozen=True, slots=True)
class Given(Generic[Line]):
    """One line of the plan and its leads, each with the written name that meant it ("" when added by hand)."""

    line: Line
    leads: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True, slots=True)
class Group(Generic[Line]):
    """The lines of one agency, or of a whole collective (`agency` None), under the name printed above them."""

    name: str
    agency: UUID | None
    lines: tuple[Line, ...]


def grouped(
    given: Sequence[Given[Line]], names: Mapping[UUID, str], members: Callable[[str], frozenset[UUID]]
) -> tuple[Group[Line], ...]:
    """Group lines by lead; `names` has the agencies in the order of the directory, `members` says what a name means.

    A collective prints as one group only while every one of its members, more than one, leads the line under that
    name: with a member left out, the agencies are printed one by one, so that the plan says who is bound.
    """
    collectives: dict[str, list[Line]] = {}
    single: dict[UUID, list[Line]] = {}
    for entry in given:
        taken: set[UUID] = set()
        for written in dict.fromkeys(written for _, written in entry.leads if written):
            under = frozenset(agency for agency, name in entry.leads if name == written)
            if len(under) > 1 and under == members(written):
                collectives.setdefault(written, []).append(entry.line)
                taken |= under
        for agency, _ in entry.leads:
            if agency not in taken:
                single.setdefault(agency, []).append(entry.line)
    groups = [Group(names[agency], agency, tuple(single[agency])) for agency in names if agency in single]
    return (*groups, *(Group(written, None, tuple(lines)) for written, lines in collectives.items()))
