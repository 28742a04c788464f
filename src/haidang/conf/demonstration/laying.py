"""Laying the whole demonstration once, and the table of its accounts."""

import datetime as dt
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.db import transaction

from haidang.conf.demonstration import texts
from haidang.conf.demonstration.province import lay_province
from haidang.conf.demonstration.story import tell


@dataclass(frozen=True, slots=True)
class Account:
    """One line of the table of accounts: whom it stands for and what to try with it."""

    username: str
    who: str
    title: str
    proposal: str


def lay(now: dt.datetime) -> bool:
    """Lay the province and its story as of `now`, all or nothing; False when it stands already."""
    with transaction.atomic():
        if standing():
            return False
        tell(lay_province(now.date()), now)
    return True


def standing() -> bool:
    """Whether the demonstration has been laid in this database."""
    first = texts.table("people")["people"][0]["username"]
    return get_user_model().objects.filter(username=first).exists()


def password() -> str:
    """The demonstration's one password."""
    return str(texts.table("people")["password"])


def accounts() -> tuple[Account, ...]:
    """The accounts that visitors are offered."""
    return tuple(
        Account(row["username"], f"{row.get('rank', '')} {row['name']}".strip(), row["title"], row["try"])
        for row in texts.table("people")["people"]
        if "try" in row
    )
