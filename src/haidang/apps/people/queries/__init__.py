"""Reading units, agencies, posts and accounts."""

from haidang.apps.people.queries.accounts import (
    SealedContact,
    contact,
    names_of_users,
    viewer_for,
    viewer_of_account,
)
from haidang.apps.people.queries.agencies import (
    AgencyRow,
    PostRow,
    agencies,
    bodies,
    issuers,
    names_of_agencies,
    superiors,
)
from haidang.apps.people.queries.officers import (
    AgencyPage,
    OfficerContact,
    OfficerRow,
    PostOfAgency,
    agency_page,
    officer_contact,
)
from haidang.apps.people.queries.openings import (
    OpeningRow,
    in_force_for,
    opening,
    openings_known,
    openings_to_answer,
)
from haidang.apps.people.queries.units import ancestors, in_force, subtree

__all__ = [
    "AgencyPage",
    "AgencyRow",
    "OfficerContact",
    "OfficerRow",
    "OpeningRow",
    "PostOfAgency",
    "PostRow",
    "SealedContact",
    "agencies",
    "agency_page",
    "ancestors",
    "bodies",
    "contact",
    "in_force",
    "in_force_for",
    "issuers",
    "names_of_agencies",
    "names_of_users",
    "officer_contact",
    "opening",
    "openings_known",
    "openings_to_answer",
    "subtree",
    "superiors",
    "viewer_for",
    "viewer_of_account",
]
