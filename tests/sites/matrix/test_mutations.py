"""A rule of the programme is changed, and some cell of the matrix turns red: for every act × role and every rule that
fields about agencies and officers go by. Victims and tips have rules and no address yet: the domain's tests hold those.
"""

from collections.abc import Iterator

import pytest

from haidang.domain.access import deciding, viewer
from haidang.domain.access.deciding import Rule
from haidang.domain.access.sensitivity import Sensitivity
from haidang.domain.access.viewer import Act, Role
from tests.sites.matrix.asking import Clients
from tests.sites.matrix.policy import within
from tests.sites.matrix.test_matrix import Cell, card, cells, check, in_view, world
from tests.sites.matrix.world import HANDS, PEOPLE_OF, Person, World

__all__ = ["world"]

# Which rule is changed does not depend on the database.
pytestmark = pytest.mark.once


class Asking:
    """Asks cells until one is red; what turned red last is asked first the next time."""

    def __init__(self, world: World) -> None:
        self.world, self.clients = world, Clients()
        self.people = [one for one in world.people if one.agency in PEOPLE_OF]
        self.bare = card(self.clients.of(self.people[0]).get("/khong-co/").content)
        self.seen = {one.name: in_view(world, one) for one in self.people}
        self.all = [cell for hands in ("", *HANDS) if hands != "far" for cell in cells(self.people, hands)]
        self.found: dict[str, tuple[str, str]] = {}

    def red(self, what: str, wanted: Iterator[Cell], most: int = 5) -> bool:
        """Whether some cell is not as the policy says; of each address and method, the first `most` are asked.

        What turned red for the same `what` before is asked first.
        """
        asked: dict[tuple[str, str, str], int] = {}
        for cell in sorted(wanted, key=lambda cell: (cell.line.name, cell.method) != self.found.get(what)):
            key = (cell.line.name, cell.line.thing, cell.method)
            asked[key] = asked.get(key, 0) + 1
            if asked[key] > most:
                continue
            if check(self.world, self.clients, cell, self.seen[cell.person.name], self.bare):
                self.found[what] = (cell.line.name, cell.method)
                return True
        return False


@pytest.fixture
def asking(world: World) -> Asking:
    return Asking(world)


def test_whichever_act_is_given_to_another_role_or_taken_from_one_some_cell_turns_red(
    asking: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    for act in Act:
        for role in Role:
            # An inspector writes nothing, whichever act the table gave: every act asks that once more.
            if role is Role.INSPECTOR and act is not Act.READ_LEDGER:
                continue
            with monkeypatch.context() as patched:
                patched.setitem(viewer._ALLOWED, act, viewer._ALLOWED[act] ^ {role})
                had = role not in viewer._ALLOWED[act]
                assert asking.red(act, _of_role(asking, role, "in" if had else "out")), (act, role)


def _of_role(asking: Asking, role: Role, expected: str) -> Iterator[Cell]:
    """Cells in which a person of the role acts, or would if the role let that person."""
    for cell in asking.all:
        if cell.person.role != role or cell.expected != expected:
            continue
        audience = cell.line.audience(cell.method) or ()
        close = any(within(Person(cell.person.agency, other.value, None, None), cell.hands, audience) for other in Role)
        if close:
            yield cell


@pytest.mark.parametrize("sensitivity", [Sensitivity.INTERNAL, Sensitivity.PERSONAL])
def test_whichever_rule_for_fields_is_taken_away_some_cell_turns_red(
    asking: Asking, monkeypatch: pytest.MonkeyPatch, sensitivity: Sensitivity
) -> None:
    everything = deciding.rules()
    for rule in everything:
        # One's own account is not read through the directory.
        if rule.sensitivity != sensitivity or rule.id == "personal.own":
            continue
        left = tuple(one for one in everything if one is not rule)
        with monkeypatch.context() as patched:
            patched.setattr(deciding, "rules", lambda left=left: left)
            assert asking.red(rule.id, _let_in(asking, rule), most=99), rule.id


def _let_in(asking: Asking, rule: Rule) -> Iterator[Cell]:
    return (cell for cell in asking.all if cell.person.role in rule.roles and cell.expected == "in" and cell.hands)
