"""An agency of a unit enters the directory: duties can be laid on it, and posts be set up in it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from haidang.apps.people import administered
from haidang.apps.people.services import appointing
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import Done, perform


@dataclass(frozen=True, slots=True)
class AgencyFacts:
    """What is known of it: name, other names it is written under, kind, symbol in document numbers, how it takes part.

    `standing` agency of the Committee; `courtesy`: asked, not told; `uses_system`: false where it writes on paper.
    """

    name: str
    aliases: tuple[str, ...]
    kind: str
    symbol: str
    standing: bool
    courtesy: bool
    uses_system: bool


def add_agency(*, actor: Viewer, at: datetime, unit_uuid: UUID, facts: AgencyFacts, key: str | None = None) -> UUID:
    """Add it; its uuid.

    Refuses `not_found` for a unit outside the actor's reach, `agency.name`, `agency.there` for a name the unit has.
    """
    unit = administered.unit(actor, unit_uuid)
    if not facts.name.strip():
        raise Refusal("agency.name", "name")

    def work() -> Done:
        uuid = appointing.add_agency(
            unit=unit,
            name=facts.name.strip(),
            aliases=list(facts.aliases),
            kind=facts.kind,
            symbol=facts.symbol.strip(),
            standing=facts.standing,
            courtesy=facts.courtesy,
            uses_system=facts.uses_system,
        )
        return Done("agency", uuid, {"unit": str(unit_uuid)})

    return perform(actor=actor, act="agency.add", at=at, work=work, key=key)
