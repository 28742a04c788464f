"""Playing the intruder who can write in the database but does not have the key."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from haidang.apps.ledger import guards


@contextmanager
def unguarded() -> Iterator[None]:
    """Without the database's own refusals, as for an owner of the tables who took them away."""
    guards.remove(connection)
    try:
        yield
    finally:
        guards.install(connection)
