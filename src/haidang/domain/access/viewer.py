"""Who looks or acts, and what that person's posts allow."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from haidang.domain.terms.refusal import Refusal


class Role(StrEnum):
    """What a post allows. One person may hold several; rights come from the post, never from the person."""

    STANDING = "standing"  # officer of the standing agency: reads, drafts, chases, consolidates
    LEADER = "leader"  # sees a whole unit, approves, signs
    CLERK = "clerk"  # records clerk (văn thư): takes in documents, gives number and date
    FOCAL = "focal"  # focal point of an agency: its tasks, progress, reports
    INSPECTOR = "inspector"  # reads everything, writes nothing
    ADMIN = "admin"  # units, agencies, posts, accounts


# Roles whose work is about a whole unit and not only their own agency.
OVERSEEING = frozenset({Role.STANDING, Role.LEADER, Role.CLERK, Role.INSPECTOR})


@dataclass(frozen=True, slots=True)
class Viewer:
    """A signed-in person seen through the posts held today.

    `agency_id` is the agency of the post, `unit_path` the path of that agency's unit (`/` separated, ends with `/`),
    `province_id` the province every big table is cut by.
    """

    user_uuid: UUID
    name: str
    agency_uuid: UUID
    agency_id: int
    agency_name: str
    unit_path: str
    province_id: int
    roles: frozenset[Role]
    post_uuid: UUID
    post_title: str

    @property
    def oversees(self) -> bool:
        """True when the post looks at a whole unit."""
        return bool(self.roles & OVERSEEING)

    @property
    def writes(self) -> bool:
        """An inspector reads everything and writes nothing."""
        return bool(self.roles - {Role.INSPECTOR})


class Act(StrEnum):
    """Acts of the programme that only some posts may do."""

    REGISTER_DIRECTIVE = "register_directive"
    EDIT_DUTIES = "edit_duties"
    DRAFT_PLAN = "draft_plan"
    REVIEW_PLAN = "review_plan"
    SIGN = "sign"
    NUMBER = "number"
    REVIEW_REPORT = "review_report"
    CONSOLIDATE = "consolidate"
    ENTER_FOR_ANOTHER = "enter_for_another"
    WORK = "work"
    READ_LEDGER = "read_ledger"
    ADMINISTER = "administer"
    AGREE_TO_OPENING = "agree_to_opening"


_ALLOWED: dict[Act, frozenset[Role]] = {
    Act.REGISTER_DIRECTIVE: frozenset({Role.STANDING, Role.CLERK}),
    Act.EDIT_DUTIES: frozenset({Role.STANDING}),
    Act.DRAFT_PLAN: frozenset({Role.STANDING}),
    Act.REVIEW_PLAN: frozenset({Role.LEADER}),
    Act.SIGN: frozenset({Role.LEADER}),
    Act.NUMBER: frozenset({Role.CLERK}),
    Act.REVIEW_REPORT: frozenset({Role.STANDING}),
    Act.CONSOLIDATE: frozenset({Role.STANDING}),
    Act.ENTER_FOR_ANOTHER: frozenset({Role.STANDING}),
    Act.WORK: frozenset({Role.FOCAL, Role.STANDING}),
    Act.READ_LEDGER: frozenset({Role.INSPECTOR}),
    Act.ADMINISTER: frozenset({Role.ADMIN}),
    Act.AGREE_TO_OPENING: frozenset({Role.LEADER}),
}


def may(viewer: Viewer, act: Act) -> bool:
    """Whether any post of the viewer allows the act; where the act applies is asked of the queries."""
    return bool(viewer.roles & _ALLOWED[act])


def require(viewer: Viewer, act: Act) -> None:
    """Refuse with `not_allowed` unless the viewer may do the act."""
    if not may(viewer, act):
        raise Refusal("not_allowed")
