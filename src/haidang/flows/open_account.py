"""An account for a person, with a post; a code to take it over is shown once to who opened it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from haidang.apps.people import administered
from haidang.apps.people.services import appointing
from haidang.apps.people.services.appointing import Person
from haidang.domain.access.administering import is_account_name
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import Done, perform

__all__ = ["Invited", "Person", "open_account"]


@dataclass(frozen=True, slots=True)
class Invited:
    """The account, and the code that is kept nowhere; empty when the form was sent a second time."""

    account_uuid: UUID
    code: str


def open_account(
    *, actor: Viewer, at: datetime, person: Person, post_uuid: UUID, since: date, key: str | None = None
) -> Invited:
    """Open the account. Refuses `account.name`, `account.taken`, `account.person`, and `not_found` for a post outside
    the actor's unit and those below."""
    post = administered.post(actor, post_uuid)
    if not is_account_name(person.username):
        raise Refusal("account.name", "username")
    if not person.full_name.strip():
        raise Refusal("account.person", "full_name")
    shown: list[str] = []

    def work() -> Done:
        user = appointing.open_account(person=person, post=post, since=since)
        shown.append(appointing.invite(user=user, made_by=actor.user_uuid, at=at))
        return Done("account", user.uuid, {"post": str(post_uuid), "since": since.isoformat()})

    uuid = perform(actor=actor, act="account.open", at=at, work=work, key=key)
    return Invited(uuid, shown[0] if shown else "")
