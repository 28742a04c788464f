"""The chain as plain values: whoever lacks the key cannot change it in any of ten thousand ways."""

import dataclasses
import json
import random
from collections.abc import Callable
from uuid import UUID

from haidang.apps.ledger.chain import Ring, Row, Told, first_bad, unsealed

KEY, OTHER = bytes(range(32)), bytes(range(1, 33))
RING = Ring([KEY])
LENGTH = 16
Rows = list[Row]


def text(number: int, seal: str | None, act: str = "task.update") -> str:
    said = {
        "province": 7,
        "number": number,
        "at": f"2026-03-{number % 28 + 1:02}T09:00:00+07:00",
        "actor": str(UUID(int=number)),
        "agency": str(UUID(int=99)),
        "act": act,
        "kind": "task",
        "object": str(UUID(int=1000 + number)),
        "detail": {"percent": number},
    }
    return json.dumps(said | ({"key": None, "seal": seal} if seal else {}), sort_keys=True)


def row(body: str, digest: str) -> Row:
    said = json.loads(body)
    at = said["at"][:10] + " 02:00:00.000000"
    ids = [said[name].replace("-", "") for name in ("actor", "agency", "object")]
    return 7, said["number"], at, ids[0], ids[1], said["act"], said["kind"], ids[2], None, body, digest


def chain(ring: Ring, length: int = LENGTH, plain: int = 0) -> Rows:
    """Entries sealed by a ring; the first `plain` of them from before there were keys."""
    rows, digest = [], ""
    for number in range(1, length + 1):
        body = text(number, ring.current if number > plain else None)
        digest = ring.sealed(digest, body) if number > plain else unsealed(digest, body)
        rows.append(row(body, digest))
    return rows


def told(rows: Rows, *heads: int) -> Told:
    return Told(len(rows), rows[-1][10] if rows else "", {number: rows[number - 1][10] for number in heads})


def edit_column(rows: Rows, rng: random.Random) -> None:
    at, column = rng.randrange(len(rows)), rng.randrange(11)
    old = rows[at][column]
    new = old + 1 if isinstance(old, int) else f"{old or ''}x"
    rows[at] = (*rows[at][:column], new, *rows[at][column + 1 :])  # type: ignore[assignment]


def edit_text(rows: Rows, rng: random.Random) -> None:
    """Columns and text changed together, and every digest after it computed anew without the key."""
    at, digest = rng.randrange(len(rows)), ""
    forger = Ring([OTHER])
    for n, old in enumerate(rows):
        body = text(old[1], RING.current, act="task.forged") if n == at else old[9]
        digest = old[10] if n < at else (forger.sealed if rng.random() < 0.5 else unsealed)(digest, body)
        rows[n] = row(body, digest)


def delete(rows: Rows, rng: random.Random) -> None:
    at = rng.randrange(len(rows))
    del rows[at : at + rng.randint(1, 3)]


def insert(rows: Rows, rng: random.Random) -> None:
    at = rng.randrange(len(rows))
    rows.insert(at, rows[rng.randrange(len(rows))])


def swap(rows: Rows, rng: random.Random) -> None:
    one, two = rng.sample(range(len(rows)), 2)
    rows[one], rows[two] = rows[two], rows[one]


def reverse(rows: Rows, rng: random.Random) -> None:
    at = rng.randrange(len(rows) - 2)
    rows[at : at + 3] = rows[at : at + 3][::-1]


def cut(rows: Rows, rng: random.Random) -> None:
    del rows[rng.randrange(len(rows)) :]


def without_keys(rows: Rows, rng: random.Random) -> None:
    rows[:] = chain(RING, rng.randint(1, LENGTH), plain=LENGTH)


def other_key(rows: Rows, rng: random.Random) -> None:
    rows[:] = chain(Ring([OTHER]), rng.randint(1, LENGTH))


def change_letter(rows: Rows, rng: random.Random) -> None:
    at = rng.randrange(len(rows))
    body = rows[at][9]
    place = rng.randrange(len(body))
    body = body[:place] + rng.choice('0"a{é ') + body[place + 1 :]
    rows[at] = (*rows[at][:9], body, rows[at][10])


WAYS: tuple[Callable[[Rows, random.Random], None], ...] = (
    edit_column, edit_text, delete, insert, swap, reverse, cut, without_keys, other_key, change_letter,
)  # fmt: skip


def test_a_chain_as_it_was_written_is_whole() -> None:
    for plain in (0, 5):
        rows = chain(RING, plain=plain)
        assert first_bad(rows, RING, told(rows, 3, LENGTH)) is None
    assert first_bad([], RING, Told(0, "")) is None


def test_ten_thousand_tamperings_are_all_found() -> None:
    whole = chain(RING)
    head = told(whole, LENGTH)  # what the file outside says
    rng = random.Random(20261127)
    found = tried = 0
    while tried < 10_000:
        rows = list(whole)
        WAYS[tried % len(WAYS)](rows, rng)
        if rows == whole:
            continue
        tried += 1
        # The intruder also sets the row that knows the length right.
        known = dataclasses.replace(head, length=len(rows), digest=rows[-1][10] if rows else "")
        found += first_bad(rows, RING, known) is not None
    assert found == tried


def test_the_first_bad_entry_is_named() -> None:
    rows = chain(RING)
    rows[4] = (*rows[4][:5], "task.forged", *rows[4][6:])
    assert first_bad(rows, RING, told(rows)) == 5
    rows = chain(RING)
    assert first_bad(rows[:9], RING, told(rows)) == 10


def test_entries_of_before_the_keys_count_only_below_a_sealed_one() -> None:
    rows = chain(RING, plain=LENGTH)
    assert first_bad(rows, RING, told(rows)) == 1
    rows = chain(RING, plain=5)
    rows[2] = row(text(3, None, act="task.forged"), unsealed(rows[1][10], text(3, None, act="task.forged")))
    assert first_bad(rows, RING, told(rows)) == 1 or first_bad(rows, RING, told(rows)) == 4


def test_a_new_key_leaves_the_old_entries_proven() -> None:
    rows = chain(RING, 4)
    both = Ring([KEY, OTHER])
    body = text(5, both.current)
    rows.append(row(body, both.sealed(rows[-1][10], body)))
    assert first_bad(rows, both, told(rows)) is None
    assert first_bad(rows, RING, told(rows)) == 5
