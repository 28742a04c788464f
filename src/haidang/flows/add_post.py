"""A post in an agency: its title and the roles that whoever holds it acts under."""

from datetime import datetime
from uuid import UUID

from haidang.apps.people import administered
from haidang.apps.people.reach import seat
from haidang.apps.people.services import appointing
from haidang.domain.access.administering import may_be_set_up
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
    """Add the post; its uuid. Refuses `not_found` outside the actor's reach, `post.title`, `post.roles`,
    and `post.inspector` for an inspector below the province: that role reads all of it."""
    agency = administered.agency(actor, agency_uuid)
    if not title.strip():
        raise Refusal("post.title", "title")
    if not roles:
        raise Refusal("post.roles", "roles")
    if not all(may_be_set_up(role, seat(agency)) for role in roles):
        raise Refusal("post.inspector", "roles")

    def work() -> Done:
        uuid = appointing.add_post(
            agency=agency, title=title.strip(), roles=[role.value for role in roles], signs_as=signs_as
        )
        return Done("post", uuid, {"agency": str(agency_uuid), "roles": sorted(role.value for role in roles)})

    return perform(actor=actor, act="post.add", at=at, work=work, key=key)
