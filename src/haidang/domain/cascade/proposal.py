"""From a directive's duties to proposed tasks: one per lead agency, collectives expanded, nobody twice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from haidang.domain.units.naming import Body, Found, meaning


@dataclass(frozen=True, slots=True)
class Party:
    """A written name and the agencies that a person took it to mean; empty where that is left to the directory."""

    written: str
    agencies: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class GivenDuty:
    """A confirmed duty as the cascade needs it: its key, and who leads and cooperates in the words of the document."""

    key: UUID
    leads: tuple[Party, ...]
    supports: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposedTask:
    """One duty for one lead agency. `written` is the name in the document that meant this agency."""

    duty: UUID
    lead: UUID
    written: str
    cooperating: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A written name for which the directory has no agency, and the duty it stands in."""

    duty: UUID
    written: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What issuing would make: tasks in the order of the duties, duties nobody owns, names nobody knows."""

    tasks: tuple[ProposedTask, ...]
    unowned: tuple[UUID, ...]
    unknown: tuple[UnknownName, ...]


def propose(duties: Sequence[GivenDuty], bodies: tuple[Body, ...]) -> Proposal:
    """Give every duty to the agencies its leads mean; a lead never also cooperates, bodies not listed get nothing."""
    known = {body.uuid for body in bodies}
    tasks: list[ProposedTask] = []
    unowned: list[UUID] = []
    unknown: list[UnknownName] = []
    for duty in duties:
        leads = _understood(duty.leads, bodies, known)
        supports = _understood(duty.supports, bodies, known)
        unknown += [UnknownName(duty.key, party.written) for party, found in (*leads, *supports) if not found]
        written_of: dict[UUID, str] = {}
        for party, found in leads:
            for agency in found:
                written_of.setdefault(agency, party.written)
        cooperating = _once(agency for _, found in supports for agency in found if agency not in written_of)
        tasks += [ProposedTask(duty.key, lead, written, cooperating) for lead, written in written_of.items()]
        if not written_of:
            unowned.append(duty.key)
    return Proposal(tuple(tasks), tuple(unowned), tuple(unknown))


def _understood(
    parties: Iterable[Party], bodies: tuple[Body, ...], known: set[UUID]
) -> list[tuple[Party, tuple[UUID, ...]]]:
    """Each name with its agencies; what a person chose goes before what the directory says."""
    found = []
    for party in parties:
        agencies = party.agencies
        if not agencies:
            read = meaning(party.written, bodies)
            agencies = read.agencies if read.found is not Found.UNKNOWN else ()
        found.append((party, tuple(agency for agency in agencies if agency in known)))
    return found


def _once(agencies: Iterable[UUID]) -> tuple[UUID, ...]:
    return tuple(dict.fromkeys(agencies))
