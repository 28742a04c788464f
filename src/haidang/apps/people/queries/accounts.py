"""Reading accounts: who looks, and one's own details."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from haidang.apps.people.models import Contact, Holding, User
from haidang.apps.people.queries.units import in_force
from haidang.domain.access.viewer import Role, Viewer

_OF_A_POST = (
    "post__uuid",
    "post__title",
    "post__roles",
    "post__agency",
    "post__agency__uuid",
    "post__agency__name",
    "post__agency__province",
    "post__agency__unit__path",
)


@dataclass(frozen=True, slots=True)
class SealedContact:
    """A contact as it is kept: envelopes, which a flow opens."""

    uuid: UUID
    email: str
    phone: str


def contact(viewer: Viewer) -> SealedContact | None:
    """The viewer's own contact, and nobody else's."""
    row = Contact.objects.filter(user__uuid=viewer.user_uuid).first()
    return SealedContact(row.uuid, row.email, row.phone) if row else None


def viewer_for(user: User, today: date) -> Viewer | None:
    """The person seen through the posts held on `today`; None when no post is held or the account is closed."""
    if not user.is_active:
        return None
    # Asked on every page: values, since four models for each row would take longer than the question.
    held = Holding.objects.filter(in_force("since", "until", today), user=user).order_by("since", "id")
    posts = list(held.values_list(*_OF_A_POST, named=True))
    if not posts:
        return None
    main = posts[0]
    # Rights of a second post count only within the same agency: a post lends no rights to another agency.
    roles = {Role(role) for one in posts if one.post__agency == main.post__agency for role in one.post__roles}
    return Viewer(
        user_uuid=user.uuid,
        name=f"{user.rank} {user.full_name}".strip(),
        agency_uuid=main.post__agency__uuid,
        agency_id=main.post__agency,
        agency_name=main.post__agency__name,
        unit_path=main.post__agency__unit__path,
        province_id=main.post__agency__province,
        roles=frozenset(roles),
        post_uuid=main.post__uuid,
        post_title=main.post__title,
    )


def viewer_of_account(username: str, today: date) -> Viewer | None:
    """The holder of an account seen through the posts held on `today`; None without either."""
    user = User.objects.filter(username=username).first()
    return viewer_for(user, today) if user else None


def names_of_users(uuids: set[UUID]) -> dict[UUID, str]:
    """Names for the accounts asked for."""
    return dict(User.objects.filter(uuid__in=uuids).values_list("uuid", "full_name"))
