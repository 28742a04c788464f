"""Reading units, agencies and posts; which agency a written name means is decided by the domain."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from haidang.apps.people.models import Agency, Contact, Holding, Post, Unit, User
from haidang.domain.access.viewer import Role, Viewer
from haidang.domain.units.naming import Body


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """An agency as lists and choices show it."""

    uuid: UUID
    name: str
    kind: str
    unit_name: str
    standing: bool
    courtesy: bool
    uses_system: bool


@dataclass(frozen=True, slots=True)
class PostRow:
    """A post with its holder of today, as a choice of superiors shows it."""

    uuid: UUID
    title: str
    agency_name: str
    holder: str
    signs_as: tuple[str, ...]


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
    holdings = list(
        Holding.objects.filter(in_force("since", "until", today), user=user)
        .select_related("post__agency__unit")
        .order_by("since", "id")
    )
    if not holdings:
        return None
    main = holdings[0].post
    # Rights of a second post count only within the same agency: a post lends no rights to another agency.
    roles = {Role(role) for h in holdings if h.post.agency_id == main.agency_id for role in h.post.roles}
    return Viewer(
        user_uuid=user.uuid,
        name=f"{user.rank} {user.full_name}".strip(),
        agency_uuid=main.agency.uuid,
        agency_id=main.agency_id,
        agency_name=main.agency.name,
        unit_path=main.agency.unit.path,
        province_id=main.agency.province_id,
        roles=frozenset(roles),
        post_uuid=main.uuid,
        post_title=main.title,
    )


def viewer_of_account(username: str, today: date) -> Viewer | None:
    """The holder of an account seen through the posts held on `today`; None without either."""
    user = User.objects.filter(username=username).first()
    return viewer_for(user, today) if user else None


def in_force(since: str, until: str, day: date) -> Q:
    """Rows whose life span, both ends open when null, holds `day`."""
    return (Q(**{f"{since}__lte": day}) | Q(**{f"{since}__isnull": True})) & (
        Q(**{f"{until}__gte": day}) | Q(**{f"{until}__isnull": True})
    )


def subtree(path: str) -> QuerySet[Unit]:
    """The unit at `path` and every unit below it: one range of the index (no path goes on with `0` after its `/`)."""
    if connection.vendor == "postgresql":
        # Comparing by the rules of a language leaves `/` out; the pattern goes by the index made for patterns.
        return Unit.objects.filter(path__startswith=path)
    return Unit.objects.filter(path__gte=path, path__lt=f"{path[:-1]}0")


def ancestors(path: str) -> QuerySet[Unit]:
    """The units above the one at `path`, the topmost first."""
    above = [int(pk) for pk in path.split("/")[:-2]]
    return Unit.objects.filter(pk__in=above).order_by("path")


def agencies(viewer: Viewer, today: date) -> tuple[AgencyRow, ...]:
    """Every agency of the viewer's province in force on `today`; the directory is open to everyone with a post."""
    return tuple(
        AgencyRow(a.uuid, a.name, a.kind, a.unit.name, a.standing, a.courtesy, a.uses_system)
        for a in _agencies(viewer, today)
    )


def bodies(viewer: Viewer, today: date) -> tuple[Body, ...]:
    """The same agencies as plain values for `domain.units.naming`."""
    return tuple(
        Body(
            uuid=a.uuid,
            name=a.name,
            aliases=tuple(a.aliases),
            kind=a.kind,
            level=a.unit.level,
            own_unit=a.unit.path == viewer.unit_path,
            courtesy=a.courtesy,
            unit_name=a.unit.name,
        )
        for a in _agencies(viewer, today)
    )


def names_of_agencies(province_id: int, uuids: set[UUID]) -> dict[UUID, str]:
    """Names for the agencies asked for."""
    found = Agency.objects.filter(province_id=province_id, uuid__in=uuids)
    return dict(found.values_list("uuid", "name"))


def names_of_users(uuids: set[UUID]) -> dict[UUID, str]:
    """Names for the accounts asked for."""
    return dict(User.objects.filter(uuid__in=uuids).values_list("uuid", "full_name"))


def superiors(viewer: Viewer, today: date) -> tuple[PostRow, ...]:
    """Posts that may approve or sign in the viewer's unit, with today's holder; the viewer's own post is left out."""
    posts = (
        Post.objects.filter(agency__province_id=viewer.province_id, agency__unit__path=viewer.unit_path)
        .select_related("agency")
        .prefetch_related("holdings__user")
        .order_by("agency__order", "id")
    )
    return tuple(_post(post, today) for post in posts if Role.LEADER in post.roles and post.uuid != viewer.post_uuid)


def issuers(viewer: Viewer, today: date) -> tuple[AgencyRow, ...]:
    """Agencies of the viewer's own unit in whose name a plan may be issued: its committee and the viewer's agency."""
    return tuple(
        AgencyRow(a.uuid, a.name, a.kind, a.unit.name, a.standing, a.courtesy, a.uses_system)
        for a in _agencies(viewer, today)
        if a.unit.path == viewer.unit_path and (a.kind == Agency.Kind.COMMITTEE or a.pk == viewer.agency_id)
    )


def _agencies(viewer: Viewer, today: date) -> QuerySet[Agency]:
    return Agency.objects.filter(
        in_force("valid_from", "valid_to", today), province_id=viewer.province_id
    ).select_related("unit")


def _post(post: Post, today: date) -> PostRow:
    holders = [
        f"{h.user.rank} {h.user.full_name}".strip()
        for h in post.holdings.all()
        if h.since <= today and (h.until is None or h.until >= today)
    ]
    return PostRow(post.uuid, post.title, post.agency.name, ", ".join(holders), tuple(post.signs_as))
