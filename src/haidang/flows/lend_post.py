"""During leave a colleague of the same agency holds the own post too, for stated days."""

from datetime import date, datetime, timedelta
from uuid import UUID

from haidang.apps.people import queries
from haidang.apps.people.services import appointing
from haidang.domain.access.administering import may_be_lent
from haidang.domain.access.viewer import Role, Viewer
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import Done, perform

LONGEST = timedelta(days=90)


def lend_post(
    *,
    actor: Viewer,
    at: datetime,
    today: date,
    post_uuid: UUID,
    to_uuid: UUID,
    since: date,
    until: date,
    key: str | None = None,
) -> UUID:
    """Lend the post; its uuid. The actor keeps it too, and both act under their own names.

    Refuses `not_found` for a post that is not the actor's own today or a colleague who is none, `lend.again` for a lent
    one, `lend.leader` for a post that is given by name, `lend.days` for days that are past, reversed or over ninety.
    """
    held = {one.post_uuid: one for one in queries.own_posts(actor, today)}
    if post_uuid not in held or to_uuid not in {uuid for uuid, _ in queries.colleagues(actor, today)}:
        raise Refusal("not_found")
    if held[post_uuid].lent:
        raise Refusal("lend.again", "post")
    if not may_be_lent(frozenset(map(Role, held[post_uuid].roles))):
        raise Refusal("lend.leader", "post")
    if not today <= since <= until <= since + LONGEST:
        raise Refusal("lend.days", "until")

    def work() -> Done:
        appointing.lend(post_uuid=post_uuid, to_uuid=to_uuid, by_uuid=actor.user_uuid, since=since, until=until)
        detail = {"to": str(to_uuid), "since": since.isoformat(), "until": until.isoformat()}
        return Done("post", post_uuid, dict(detail))

    return perform(actor=actor, act="post.lend", at=at, work=work, key=key)
