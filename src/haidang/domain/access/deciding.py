"""Shown, masked or hidden: the table of rules in `data/fields.toml`, asked for one viewer and one record.

Whatever no rule gives is hidden. The same table becomes conditions on rows in `apps.people.reach`; a property test
holds the two against each other.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from haidang.domain.access.relation import Near, Seat, Tie, Ties, relations
from haidang.domain.access.sensitivity import RANK, Purpose, Sensitivity, Verdict
from haidang.domain.access.viewer import Role, Viewer


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the table: for these roles, standing so to a record, fields of this class are `gives`.

    A masked field opens for each of `purposes`; with `second` only after another person agreed.
    """

    id: str
    sensitivity: Sensitivity
    ties: frozenset[Tie]
    near: frozenset[Near]
    roles: frozenset[Role]
    gives: Verdict
    purposes: frozenset[Purpose]
    second: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """What the viewer gets, by which rules, and for which purposes more: alone, or with a second person."""

    verdict: Verdict
    by: tuple[str, ...]
    alone: frozenset[Purpose]
    together: frozenset[Purpose]


@cache
def rules() -> tuple[Rule, ...]:
    """The table as it was delivered. Raises ValueError for a word that is none of ours."""
    read = tomllib.loads(files(__package__).joinpath("data/fields.toml").read_text(encoding="utf-8"))
    return tuple(
        Rule(
            id=one["id"],
            sensitivity=Sensitivity(one["sensitivity"]),
            ties=frozenset(map(Tie, one["ties"])),
            near=frozenset(map(Near, one["near"])),
            roles=frozenset(map(Role, one.get("roles", Role))),
            gives=Verdict(one["gives"]),
            purposes=frozenset(map(Purpose, one.get("purposes", ()))),
            second=one.get("second", False),
        )
        for one in read["rule"]
    )


def speaking(viewer: Viewer, sensitivity: Sensitivity) -> tuple[Rule, ...]:
    """The rules that say something to this viewer about fields of this class."""
    return tuple(rule for rule in rules() if rule.sensitivity == sensitivity and rule.roles & viewer.roles)


def decide(viewer: Viewer, ties: Ties, sensitivity: Sensitivity) -> Decision:
    """What the viewer gets of the record's fields of this class, before any purpose is named."""
    stands = relations(viewer, ties)
    hit = [
        rule
        for rule in speaking(viewer, sensitivity)
        if any(tie in rule.ties and near in rule.near for tie, near in stands)
    ]
    verdict = max((rule.gives for rule in hit), key=RANK.__getitem__, default=Verdict.HIDDEN)
    alone = frozenset[Purpose]().union(*(rule.purposes for rule in hit if not rule.second))
    together = frozenset[Purpose]().union(*(rule.purposes for rule in hit if rule.second))
    return Decision(verdict, tuple(rule.id for rule in hit), alone, together - alone)


def shows(viewer: Viewer, seat: Seat, tie: Tie = Tie.OWNER, sensitivity: Sensitivity = Sensitivity.INTERNAL) -> bool:
    """Whether the viewer sees, unmasked, what a body standing there has or has to do."""
    return decide(viewer, Ties(((tie, seat),)), sensitivity).verdict is Verdict.SHOWN


def opens(decision: Decision, purpose: Purpose | None, *, agreed: bool = False) -> bool:
    """Whether the field may be read: shown anyway, or masked and opened for this purpose (`agreed`: by a second)."""
    if decision.verdict is Verdict.SHOWN:
        return True
    return purpose in decision.alone or (agreed and purpose in decision.together)
