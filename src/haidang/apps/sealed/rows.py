"""Sealed columns row by row, whatever register they belong to: for sealing anew and for the check at the start."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from uuid import UUID

from django.apps import apps
from django.db.models import Model, Q


@dataclass(frozen=True, slots=True)
class Column:
    """One protected column; `compared` is empty where it has no token."""

    table: str
    column: str
    compared: str


@dataclass(frozen=True, slots=True)
class Held:
    """What one row holds in the column."""

    pk: int
    uuid: UUID
    sealed: str
    token: str


@cache
def inventory() -> tuple[Column, ...]:
    """Every protected column, as declared."""
    declared = tomllib.loads(files(__package__).joinpath("inventory.toml").read_text(encoding="utf-8"))
    return tuple(Column(one["table"], one["column"], one.get("compared", "")) for one in declared["field"])


def model_of(column: Column) -> type[Model]:
    """The model that keeps the column. Raises LookupError for a table that no model has."""
    for model in apps.get_models():
        if model._meta.db_table == column.table:
            return model
    raise LookupError(column.table)


def held(column: Column, *, after: int = 0, size: int = 500) -> list[Held]:
    """The next rows by id that hold something in the column."""
    names = ["pk", "uuid", column.column, *([f"{column.column}_token"] if column.compared else [])]
    rows = model_of(column)._default_manager.filter(pk__gt=after).exclude(**{column.column: ""})
    return [Held(*row, *([] if column.compared else [""])) for row in rows.order_by("pk").values_list(*names)[:size]]


def every(column: Column) -> Iterator[Held]:
    """All of them, in parts."""
    after = 0
    while part := held(column, after=after):
        yield from part
        after = part[-1].pk


def outside(column: Column, prefixes: tuple[str, ...]) -> int:
    """How many values begin with none of these."""
    known = Q(**{column.column: ""})
    for prefix in prefixes:
        known |= Q(**{f"{column.column}__startswith": prefix})
    return model_of(column)._default_manager.exclude(known).count()


def replace(column: Column, row: Held, sealed: str, token: str) -> bool:
    """Put another envelope and token in a row, unless somebody else wrote there meanwhile; whether it was put."""
    new = {column.column: sealed, **({f"{column.column}_token": token} if column.compared else {})}
    there = model_of(column)._default_manager.filter(pk=row.pk, **{column.column: row.sealed})
    return bool(there.update(**new))
