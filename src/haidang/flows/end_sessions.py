"""Leave everywhere at once: every session of the account ends, this one too."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from haidang.apps.ledger import services as ledger
from haidang.apps.people import services as people
from haidang.domain.access.viewer import Viewer
from haidang.flows.acting import note


def end_sessions(*, actor: Viewer, at: datetime) -> UUID:
    """End all sessions of the actor's own account, on whatever machine; the account's uuid."""
    with transaction.atomic():
        ledger.hold(actor.province_id)
        people.end_sessions(user_uuid=actor.user_uuid)
        note(actor=actor, at=at, act="account.end_sessions", kind="account", uuid=actor.user_uuid)
    return actor.user_uuid
