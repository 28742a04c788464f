"""How a viewer stands to a record: which bodies the record names, and how far the viewer's own agency is from them."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from haidang.domain.access.viewer import Viewer


class Tie(StrEnum):
    """In which part a record names a body, or (creator) a person."""

    OWNER = "owner"  # the agency whose record it is
    ASSIGNED = "assigned"  # the agency that must do it (chủ trì)
    COOPERATING = "cooperating"  # an agency that helps (phối hợp)
    HANDLING = "handling"  # the body competent for the matter, to which it was sent (cơ quan có thẩm quyền)
    CREATOR = "creator"  # the person the record is of or by


class Near(StrEnum):
    """How far the viewer's agency is from a body; exactly one holds for any two in one moment."""

    AGENCY = "agency"  # the same agency
    UNIT = "unit"  # another agency of the same unit
    BELOW = "below"  # the body is of a unit below the viewer's
    ABOVE = "above"  # the body is of a unit above the viewer's
    SIBLING = "sibling"  # the body's unit and the viewer's have the same parent
    PROVINCE = "province"  # elsewhere in the province
    STRANGER = "stranger"  # in another province


# What whoever looks after a unit looks after, besides the own agency.
OVERSEEN = frozenset({Near.UNIT, Near.BELOW})


@dataclass(frozen=True, slots=True)
class Seat:
    """A body where it stands: row id of the agency, path of its unit, row id of its province."""

    agency_id: int
    unit_path: str
    province_id: int


@dataclass(frozen=True, slots=True)
class Ties:
    """The bodies that one record names, each with its part, and the person it is of or by."""

    bodies: tuple[tuple[Tie, Seat], ...]
    creator: UUID | None = None


def nearness(viewer: Viewer, seat: Seat) -> Near:
    """How far the viewer's agency is from the body."""
    if seat.province_id != viewer.province_id:
        return Near.STRANGER
    if seat.agency_id == viewer.agency_id:
        return Near.AGENCY
    if seat.unit_path == viewer.unit_path:
        return Near.UNIT
    if seat.unit_path.startswith(viewer.unit_path):
        return Near.BELOW
    if viewer.unit_path.startswith(seat.unit_path):
        return Near.ABOVE
    return Near.SIBLING if parent(seat.unit_path) == parent(viewer.unit_path) else Near.PROVINCE


def parent(path: str) -> str:
    """The path of the unit above, empty above the topmost."""
    return path[: path[:-1].rfind("/") + 1]


def relations(viewer: Viewer, ties: Ties) -> frozenset[tuple[Tie, Near]]:
    """Every way the viewer stands to the record; the creator's own stands as (creator, agency)."""
    found = {(tie, nearness(viewer, seat)) for tie, seat in ties.bodies}
    if ties.creator == viewer.user_uuid:
        found.add((Tie.CREATOR, Near.AGENCY))
    return frozenset(found)
