"""An account is closed at once, or opened again; what its person did stays where it is."""

from datetime import datetime
from uuid import UUID

from haidang.apps.people import administered
from haidang.apps.people.services import appointing
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import Done, perform


def suspend_account(*, actor: Viewer, at: datetime, account_uuid: UUID) -> UUID:
    """Close it: the next request of every session is refused. Refuses `account.own`, `account.suspended`."""
    user = administered.account(actor, account_uuid)
    if account_uuid == actor.user_uuid:
        raise Refusal("account.own")

    def work() -> Done:
        appointing.suspend(user=user)
        return Done("account", account_uuid)

    return perform(actor=actor, act="account.suspend", at=at, work=work)


def restore_account(*, actor: Viewer, at: datetime, account_uuid: UUID) -> UUID:
    """Open it again. Refuses `account.open` for one that is not closed."""
    user = administered.account(actor, account_uuid)

    def work() -> Done:
        appointing.restore(user=user)
        return Done("account", account_uuid)

    return perform(actor=actor, act="account.restore", at=at, work=work)
