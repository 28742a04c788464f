"""How entries are sealed to one another, and how a chain is proven; plain values, no database.

Each digest is HMAC-SHA256 (RFC 2104) over the digest before and the exact text of the entry, under a key that lies
outside the database; the text names the key it is sealed under. Entries of the time before there was a key carry a
plain SHA-256 and are proven by the first sealed entry that follows them.
"""

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

Row = tuple[int, int, str, str, str | None, str, str, str | None, str | None, str, str]
"""province, number, at (UTC, microseconds), actor, agency, act, kind, object, key, body, digest; uuids as 32 digits."""


class Ring:
    """The ledger's keys by their id (`k` and the first eight digits of the key's own hash); the last one seals."""

    def __init__(self, keys: Iterable[bytes]) -> None:
        self.by_id = {f"k{hashlib.sha256(key).hexdigest()[:8]}": key for key in keys}
        self.current = list(self.by_id)[-1]

    def sealed(self, previous: str, body: str, key_id: str | None = None) -> str:
        """The digest of a text that follows `previous`. Raises KeyError for a key that is not on the ring."""
        return hmac.digest(self.by_id[key_id or self.current], f"{previous}\n{body}".encode(), "sha256").hex()


def unsealed(previous: str, body: str) -> str:
    """The digest of entries from before the keys: SHA-256, which anybody can compute."""
    return hashlib.sha256(f"{previous}\n{body}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a chain besides its entries: its own row, and digests that heads named, by number."""

    length: int
    digest: str
    anchored: Mapping[int, str] = field(default_factory=dict)


def first_bad(rows: Iterable[Row], ring: Ring, told: Told) -> int | None:
    """The number of the first entry that is not as it was written (a missing one included), or None.

    `rows` are all entries of one province in the order of their numbers.
    """
    digest, expected, sealed_from, waiting = "", 1, False, None
    for row in rows:
        body = row[9]
        named = _named(row)
        if named is None or row[1] != expected:
            return waiting or expected
        if key_id := named.get("seal"):
            if key_id not in ring.by_id:
                return waiting or expected
            digest = ring.sealed(digest, body, key_id)
            waiting, sealed_from = None, True
        else:
            if sealed_from:
                return expected
            waiting = waiting or expected
            digest = unsealed(digest, body)
        if not hmac.compare_digest(digest, row[10]) or told.anchored.get(expected, digest) != digest:
            return waiting or expected
        expected += 1
    if waiting:
        return waiting  # nothing sealed follows: anybody could have written these
    beyond = max(told.anchored, default=0) >= expected
    return expected if beyond or (told.length, told.digest) != (expected - 1, digest) else None


def _named(row: Row) -> dict[str, str] | None:
    """The text of an entry as values, when it is one and the columns used for finding say the same."""
    try:
        said = json.loads(row[9])
        at = datetime.fromisoformat(said["at"]).astimezone(UTC).isoformat(" ", "microseconds")[:26]
        same = (
            said["province"] == row[0]
            and said["number"] == row[1]
            and at == row[2]
            and said["actor"].replace("-", "") == row[3]
            and (said["agency"] or "").replace("-", "") == (row[4] or "")
            and said["act"] == row[5]
            and said["kind"] == row[6]
            and (said["object"] or "").replace("-", "") == (row[7] or "")
            and (said["key"] == row[8] if "seal" in said else True)
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return said if same else None
