"""What was refused leaves an entry too: whoever tries doors is seen, and the door does not say that it noted it."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from haidang.apps.ledger import services as ledger
from haidang.apps.people import queries as people
from haidang.domain.access.viewer import Viewer
from haidang.flows.acting import note

# The chain of the installation itself: for what belongs to no province.
_INSTALLATION = 0


def note_refusal(*, actor: Viewer, at: datetime, address: str, method: str, about: UUID | None) -> None:
    """Note that a page or an act was refused as missing; `address` is the name of the route and holds no value."""
    with transaction.atomic():
        note(actor=actor, at=at, act="refused", kind=address[:40], uuid=about, detail={"method": method})


def note_failed_sign_in(*, username: str, at: datetime, today: date) -> None:
    """Note that a password was wrong: in the province of the account, or that of the installation for no account.

    The name that was typed is not noted: people type their password there.
    """
    meant = people.viewer_of_account(username, today)
    with transaction.atomic():
        ledger.append(
            province_id=meant.province_id if meant else _INSTALLATION,
            at=at,
            actor_uuid=ledger.NOBODY,
            agency_uuid=None,
            act="account.sign_in_failed",
            object_kind="account",
            object_uuid=meant.user_uuid if meant else None,
        )
