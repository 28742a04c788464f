"""Written names of a duty to the agencies they mean, with a doubt where a person should look."""

from uuid import UUID

from haidang.apps.directives.rows import Party
from haidang.domain.directives.reading import Doubt
from haidang.domain.terms.refusal import Refusal
from haidang.domain.units.naming import Body, Meaning, meaning

# Reasons of a meaning that need a person's eye on a lead: somebody must be made answerable.
_DOUBTFUL = frozenset({"similar", "collective_part", "ambiguous", "vague", "other_level", "unknown"})
# A cooperating body that nobody can name yet ("các đơn vị liên quan") is ordinary; a wrong one is not.
_DOUBTFUL_SUPPORT = frozenset({"similar", "ambiguous"})


class Directory:
    """The agencies of a province on one day; each written name is understood once."""

    def __init__(self, bodies: tuple[Body, ...]) -> None:
        self._bodies = bodies
        self._known: dict[str, Meaning] = {}

    def leads(self, names: tuple[str, ...]) -> tuple[tuple[Party, ...], tuple[Doubt, ...]]:
        """Leads with the agencies they mean, and what is unsure about them."""
        return self._parties(names, _DOUBTFUL)

    def supports(self, names: tuple[str, ...]) -> tuple[tuple[Party, ...], tuple[Doubt, ...]]:
        """The same for cooperating bodies."""
        return self._parties(names, _DOUBTFUL_SUPPORT)

    def only_known(self, agencies: tuple[UUID, ...]) -> tuple[UUID, ...]:
        """The agencies chosen, in the directory's order; raises Refusal `not_found` for one that is not in it."""
        chosen = set(agencies)
        found = tuple(body.uuid for body in self._bodies if body.uuid in chosen)
        if len(found) != len(chosen):
            raise Refusal("not_found")
        return found

    def _parties(self, names: tuple[str, ...], doubtful: frozenset[str]) -> tuple[tuple[Party, ...], tuple[Doubt, ...]]:
        parties, doubts = [], []
        for name in dict.fromkeys(names):
            if name not in self._known:
                self._known[name] = meaning(name, self._bodies)
            understood = self._known[name]
            parties.append(Party(name, understood.agencies))
            if understood.why in doubtful:
                doubts.append(Doubt(f"name.{understood.why}", name))
        return tuple(parties), tuple(doubts)
