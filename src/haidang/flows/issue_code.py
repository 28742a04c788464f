"""A new code for an account: the first one was lost, or the person forgot the password."""

from datetime import datetime
from uuid import UUID

from haidang.apps.people import administered
from haidang.apps.people.services import appointing
from haidang.domain.access.viewer import Viewer
from haidang.flows.acting import Done, perform
from haidang.flows.open_account import Invited


def issue_code(*, actor: Viewer, at: datetime, account_uuid: UUID, key: str | None = None) -> Invited:
    """Issue it; codes of before are over, the password of now goes on until the code is used.

    Refuses `not_found` outside the actor's reach, `account.suspended` for a closed account.
    """
    user = administered.account(actor, account_uuid)
    shown: list[str] = []

    def work() -> Done:
        shown.append(appointing.invite(user=user, made_by=actor.user_uuid, at=at))
        return Done("account", account_uuid)

    uuid = perform(actor=actor, act="account.issue_code", at=at, work=work, key=key)
    return Invited(uuid, shown[0] if shown else "")
