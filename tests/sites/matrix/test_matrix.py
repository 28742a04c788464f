"""The matrix: address × GET/POST × person (role, agency) × thing (in whose hands), every cell made from the policy.

Allowed means: the page, with the thing's own canary and none of a thing the person may not see. Not allowed means the
page for what is not there, byte for byte, and nothing done.
"""

import gc
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import pytest
from django.http import HttpResponse

from tests.sites.matrix.asking import Clients, address, every_name, shown
from tests.sites.matrix.policy import ROLES, Clause, Line, mutated, policy, within
from tests.sites.matrix.world import HANDS, PEOPLE_OF, Person, World, canary, lay, touch

# The other database gets every so-manieth cell: the rules are the same code.
SPREAD = 29
# Addresses are dealt out over so many tests, which run side by side.
PARTS = 2
READERS = {"directive": "directive", "plan": "plan", "draft": "draft", "request": "report-request", "file": "file"}


@dataclass(frozen=True)
class Cell:
    line: Line
    method: str
    hands: str
    person: Person

    @property
    def expected(self) -> str:
        """gone (405), nobody (to the sign-in), no post (403), in, or out (404)."""
        audience = self.line.audience(self.method)
        if not self.person.agency:
            return self.person.role
        if audience is None:
            return "gone"
        return "in" if within(self.person, self.hands, audience) else "out"


def cells(people: list[Person], hands: str) -> Iterator[Cell]:
    """All cells about things in these hands; with no hands, those about no thing."""
    for line in policy().lines:
        if bool(line.thing) != bool(hands):
            continue
        for method in ("GET", "POST"):
            for person in people:
                yield Cell(line, method, hands, person)


def in_view(world: World, person: Person) -> set[str]:
    """Canaries of everything whose page this person may open."""
    found = set()
    for line in policy().lines:
        if line.get and line.name in (*READERS.values(), "plan", "opening") and line.thing in (*READERS, "opening"):
            for hands in HANDS:
                if within(person, hands, line.get):
                    found.add(world.things[hands][line.thing].canary)
                    if line.thing == "request":
                        found.add(canary(hands, "report"))
                    if line.thing == "plan":
                        # A plan says which reports it asks for.
                        found.add(canary(hands, "request"))
    return found


def verdict(answer: HttpResponse, bare: bytes) -> str:
    """What an answer amounts to."""
    if answer.status_code == 404:
        return "out" if card(answer.content) == bare else "a page of its own for what is not there"
    if answer.status_code == 302 and answer.url.startswith("/dang-nhap/"):
        return "nobody"
    return {200: "in", 302: "in", 409: "in", 403: "no post", 405: "gone"}.get(
        answer.status_code, str(answer.status_code)
    )


def card(content: bytes) -> bytes:
    """The part of a page that is about what was asked for."""
    return content.split(b'<div class="card">')[1]


def check(world: World, clients: Clients, cell: Cell, seen: set[str], bare: bytes) -> str:
    """What is wrong with the answer in this cell; empty when nothing is."""
    thing = world.things[cell.hands][cell.line.thing] if cell.hands else None
    where = address(cell.line.name, every_name()[cell.line.name], thing)
    more = {"settle": thing.also["duty"]} if thing and cell.line.name == "directive-act" else {}
    answer, acts = clients.ask(cell.person, cell.method, where, **more)
    got = verdict(answer, bare)
    # Who ends all own sessions is led to the sign-in too.
    if cell.line.name == "account-leave" and got == "nobody" and acts:
        got = "in"
    if got != cell.expected:
        return f"expected {cell.expected}, got {got}"
    posts = cell.method == "POST" or cell.line.name in policy().reading
    if acts and not (posts and within(cell.person, cell.hands, cell.line.does)):
        return f"left {acts} acts"
    if not acts and cell.method == "POST" and within(cell.person, cell.hands, cell.line.does):
        return "left no act"
    canaries = shown(answer)
    if canaries - seen:
        return f"shows {canaries - seen}"
    full = thing and got == "in" and cell.method == "GET" and answer.status_code == 200 and not cell.line.bare
    return f"does not show {thing.canary}" if full and thing.canary not in canaries else ""


@pytest.fixture
def world(db: None, settings) -> Iterator[World]:
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
    laid = lay()
    touch(laid)
    # Thousands of pages make a great deal of garbage without cycles; looking for cycles takes a fifth of the time.
    gc.collect()
    gc.freeze()
    gc.disable()
    # A page that is not there is no news here, ten thousand times over.
    logging.disable(logging.WARNING)
    yield laid
    logging.disable(logging.NOTSET)
    gc.enable()
    gc.unfreeze()


@pytest.mark.once
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("hands", ["", *(name for name in HANDS if name != "far")])
def test_every_cell_is_as_the_policy_says(world: World, hands: str, part: int) -> None:
    own = (cell for cell in cells(world.people, hands) if len(cell.line.name) % PARTS == part)
    assert problems(world, own) == []


def test_a_spread_sample_of_the_cells_is_so_on_each_database(world: World) -> None:
    everywhere = (cell for hands in ("", *HANDS) if hands != "far" for cell in cells(world.people, hands))
    assert problems(world, islice(everywhere, 0, None, SPREAD)) == []


def problems(world: World, wanted: Iterable[Cell]) -> list[str]:
    """What is wrong in these cells, in words."""
    clients = Clients()
    seen = {one.name: in_view(world, one) if one.agency else set() for one in world.people}
    bare = card(clients.of(world.people[0]).get("/khong-co/").content)
    return [
        f"{cell.line.name} {cell.line.thing} {cell.method} by {cell.person.name}: {problem}"
        for cell in wanted
        if cell.person.agency in (*PEOPLE_OF, "")
        and (problem := check(world, clients, cell, seen[cell.person.name], bare))
    ]


def test_a_list_shows_all_and_only_what_is_in_view(world: World) -> None:
    clients = Clients()
    for person in world.people:
        if person.agency not in PEOPLE_OF:
            continue
        for at, query, kinds in policy().lists.values():
            answer, _ = clients.ask(person, "GET", address(at, frozenset(), None) + query)
            wanted = {
                world.things[hands][kind].canary
                for hands in HANDS
                for kind, audience in kinds.items()
                if within(person, hands, audience)
            }
            assert shown(answer) == wanted, (person.name, at)
        found, _ = clients.ask(person, "GET", address("search", frozenset(), None) + "?q=kimtuoc")
        assert shown(found) <= in_view(world, person), person.name


def test_every_address_is_in_the_policy_and_nothing_else_is() -> None:
    named = {line.name for line in policy().lines} | policy().public
    assert named == set(every_name())


def test_the_matrix_has_at_least_twenty_thousand_cells() -> None:
    people = [Person(agency, role, None, None) for agency, role in everybody()]
    assert sum(1 for hands in ("", "province", "department", "commune") for _ in cells(people, hands)) >= 20_000


def test_whichever_rule_of_the_policy_is_changed_some_cell_turns_red() -> None:
    people = [Person(agency, role, None, None) for agency, role in everybody()]
    for line in policy().lines:
        hands = [name for name in HANDS if name != "far"] if line.thing else [""]
        for audience in {line.get, line.post} - {None}:
            before = members(people, hands, audience)
            for changed in mutated(audience):
                assert members(people, hands, changed) != before, (line.name, line.thing, audience, changed)


def members(people: list[Person], hands: list[str], audience: tuple[Clause, ...]) -> set[tuple[str, str]]:
    return {(one.name, name) for one in people for name in hands if one.agency and within(one, name, audience)}


def everybody() -> list[tuple[str, str]]:
    """Agency and role of everybody who asks; two have neither."""
    return [(agency, role) for agency in PEOPLE_OF for role in ROLES] + [("", "nobody"), ("", "x")]
