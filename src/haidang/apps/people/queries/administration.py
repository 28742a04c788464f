"""What an administrator sees: accounts of the own unit and below, and one account with its posts."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from haidang.apps.people import administered
from haidang.apps.people.models import Agency, Holding, Invitation, Post, Unit, User
from haidang.apps.people.queries.agencies import AgencyRow, agencies
from haidang.apps.people.queries.officers import name_of
from haidang.apps.people.queries.units import in_force
from haidang.apps.people.reach import within
from haidang.domain.access.administering import ADMINISTERED
from haidang.domain.access.viewer import Act, Viewer, require

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post of a person for a time; `lent` when it was lent during somebody's leave."""

    post_uuid: UUID
    title: str
    agency_uuid: UUID
    agency_name: str
    roles: tuple[str, ...]
    since: date
    until: date | None
    lent: bool


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account. `state`: open, suspended, invited (a code waits), without (no password was ever chosen)."""

    uuid: UUID
    username: str
    name: str
    state: str
    posts: tuple[HeldPost, ...]


@dataclass(frozen=True, slots=True)
class AccountPage:
    """One page of accounts."""

    rows: tuple[AccountRow, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class OpenPost:
    """A post that can be given."""

    uuid: UUID
    title: str
    agency_name: str


def accounts(viewer: Viewer, today: date, *, words: str = "", page: int = 1) -> AccountPage:
    """Accounts that hold or held a post where the viewer administers, by name; for administrators only."""
    require(viewer, Act.ADMINISTER)
    found = User.objects.filter(holdings__in=administered.holdings(viewer)).distinct().order_by("username")
    for word in words.split():
        found = found.filter(username__icontains=word) | found.filter(full_name__icontains=word)
    total = found.count()
    pages = max(1, -(-total // PAGE_SIZE))
    page = min(max(1, page), pages)
    rows = found[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    return AccountPage(_rows(viewer, rows, today), total, page, pages)


def account(viewer: Viewer, uuid: UUID, today: date) -> AccountRow:
    """One account with every post it held in the viewer's reach; Refusal `not_found` outside it."""
    user = administered.account(viewer, uuid)
    return _rows(viewer, User.objects.filter(pk=user.pk), today)[0]


def open_posts(viewer: Viewer) -> tuple[OpenPost, ...]:
    """Posts that the viewer may give."""
    require(viewer, Act.ADMINISTER)
    found = Post.objects.filter(
        within(viewer, "agency", ADMINISTERED), agency__province_id=viewer.province_id, closed_on=None
    )
    rows = found.select_related("agency").order_by("agency__order", "agency__name", "id")
    return tuple(OpenPost(post.uuid, post.title, post.agency.name) for post in rows)


def administered_agencies(viewer: Viewer, today: date) -> tuple[AgencyRow, ...]:
    """Agencies of today that the viewer sets up posts for."""
    require(viewer, Act.ADMINISTER)
    own = Agency.objects.filter(province_id=viewer.province_id, unit__path__startswith=viewer.unit_path)
    mine = set(own.values_list("uuid", flat=True))
    return tuple(agency for agency in agencies(viewer, today) if agency.uuid in mine)


def administered_units(viewer: Viewer, today: date) -> tuple[tuple[UUID, str], ...]:
    """The own unit and those below that exist today, for administrators only."""
    require(viewer, Act.ADMINISTER)
    found = Unit.objects.filter(in_force("valid_from", "valid_to", today), path__startswith=viewer.unit_path)
    return tuple(found.order_by("path").values_list("uuid", "name"))


def others_of_post(viewer: Viewer, post_uuid: UUID, but: UUID, today: date) -> tuple[tuple[UUID, str], ...]:
    """Those of the agency of a post, without one person, who may take it over; Refusal `not_found` out of reach."""
    agency = administered.post(viewer, post_uuid).agency
    held = Holding.objects.filter(in_force("since", "until", today), post__agency=agency, user__is_active=True)
    users = User.objects.filter(holdings__in=held).exclude(uuid=but).distinct().order_by("full_name")
    return tuple((user.uuid, name_of(user)) for user in users)


def own_posts(viewer: Viewer, today: date) -> tuple[HeldPost, ...]:
    """The posts the viewer holds today, and those lent away, for the own account page."""
    held = Holding.objects.filter(in_force("since", "until", today), user__uuid=viewer.user_uuid)
    return tuple(_held(one) for one in held.select_related("post__agency").order_by("since", "id"))


def colleagues(viewer: Viewer, today: date) -> tuple[tuple[UUID, str], ...]:
    """Those of the own agency whom a post can be lent to."""
    held = Holding.objects.filter(
        in_force("since", "until", today), post__agency_id=viewer.agency_id, user__is_active=True
    )
    users = User.objects.filter(holdings__in=held).exclude(uuid=viewer.user_uuid).distinct().order_by("full_name")
    return tuple((user.uuid, name_of(user)) for user in users)


def _rows(viewer: Viewer, users: QuerySet[User], today: date) -> tuple[AccountRow, ...]:
    waiting = Invitation.objects.filter(user=OuterRef("pk"), used_at=None, ended=False, expires_at__date__gte=today)
    loaded = list(users.annotate(invited=Exists(waiting)))
    posts: dict[int, list[HeldPost]] = {}
    held = administered.holdings(viewer).filter(user__in=[user.pk for user in loaded])
    for one in held.select_related("post__agency").order_by("since", "id"):
        posts.setdefault(one.user_id, []).append(_held(one))
    return tuple(
        AccountRow(user.uuid, user.username, name_of(user), _state(user), tuple(posts.get(user.pk, ())))
        for user in loaded
    )


def _state(user: User) -> str:
    if not user.is_active:
        return "suspended"
    if user.invited:
        return "invited"
    return "open" if user.has_usable_password() else "without"


def _held(one: Holding) -> HeldPost:
    post = one.post
    return HeldPost(
        post_uuid=post.uuid,
        title=post.title,
        agency_uuid=post.agency.uuid,
        agency_name=post.agency.name,
        roles=tuple(post.roles),
        since=one.since,
        until=one.until,
        lent=one.lent_by_id is not None,
    )
