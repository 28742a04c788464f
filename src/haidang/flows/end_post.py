"""A person leaves a post; whoever comes after may take it over from the next day."""

from datetime import date, datetime, timedelta
from uuid import UUID

from haidang.apps.people import administered
from haidang.apps.people.services import appointing
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import Done, perform


def end_post(
    *,
    actor: Viewer,
    at: datetime,
    account_uuid: UUID,
    post_uuid: UUID,
    last_day: date,
    successor_uuid: UUID | None = None,
    key: str | None = None,
) -> UUID:
    """End it on `last_day`; the account's uuid. The successor holds it from the day after: what waits for the post
    (approvals, signatures, numbers) waits for the successor.

    Refuses `post.not_held`, `post.own` for oneself as the successor, and `not_found` outside the actor's reach.
    """
    user, post = administered.account(actor, account_uuid), administered.post(actor, post_uuid)
    successor = administered.account(actor, successor_uuid) if successor_uuid else None
    if successor_uuid == actor.user_uuid:
        raise Refusal("post.own", "successor")

    def work() -> Done:
        appointing.end_post(user=user, post=post, last_day=last_day)
        detail: dict[str, object] = {"post": str(post_uuid), "last_day": last_day.isoformat()}
        if successor:
            appointing.give_post(user=successor, post=post, since=last_day + timedelta(days=1))
            detail["successor"] = str(successor.uuid)
        return Done("account", account_uuid, detail)

    return perform(actor=actor, act="account.end_post", at=at, work=work, key=key)
