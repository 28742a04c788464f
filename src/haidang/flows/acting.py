"""How every act runs: once per form key, in one transaction, with its ledger entry inside it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction

from haidang.apps.files import services as files
from haidang.apps.ledger import queries as ledger_queries
from haidang.apps.ledger import services as ledger
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Done:
    """What an act produced: the thing it was done on, and ids and counts for the ledger (never personal values)."""

    kind: str
    uuid: UUID
    detail: dict[str, object] = field(default_factory=dict)


def note(
    *, actor: Viewer, at: datetime, act: str, kind: str, uuid: UUID | None, detail: dict[str, object] | None = None
) -> None:
    """An entry of what anybody may do with what is the own, or of what was refused; within the caller's transaction."""
    ledger.append(
        province_id=actor.province_id,
        at=at,
        actor_uuid=actor.user_uuid,
        agency_uuid=actor.agency_uuid,
        act=act,
        object_kind=kind,
        object_uuid=uuid,
        detail=detail,
    )


T = TypeVar("T")


def perform(*, actor: Viewer, act: str, at: datetime, work: Callable[[], Done], key: str | None = None) -> UUID:
    """Run `work` and its ledger entry in one transaction and return the uuid of what it was done on.

    With a `key` (the hidden form key) the act is done once: a resend, also a concurrent one, answers with the first
    outcome. Raises Refusal `not_allowed` for an actor whose posts only read.
    """
    if not actor.writes:
        raise Refusal("not_allowed")
    full_key = f"{actor.user_uuid}:{act}:{key}" if key else None
    if full_key and (earlier := ledger_queries.outcome(actor.province_id, full_key)):
        return earlier
    try:
        with transaction.atomic():
            ledger.hold(actor.province_id)
            if full_key and (earlier := ledger_queries.outcome(actor.province_id, full_key)):
                return earlier
            with files.kept_with_the_act():
                done = work()
                ledger.append(
                    province_id=actor.province_id,
                    at=at,
                    actor_uuid=actor.user_uuid,
                    agency_uuid=actor.agency_uuid,
                    act=act,
                    object_kind=done.kind,
                    object_uuid=done.uuid,
                    detail=done.detail,
                    key=full_key,
                )
    except IntegrityError:
        if full_key and (earlier := ledger_queries.outcome(actor.province_id, full_key)):
            return earlier
        raise
    return done.uuid
