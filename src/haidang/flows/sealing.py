"""The keys of this installation at work: sealing, opening, tokens, and sealing everything anew under a new key."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction

from haidang.apps.ledger import services as ledger
from haidang.apps.sealed import rows
from haidang.formats.sealed.envelope import Envelopes, Place
from haidang.formats.sealed.tokens import Compared, Tokens

_BATCH = 500
# The chain of the installation itself: keys belong to no province.
_INSTALLATION = 0


def envelopes() -> Envelopes:
    """The ring that seals and opens fields."""
    return Envelopes(settings.FIELD_KEYS)


def tokens() -> Tokens:
    """The ring that makes tokens."""
    return Tokens(settings.TOKEN_KEYS)


def sealed(table: str, uuid: UUID, values: dict[str, str]) -> dict[str, str]:
    """Columns for a row that will have this uuid: envelopes, and tokens where the inventory asks for them."""
    ring, marks, found = envelopes(), tokens(), {}
    declared = {column.column: column for column in rows.inventory() if column.table == table}
    for name, value in values.items():
        found[name] = ring.seal(value, Place(table, name, uuid))
        if declared[name].compared:
            found[f"{name}_token"] = marks.stored(value, f"{table}.{name}", Compared(declared[name].compared))
    return found


def rotate(*, at: datetime, progress: Callable[[int], None] = lambda done: None) -> int:
    """Seal everything that is under an older key anew; how many values. Can be stopped and called again at any time.

    Works while others write: each part is a transaction of its own with its own entry, and a value that somebody
    changed meanwhile is already under the new key. Refuses `sealed.unopened` at a value that no key opens, and changes
    nothing of its part.
    """
    ring, marks, done = envelopes(), tokens(), 0
    for column in rows.inventory():
        after = 0
        while part := rows.held(column, after=after, size=_BATCH):
            after = part[-1].pk
            old = [row for row in part if not _current(ring, marks, row)]
            if not old:
                continue
            with transaction.atomic():
                ledger.hold(_INSTALLATION)
                put = sum(_anew(ring, marks, column, row) for row in old)
                ledger.append(
                    province_id=_INSTALLATION,
                    at=at,
                    actor_uuid=ledger.OPERATOR,
                    agency_uuid=None,
                    act="keys.rotate",
                    object_kind="keys",
                    object_uuid=None,
                    detail={"values": put, "key": ring.current},
                )
            done += put
            progress(done)
    return done


def foreign() -> tuple[str, int]:
    """A column with a value whose key is not on the ring, and how many such values there are; ("", 0) when none."""
    prefixes = envelopes().prefixes
    for column in rows.inventory():
        if count := rows.outside(column, prefixes):
            return f"{column.table}.{column.column}", count
    return "", 0


def under_each_key() -> dict[str, int]:
    """How many values each key seals, by the key's name: a key that seals none may leave the ring."""
    names = (row.sealed.split(".")[1] for column in rows.inventory() for row in rows.every(column))
    return dict(Counter(names))


def _anew(ring: Envelopes, marks: Tokens, column: rows.Column, row: rows.Held) -> bool:
    text = ring.open(row.sealed, Place(column.table, column.column, row.uuid))
    named = f"{column.table}.{column.column}"
    token = marks.stored(text, named, Compared(column.compared)) if column.compared else ""
    return rows.replace(column, row, ring.seal(text, Place(column.table, column.column, row.uuid)), token)


def _current(ring: Envelopes, marks: Tokens, row: rows.Held) -> bool:
    return ring.is_current(row.sealed) and (not row.token or row.token.startswith(f"{marks.current}."))
