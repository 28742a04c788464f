"""Sign-ins and sign-outs leave entries; how a person proves who they are is the site's business."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from haidang.apps.people import services as people
from haidang.domain.access.viewer import Viewer
from haidang.flows.acting import note


def note_sign_in(*, actor: Viewer, at: datetime, last_time: datetime | None = None) -> UUID:
    """Note that the person signed in; also for inspectors, who may do no other act.

    `last_time` is when the person came before: the desk shows what changed since.
    """
    with transaction.atomic():
        if last_time is not None:
            people.note_visit(user_uuid=actor.user_uuid, at=last_time)
        return _note(actor, at, "account.sign_in")


def note_sign_out(*, actor: Viewer, at: datetime) -> UUID:
    """Note that the person signed out."""
    return _note(actor, at, "account.sign_out")


def _note(actor: Viewer, at: datetime, act: str) -> UUID:
    with transaction.atomic():
        note(actor=actor, at=at, act=act, kind="account", uuid=actor.user_uuid)
    return actor.user_uuid
