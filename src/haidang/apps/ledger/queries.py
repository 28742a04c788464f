"""Reading the ledger: an inspector's page, the outcome of an act done before, the proof that nothing was changed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import connection

from haidang.apps.ledger.chain import Ring, Told, first_bad
from haidang.apps.ledger.models import Chain, Entry
from haidang.apps.ledger.services import NOBODY, OPERATOR
from haidang.domain.access.viewer import Act, Viewer, require


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry as an inspector reads it; names are looked up by whoever shows it."""

    number: int
    at: datetime
    actor_uuid: UUID
    agency_uuid: UUID | None
    act: str
    object_kind: str
    object_uuid: UUID | None
    detail: dict[str, object]

    @property
    def by_operator(self) -> bool:
        """Done from the terminal of the machine itself, under no account."""
        return self.actor_uuid == OPERATOR

    @property
    def by_nobody(self) -> bool:
        """Tried by somebody who did not prove to be anybody."""
        return self.actor_uuid == NOBODY


@dataclass(frozen=True, slots=True)
class EntryPage:
    """A page of entries, newest first, with the number of all that match."""

    rows: tuple[EntryRow, ...]
    total: int
    page: int
    pages: int


def outcome(province_id: int, key: str) -> UUID | None:
    """What the act done under this form key produced, or None when the key is new."""
    entry = Entry.objects.filter(province_id=province_id, key=key).values_list("object_uuid", flat=True).first()
    return entry


def page(
    viewer: Viewer,
    *,
    act: str = "",
    actor: UUID | None = None,
    about: UUID | None = None,
    page: int = 1,
    size: int = 50,
) -> EntryPage:
    """Entries of the viewer's province, for inspectors; raises Refusal `not_allowed` for anyone else.

    `actor`: what did this person do and see; `about`: who did something to this thing, or saw it.
    """
    require(viewer, Act.READ_LEDGER)
    entries = Entry.objects.filter(province_id=viewer.province_id)
    if act:
        entries = entries.filter(act=act)
    if actor:
        entries = entries.filter(actor_uuid=actor)
    if about:
        entries = entries.filter(object_uuid=about)
    total = entries.count()
    pages = max(1, -(-total // size))
    page = min(max(1, page), pages)
    rows = entries.order_by("-number")[(page - 1) * size : page * size]
    return EntryPage(tuple(_row(entry) for entry in rows), total, page, pages)


def readings(province_id: int, *, act: str, about: UUID, latest: int = 20) -> tuple[EntryRow, ...]:
    """The latest entries of one act on one thing, for the flow that tells a person who read the own details."""
    found = Entry.objects.filter(province_id=province_id, act=act, object_uuid=about)
    return tuple(_row(entry) for entry in found.order_by("-number")[:latest])


def first_bad_entry(province_id: int, anchored: Mapping[int, str] | None = None) -> int | None:
    """Recompute the whole chain of a province; the number of the first entry that does not fit, or None.

    `anchored` are digests by number that heads told of (`anchors.known`).
    """
    row = Chain.objects.filter(province_id=province_id).first()
    told = Told(row.length if row else 0, row.digest if row else "", anchored or {})
    ring = Ring(settings.LEDGER_KEYS)
    with connection.cursor() as cursor:
        cursor.execute(_ROWS[connection.vendor], [province_id])
        return first_bad(iter(cursor.fetchone, None), ring, told)


def first_foreign_seal() -> int | None:
    """The province whose last entry is sealed under a key that this installation does not have, or None."""
    ring = Ring(settings.LEDGER_KEYS)
    for chain in Chain.objects.filter(length__gt=0):
        last = Entry.objects.filter(province_id=chain.province_id).order_by("-number").first()
        if last and json.loads(last.body).get("seal") not in ring.by_id:
            return chain.province_id
    return None


def provinces() -> tuple[int, ...]:
    """Provinces that have a chain, or had one."""
    said = Chain.objects.filter(province_id__gte=0, length__gt=0).values_list("province_id", flat=True)
    there = Entry.objects.order_by().values_list("province_id", flat=True).distinct()
    return tuple(sorted({*said, *there}))


# Rows as the chain proves them. The database writes ids and times as text: through the models it would take five times
# as long to prove a ledger.
_COLUMNS = "object_kind, {object}, key, body, digest FROM ledger_entry WHERE province_id = %s ORDER BY number"
_ROWS = {
    "sqlite": "SELECT province_id, number, CASE length(at) WHEN 19 THEN at || '.000000' ELSE CAST(at AS text) END, "
    "actor_uuid, agency_uuid, act, " + _COLUMNS.format(object="object_uuid"),
    "postgresql": "SELECT province_id, number, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), "
    "replace(actor_uuid::text, '-', ''), replace(agency_uuid::text, '-', ''), act, "
    + _COLUMNS.format(object="replace(object_uuid::text, '-', '')"),
}


def _row(entry: Entry) -> EntryRow:
    return EntryRow(
        number=entry.number,
        at=entry.at,
        actor_uuid=entry.actor_uuid,
        agency_uuid=entry.agency_uuid,
        act=entry.act,
        object_kind=entry.object_kind,
        object_uuid=entry.object_uuid,
        detail=json.loads(entry.body)["detail"],
    )
