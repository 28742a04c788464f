"""Asking one address as one person, without leaving a trace, and what of the world the answer shows."""

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from typing import Any
from uuid import uuid4

from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern, URLResolver

from haidang.apps.ledger.models import Entry
from tests.sites.matrix.world import Person, Thing

CANARY = re.compile(r"kimtuoc[a-z]+")
# Filled so that a form of any of the addresses would be taken from somebody who may.
FORM = {
    "leads": [], "named": "", "cooperating": [], "answering": "", "reason": "một lý do đủ dài để được nhận",
    "kind": "throughout", "title": "x", "approved": "yes", "note": "x", "number": "9", "symbol": "KH-UBND",
    "issued_on": "10/3/2026", "text": "x", "happened_on": "10/3/2026", "percent": "10", "due": "1/4/2026",
    "form": "counter_trafficking", "revision": "0", "due_kind": "throughout", "act": "accept", "accept_doubts": "on",
    "without_duties": "on", "insist": "on", "cutoff": "14/3/2026", "arrival_number": "1", "seen": "x",
    "parts": "a\n---\nb", "at": "own", "year": "2026", "purpose": "contact", "last_day": "11/3/2026",
    "successor": "", "roles": ["focal"],
    "signs_as": "",
}  # fmt: skip


def addresses(patterns: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    """Every address the programme answers at."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns)
        else:
            yield pattern


@cache
def every_name() -> dict[str, frozenset[str]]:
    """Names of all addresses with the parts they take."""
    return {one.name: frozenset(one.pattern.converters) for one in addresses(get_resolver().url_patterns)}


def address(name: str, takes: frozenset[str], thing: Thing | None) -> str:
    """The address about this thing."""
    if thing is None:
        return reverse(f"office:{name}")
    values = {one: thing.uuid if one == "uuid" else thing.also[one] for one in takes}
    return reverse(f"office:{name}", kwargs=values)


class Quick(Client):
    """A client that gathers no templates and contexts to be looked at afterwards: a page takes half as long."""

    def request(self, **request: Any) -> HttpResponse:
        # Nor does it keep cookies: what a person did is undone, so that person is still signed in.
        return self.handler(self._base_environ(**request))


class Clients:
    """A signed-in client for each person, made once."""

    def __init__(self) -> None:
        self._made: dict[str, Client] = {}
        self._noted = Entry.objects.latest("pk").pk

    def of(self, person: Person) -> Client:
        if person.name not in self._made:
            self._made[person.name] = Quick()
            if person.user:
                self._made[person.name].force_login(person.user)
        return self._made[person.name]

    def ask(self, person: Person, method: str, where: str, **more: object) -> tuple[HttpResponse, int]:
        """The answer, and how many acts it left in the ledger; whatever was done is undone."""
        client = self.of(person)
        with transaction.atomic():
            form = {**FORM, "form_key": uuid4(), **more}
            answer = client.get(where) if method == "GET" else client.post(where, form)
            acts = acts_after(self._noted)
            transaction.set_rollback(True)
        return answer, acts


def acts_after(entry: int) -> int:
    """How many entries of acts there are behind this one. Asked for every cell, so without the models' detour."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM ledger_entry WHERE id > %s AND act NOT IN ('refused', 'account.sign_in_failed')",
            [entry],
        )
        return int(cursor.fetchone()[0])


def shown(answer: HttpResponse) -> set[str]:
    """The canaries in the answer, also inside a document."""
    data = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            data = parts.read("word/document.xml")
    return set(CANARY.findall(data.decode("utf-8", "replace")))
