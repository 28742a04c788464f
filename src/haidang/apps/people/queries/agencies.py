"""Reading agencies and posts; which agency a written name means is decided by the domain."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from haidang.apps.people.models import Agency, Post
from haidang.apps.people.queries.units import in_force
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


def agencies(viewer: Viewer, today: date) -> tuple[AgencyRow, ...]:
    """Every agency of the viewer's province in force on `today`; the directory is open to everyone with a post."""
    return tuple(agency_row(a) for a in _agencies(viewer, today))


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
        agency_row(a)
        for a in _agencies(viewer, today)
        if a.unit.path == viewer.unit_path and (a.kind == Agency.Kind.COMMITTEE or a.pk == viewer.agency_id)
    )


def agency_row(a: Agency) -> AgencyRow:
    """The agency as lists show it; its `unit` should be loaded."""
    return AgencyRow(a.uuid, a.name, a.kind, a.unit.name, a.standing, a.courtesy, a.uses_system)


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
