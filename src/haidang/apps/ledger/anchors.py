"""The heads of the chains in a file outside the database: one line a head, for printing and for another machine.

A chain alone cannot tell that its tail was cut off together with the row that knows its length; the file can.
"""

import fcntl
import json
import os
from pathlib import Path

from django.conf import settings

from haidang.apps.ledger.chain import Ring
from haidang.apps.ledger.models import Head


def copy_out() -> int:
    """Add the heads that the file does not hold yet; how many. Lines that are there are never touched."""
    path: Path = settings.LEDGER_ANCHORS
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "r+", encoding="ascii") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        there = sum(1 for _line in file)
        heads = Head.objects.filter(number__gt=there).order_by("number")
        added = file.writelines(line(head) for head in heads) or len(heads)
        file.flush()
        os.fsync(file.fileno())
    return added


def line(head: Head) -> str:
    """One line of the file: the digest, then the text that it seals."""
    return f"{head.digest} {head.body}\n"


def known() -> tuple[dict[int, dict[int, str]], int | None]:
    """Digests by number for each province as the heads tell them, and the number of the first head that does not fit.

    Heads are read from the database and, where it is there, from the file: what the file holds must be in the
    database word for word.
    """
    ring, digest = Ring(settings.LEDGER_KEYS), ""
    told: dict[int, dict[int, str]] = {}
    path: Path = settings.LEDGER_ANCHORS
    outside = path.read_text(encoding="ascii").splitlines(keepends=True) if path.exists() else []
    number = 0
    for number, head in enumerate(Head.objects.order_by("number").iterator(500), 1):
        try:
            said = json.loads(head.body)
            digest = ring.sealed(digest, head.body, said["seal"])
        except (ValueError, KeyError, TypeError):
            return told, number
        copied = number > len(outside) or outside[number - 1] == line(head)
        if head.number != number or said["number"] != number or digest != head.digest or not copied:
            return told, number
        for province_id, length, reached in said["chains"]:
            told.setdefault(province_id, {})[length] = reached
    return told, number + 1 if len(outside) > number else None
