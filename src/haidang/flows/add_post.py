"""A post in an agency: its title and the roles that whoever holds it acts under."""

from datetime import datetime
from uuid import UUID

from haidang.apps.people import administered
from haidang.apps.people.services import appointing
from haidang.domain.access.viewer import Role, Viewer
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import Done, perform


def add_post(
    *,
    actor: Viewer,
    at: datetime,
    agency_uuid: UUID,
    title: str,
    roles: list[Role],
    signs_as: list[str],
    key: str | None = None,
) -> UUID:
    """Add the post; its uuid. Refuses `not_found` outside the actor's reach, `post.title`, `post.roles`."""
    agency = administered.agency(actor, agency_uuid)
    if not title.strip():
        raise Refusal("post.title", "title")
    if not roles:
        raise Refusal("post.roles", "roles")

    def work() -> Done:
        uuid = appointing.add_post(
            agency=agency, title=title.strip(), roles=[role.value for role in roles], signs_as=signs_as
        )
        return Done("post", uuid, {"agency": str(agency_uuid), "roles": sorted(role.value for role in roles)})

    return perform(actor=actor, act="post.add", at=at, work=work, key=key)
