"""Appending to the ledger; nothing here changes or removes an entry."""

import hashlib
import json
from datetime import datetime
from uuid import UUID

from haidang.apps.ledger.models import Chain, Entry

# Who acts from the terminal of the machine itself, under no account.
OPERATOR = UUID(int=0)


def hold(province_id: int) -> Chain:
    """Take the chain of the province for this transaction: acts of one province follow one another.

    What an act finds (a state, a number not yet given, no plan from this directive) is then still so when it writes.
    SQLite has one writer anyway; on PostgreSQL this row is the queue, taken first so that no two acts wait in a ring.
    """
    held = Chain.objects.select_for_update().filter(province_id=province_id)
    found = held.first()
    if found is None:
        Chain.objects.get_or_create(province_id=province_id)
        found = held.get()
    return found


def append(
    *,
    province_id: int,
    at: datetime,
    actor_uuid: UUID,
    agency_uuid: UUID | None,
    act: str,
    object_kind: str,
    object_uuid: UUID | None,
    detail: dict[str, object] | None = None,
    key: str | None = None,
) -> None:
    """Add one entry to the province's chain; must run inside the transaction of the act.

    `detail` holds ids, codes and counts only. Raises IntegrityError when `key` was used before.
    """
    chain = hold(province_id)
    number = chain.length + 1
    body = json.dumps(
        {
            "province": province_id,
            "number": number,
            "at": at.isoformat(),
            "actor": str(actor_uuid),
            "agency": str(agency_uuid) if agency_uuid else None,
            "act": act,
            "kind": object_kind,
            "object": str(object_uuid) if object_uuid else None,
            "detail": detail or {},
        },
        ensure_ascii=False,
        sort_keys=True,
        default=str,
    )
    digest = link(chain.digest, body)
    Entry.objects.create(
        province_id=province_id,
        number=number,
        at=at,
        actor_uuid=actor_uuid,
        agency_uuid=agency_uuid,
        act=act,
        object_kind=object_kind,
        object_uuid=object_uuid,
        body=body,
        digest=digest,
        key=key,
    )
    Chain.objects.filter(province_id=province_id).update(length=number, digest=digest)


def link(previous: str, body: str) -> str:
    """The digest of an entry: SHA-256 over the previous digest and the exact text of this entry."""
    return hashlib.sha256(f"{previous}\n{body}".encode()).hexdigest()
