"""What an administrator may set up: agencies, posts and accounts of the own unit and of the units below."""

from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet

from haidang.apps.people.models import Agency, Holding, Post, Unit, User
from haidang.apps.people.reach import within
from haidang.domain.access.administering import ADMINISTERED
from haidang.domain.access.viewer import Act, Viewer, require
from haidang.domain.terms.refusal import Refusal

Row = TypeVar("Row")


def unit(viewer: Viewer, uuid: UUID) -> Unit:
    """The own unit or one below; Refusal `not_found` else."""
    require(viewer, Act.ADMINISTER)
    return _one(Unit.objects.filter(path__startswith=viewer.unit_path, uuid=uuid).first())


def agency(viewer: Viewer, uuid: UUID) -> Agency:
    """An agency that the viewer administers; Refusal `not_found` else."""
    require(viewer, Act.ADMINISTER)
    found = Agency.objects.filter(province_id=viewer.province_id, unit__path__startswith=viewer.unit_path)
    return _one(found.filter(uuid=uuid).select_related("unit").first())


def post(viewer: Viewer, uuid: UUID) -> Post:
    """A post of an agency that the viewer administers; Refusal `not_found` else."""
    require(viewer, Act.ADMINISTER)
    found = Post.objects.filter(within(viewer, "agency", ADMINISTERED), agency__province_id=viewer.province_id)
    return _one(found.filter(uuid=uuid).select_related("agency__unit").first())


def account(viewer: Viewer, uuid: UUID) -> User:
    """An account that holds or held a post where the viewer administers, and holds none elsewhere without an end.

    Refusal `not_found` else: closing the account of somebody who works elsewhere would reach beyond the own unit.
    """
    require(viewer, Act.ADMINISTER)
    elsewhere = Holding.objects.filter(until=None).exclude(pk__in=holdings(viewer).values("pk"))
    found = User.objects.filter(uuid=uuid, holdings__in=holdings(viewer))
    return _one(found.exclude(holdings__in=elsewhere).distinct().first())


def holdings(viewer: Viewer) -> QuerySet[Holding]:
    """Who holds or held which post there."""
    return Holding.objects.filter(
        within(viewer, "post__agency", ADMINISTERED), post__agency__province_id=viewer.province_id
    )


def _one(found: Row | None) -> Row:
    if found is None:
        raise Refusal("not_found")
    return found
