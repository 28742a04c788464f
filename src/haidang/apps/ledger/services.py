"""Appending to the ledger; nothing here changes or removes an entry."""

import json
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from haidang.apps.ledger import anchors
from haidang.apps.ledger.chain import Ring
from haidang.apps.ledger.models import Chain, Entry, Head

# Who acts from the terminal of the machine itself, under no account.
OPERATOR = UUID(int=0)
# Who did not prove to be anybody.
NOBODY = UUID(int=1)
# The row that keeps two provinces from writing the same head; no province has this number.
_HEADS = -1


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

    `detail` holds ids, codes and counts only. The first entry of another day first writes down how far all chains had
    come (`write_head`). Raises IntegrityError when `key` was used before.
    """
    chain = hold(province_id)
    day = timezone.localdate(at)
    if chain.day is not None and chain.day != day:
        write_head(at=at)
    ring = Ring(settings.LEDGER_KEYS)
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
            "key": key,
            "seal": ring.current,
        },
        ensure_ascii=False,
        sort_keys=True,
        default=str,
    )
    digest = ring.sealed(chain.digest, body)
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
    Chain.objects.filter(province_id=province_id).update(length=number, digest=digest, day=day)


def write_head(*, at: datetime) -> Head:
    """Write down how far every chain has come, chained to the head before; the copy outside follows the commit."""
    with transaction.atomic():
        hold(_HEADS)
        last = Head.objects.order_by("-number").first()
        ring = Ring(settings.LEDGER_KEYS)
        chains = Chain.objects.filter(province_id__gte=0, length__gt=0).order_by("province_id")
        number = last.number + 1 if last else 1
        body = json.dumps(
            {
                "number": number,
                "at": at.isoformat(),
                "chains": [list(row) for row in chains.values_list("province_id", "length", "digest")],
                "seal": ring.current,
            },
            sort_keys=True,
        )
        head = Head.objects.create(number=number, body=body, digest=ring.sealed(last.digest if last else "", body))
        # The act is done by then: a disk that is away is logged, and the next head brings the missing lines along.
        transaction.on_commit(anchors.copy_out, robust=True)
    return head
