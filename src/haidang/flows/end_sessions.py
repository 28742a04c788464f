"""Leave everywhere at once: every session of the account ends, this one too."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from haidang.apps.ledger import services as ledger
from haidang.apps.people import services as people
from haidang.domain.access.viewer import Viewer


def end_sessions(*, actor: Viewer, at: datetime) -> UUID:
    """End all sessions of the actor's own account, on whatever machine; the account's uuid."""
    with transaction.atomic():
        ledger.hold(actor.province_id)
        people.end_sessions(user_uuid=actor.user_uuid)
        ledger.append(
            province_id=actor.province_id,
            at=at,
            actor_uuid=actor.user_uuid,
            agency_uuid=actor.agency_uuid,
            act="account.end_sessions",
            object_kind="account",
            object_uuid=actor.user_uuid,
        )
    return actor.user_uuid
