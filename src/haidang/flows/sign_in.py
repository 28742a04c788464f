"""Sign-ins and sign-outs leave entries; how a person proves who they are is the site's business."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from haidang.apps.ledger import services as ledger
from haidang.domain.access.viewer import Viewer


def note_sign_in(*, actor: Viewer, at: datetime) -> UUID:
    """Note that the person signed in; also for inspectors, who may do no other act."""
    return _note(actor, at, "account.sign_in")


def note_sign_out(*, actor: Viewer, at: datetime) -> UUID:
    """Note that the person signed out."""
    return _note(actor, at, "account.sign_out")


def _note(actor: Viewer, at: datetime, act: str) -> UUID:
    with transaction.atomic():
        ledger.append(
            province_id=actor.province_id,
            at=at,
            actor_uuid=actor.user_uuid,
            agency_uuid=actor.agency_uuid,
            act=act,
            object_kind="account",
            object_uuid=actor.user_uuid,
        )
    return actor.user_uuid
