"""What an administrator may set up, where, and what no administrator may: a right for oneself, or above one's unit."""

import re

from haidang.domain.access.relation import OVERSEEN, Near, Seat, nearness, parent
from haidang.domain.access.viewer import Act, Role, Viewer, may

# Agencies an administrator looks after: those of the own unit and of the units below.
ADMINISTERED = OVERSEEN | {Near.AGENCY}
# Small letters, digits, dots, hyphens: what people can read to each other over the phone.
_NAME = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
SHORTEST_NAME, LONGEST_NAME = 3, 40
# What a one-time code is made of: letters and digits that are not taken for one another, in groups people can read out;
# 24 of them are more than 112 bits (OWASP ASVS 5.0, 6.5.2).
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
GROUPS, IN_A_GROUP = 6, 4


def administers(viewer: Viewer, seat: Seat) -> bool:
    """Whether the viewer sets up posts and accounts of the agency standing there."""
    return may(viewer, Act.ADMINISTER) and nearness(viewer, seat) in ADMINISTERED


def may_be_set_up(role: Role, seat: Seat) -> bool:
    """Whether a post with this role can stand there: an inspector reads the whole province, so only at its top."""
    return role is not Role.INSPECTOR or not parent(seat.unit_path)


def is_account_name(name: str) -> bool:
    """Whether an account can be called so."""
    return SHORTEST_NAME <= len(name) <= LONGEST_NAME and _NAME.fullmatch(name) is not None


def may_be_lent(roles: frozenset[Role]) -> bool:
    """Whether a post may be lent during leave.

    A leader's is not: who signs for a leader is decided in writing (NĐ 30/2020, Điều 13), not by a button; nor an
    inspector's or an administrator's, which are given by name.
    """
    return bool(roles) and not roles & {Role.LEADER, Role.INSPECTOR, Role.ADMIN}


def as_typed(code: str) -> str:
    """The code as people type it: without hyphens and blanks, in capitals."""
    return re.sub(r"[\s-]+", "", code).upper()
