"""A person is given a post from a day on."""

from datetime import date, datetime
from uuid import UUID

from haidang.apps.people import administered
from haidang.apps.people.services import appointing
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import Done, perform


def give_post(
    *, actor: Viewer, at: datetime, account_uuid: UUID, post_uuid: UUID, since: date, key: str | None = None
) -> UUID:
    """Give it; the account's uuid. Refuses `post.own` (nobody gives rights to the own account), `post.closed`,
    `post.already`, and `not_found` outside the actor's reach."""
    user, post = administered.account(actor, account_uuid), administered.post(actor, post_uuid)
    if account_uuid == actor.user_uuid:
        raise Refusal("post.own", "post")

    def work() -> Done:
        appointing.give_post(user=user, post=post, since=since)
        return Done("account", account_uuid, {"post": str(post_uuid), "since": since.isoformat()})

    return perform(actor=actor, act="account.give_post", at=at, work=work, key=key)
