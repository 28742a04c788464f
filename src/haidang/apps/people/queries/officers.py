"""Officers of an agency and what of them is protected: masked rows, with what each viewer may open and for what."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from haidang.apps.people.models import Agency, Contact, Holding, Post, User
from haidang.apps.people.queries.accounts import SealedContact
from haidang.apps.people.queries.agencies import AgencyRow, agency_row
from haidang.apps.people.queries.units import in_force
from haidang.apps.people.reach import seat
from haidang.domain.access.administering import administers
from haidang.domain.access.deciding import Decision, decide
from haidang.domain.access.relation import Tie, Ties
from haidang.domain.access.sensitivity import Sensitivity
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal


@dataclass(frozen=True, slots=True)
class OfficerRow:
    """Somebody who holds a post today; `contact` says only whether a phone or an address was given."""

    user_uuid: UUID
    name: str
    contact: bool
    may: Decision


@dataclass(frozen=True, slots=True)
class PostOfAgency:
    """A post with its roles and who holds it today."""

    uuid: UUID
    title: str
    roles: tuple[str, ...]
    officers: tuple[OfficerRow, ...]


@dataclass(frozen=True, slots=True)
class AgencyPage:
    """An agency with its posts; `administers`: the viewer sets them up."""

    agency: AgencyRow
    posts: tuple[PostOfAgency, ...]
    administers: bool


@dataclass(frozen=True, slots=True)
class OfficerContact:
    """One officer with the sealed contact (None: none was given) and what the viewer may do with it."""

    user_uuid: UUID
    name: str
    agency_uuid: UUID
    agency_name: str
    sealed: SealedContact | None
    may: Decision


def agency_page(viewer: Viewer, uuid: UUID, today: date) -> AgencyPage:
    """An agency of the viewer's province; Refusal `not_found` for any other."""
    agency = Agency.objects.filter(province_id=viewer.province_id, uuid=uuid).select_related("unit").first()
    if agency is None:
        raise Refusal("not_found")
    held = Holding.objects.filter(in_force("since", "until", today), post__agency=agency, user__is_active=True)
    by_post: dict[int, list[OfficerRow]] = {}
    with_contact = set(Contact.objects.filter(user__holdings__in=held).exclude(email="", phone="").values_list("user"))
    for one in held.select_related("user").order_by("since", "id"):
        may = decide(viewer, Ties(((Tie.OWNER, seat(agency)),), one.user.uuid), Sensitivity.PERSONAL)
        row = OfficerRow(one.user.uuid, name_of(one.user), (one.user_id,) in with_contact, may)
        by_post.setdefault(one.post_id, []).append(row)
    posts = Post.objects.filter(agency=agency, closed_on=None).order_by("id")
    return AgencyPage(
        agency_row(agency),
        tuple(PostOfAgency(p.uuid, p.title, tuple(p.roles), tuple(by_post.get(p.pk, ()))) for p in posts),
        administers(viewer, seat(agency)),
    )


def officer_contact(viewer: Viewer, user_uuid: UUID, today: date) -> OfficerContact:
    """An officer of the province and what the viewer may open; Refusal `not_found` where the table gives nothing."""
    held = (
        Holding.objects.filter(
            in_force("since", "until", today), user__uuid=user_uuid, post__agency__province_id=viewer.province_id
        )
        .select_related("post__agency__unit", "user")
        .order_by("since", "id")
    )
    seats = tuple((Tie.OWNER, seat(one.post.agency)) for one in held)
    may = decide(viewer, Ties(seats, user_uuid), Sensitivity.PERSONAL)
    if not seats or not may.by:
        raise Refusal("not_found")
    kept = Contact.objects.filter(user__uuid=user_uuid).first()
    agency, user = held[0].post.agency, held[0].user
    sealed = SealedContact(kept.uuid, kept.email, kept.phone) if kept else None
    return OfficerContact(user.uuid, name_of(user), agency.uuid, agency.name, sealed, may)


def name_of(user: User) -> str:
    """The person with the rank before the name."""
    return f"{user.rank} {user.full_name}".strip()
