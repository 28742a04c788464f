"""Say which agencies a written name of a duty means."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from haidang.apps.directives import convert, services
from haidang.apps.directives.models import Directive
from haidang.apps.directives.rows import Party
from haidang.apps.people.queries import bodies
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal
from haidang.flows.duty_changes import Correction, before, correct
from haidang.flows.duty_parties import Directory


def choose_agencies(
    *,
    actor: Viewer,
    at: datetime,
    today: date,
    directive_uuid: UUID,
    duty_uuid: UUID,
    revision: int,
    name: str,
    agencies: tuple[UUID, ...],
    key: str | None = None,
) -> UUID:
    """Every place of the written `name` in this duty means `agencies` from now on; the doubt about the name is settled.

    Refuses `not_found` for a name or an agency that is not there.
    """

    def work(directive: Directive) -> Correction:
        duty = services.find_duty(directive, duty_uuid)
        row = convert.duty(duty)
        if all(party.name != name for party in (*row.leads, *row.supports)):
            raise Refusal("not_found")
        chosen = Directory(bodies(actor, today)).only_known(agencies)
        earlier = before((duty,))
        doubts = tuple(d for d in row.doubts if not (d.code.startswith("name.") and d.words == name))
        services.change(
            duty,
            {
                "parties": convert.stored_parties(
                    _meaning(row.leads, name, chosen), _meaning(row.supports, name, chosen)
                ),
                "doubts": convert.stored_doubts(doubts),
            },
        )
        return Correction(duty.uuid, earlier)

    return correct(
        actor=actor,
        act="duty.choose_agencies",
        at=at,
        directive_uuid=directive_uuid,
        revision=revision,
        key=key,
        work=work,
    )


def _meaning(parties: tuple[Party, ...], name: str, agencies: tuple[UUID, ...]) -> tuple[Party, ...]:
    return tuple(replace(party, agencies=agencies) if party.name == name else party for party in parties)
