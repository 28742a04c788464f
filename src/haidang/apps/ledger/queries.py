"""Reading the ledger: an inspector's page, the outcome of an act done before, the proof that nothing was changed."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from haidang.apps.ledger.models import Entry
from haidang.apps.ledger.services import OPERATOR, link
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


def page(viewer: Viewer, *, act: str = "", page: int = 1, size: int = 50) -> EntryPage:
    """Entries of the viewer's province, for inspectors; raises Refusal `not_allowed` for anyone else."""
    require(viewer, Act.READ_LEDGER)
    entries = Entry.objects.filter(province_id=viewer.province_id)
    if act:
        entries = entries.filter(act=act)
    total = entries.count()
    pages = max(1, -(-total // size))
    page = min(max(1, page), pages)
    rows = entries.order_by("-number")[(page - 1) * size : page * size]
    return EntryPage(tuple(_row(entry) for entry in rows), total, page, pages)


def first_bad_entry(province_id: int) -> int | None:
    """Recompute the whole chain of a province; the number of the first entry that does not fit, or None."""
    digest, expected = "", 1
    for entry in Entry.objects.filter(province_id=province_id).order_by("number").iterator(2000):
        digest = link(digest, entry.body)
        if entry.number != expected or entry.digest != digest or not _columns_agree(entry):
            return expected
        expected += 1
    return None


def provinces() -> tuple[int, ...]:
    """Provinces that have a chain."""
    return tuple(Entry.objects.order_by().values_list("province_id", flat=True).distinct())


def _columns_agree(entry: Entry) -> bool:
    """The columns used for finding say what the hashed text says (checked only after the text itself was proven)."""
    body = json.loads(entry.body)
    return bool(
        body["act"] == entry.act
        and body["actor"] == str(entry.actor_uuid)
        and body["object"] == (str(entry.object_uuid) if entry.object_uuid else None)
    )


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
