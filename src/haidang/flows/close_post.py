"""A post that is no more: it stays in every record, and nobody can be given it."""

from datetime import date, datetime
from uuid import UUID

from haidang.apps.people import administered
from haidang.apps.people.services import appointing
from haidang.domain.access.viewer import Viewer
from haidang.flows.acting import Done, perform


def close_post(*, actor: Viewer, at: datetime, today: date, post_uuid: UUID) -> UUID:
    """Close the post; its uuid. Refuses `post.held` while somebody holds it."""
    post = administered.post(actor, post_uuid)

    def work() -> Done:
        appointing.close_post(post=post, today=today)
        return Done("post", post_uuid)

    return perform(actor=actor, act="post.close", at=at, work=work)
