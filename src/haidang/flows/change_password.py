"""Change one's own password: whoever does it proves to know the old one, and every other session ends."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from haidang.apps.ledger import services as ledger
from haidang.apps.people import services as people
from haidang.domain.access.passwords import LEAST, weakness
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import note


def change_password(*, actor: Viewer, at: datetime, old: str, new: str) -> UUID:
    """Give the actor's own account another password; the account's uuid.

    Refuses `password.wrong` for an old one that is not right, `password.same`, and a weak new one (`password.short`,
    `long`, `common`, `name`, `same_letters`). A refusal leaves no entry; a wrong old one does.
    """
    if not people.knows_password(user_uuid=actor.user_uuid, password=old):
        with transaction.atomic():
            note(actor=actor, at=at, act="account.password_refused", kind="account", uuid=actor.user_uuid)
        raise Refusal("password.wrong", "old")
    if new == old:
        raise Refusal("password.same", "new")
    why = weakness(new, people.names_of_account(actor.user_uuid)) or people.widely_known(new)
    if why:
        raise Refusal(f"password.{why}", "new", least=LEAST)
    with transaction.atomic():
        ledger.hold(actor.province_id)
        people.set_password(user_uuid=actor.user_uuid, password=new)
        note(actor=actor, at=at, act="account.password", kind="account", uuid=actor.user_uuid)
    return actor.user_uuid
