"""Write out confirmed directives with their corrected duties, so that an office grows a test set of its own."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from haidang.apps.directives.queries import DutyRow, ReadDirective, read_and_confirmed
from haidang.apps.ledger import services as ledger
from haidang.domain.access.viewer import Viewer
from haidang.domain.directives.annotation import Settled, annotate
from haidang.domain.directives.reading import Span
from haidang.domain.terms.refusal import Refusal
from haidang.domain.terms.text import fold
from haidang.flows.acting import Done, perform

ACT = "corpus.export"


@dataclass(frozen=True, slots=True)
class Specimen:
    """One directive of the test set: the name of its files, its text and its annotation."""

    name: str
    text: str
    annotation: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Corpus:
    """One export; its uuid is also that of the ledger entry."""

    uuid: UUID
    specimens: tuple[Specimen, ...]


def export_corpus(*, actor: Viewer | None, at: datetime) -> Corpus:
    """The confirmed directives of the actor's agency; of every agency for the machine's operator (no actor).

    The ledger has its entry before anything leaves: which directives, and how many duties. Refuses `not_allowed` and
    `corpus.nothing_confirmed`.
    """
    export = uuid4()
    found: list[ReadDirective] = []

    def work() -> Done:
        found.extend(read_and_confirmed(actor))
        if not found:
            raise Refusal("corpus.nothing_confirmed")
        return Done("corpus", export, _noted(found))

    if actor is not None:
        perform(actor=actor, act=ACT, at=at, work=work)
    else:
        with transaction.atomic():
            work()
            _note_operator(found, export, at)
    return Corpus(export, tuple(_specimen(directive) for directive in found))


def _note_operator(found: list[ReadDirective], export: UUID, at: datetime) -> None:
    """One entry in the chain of each province whose directives leave."""
    for province_id in sorted({directive.province_id for directive in found}):
        own = [directive for directive in found if directive.province_id == province_id]
        ledger.append(
            province_id=province_id,
            at=at,
            actor_uuid=ledger.OPERATOR,
            agency_uuid=None,
            act=ACT,
            object_kind="corpus",
            object_uuid=export,
            detail=_noted(own),
        )


def _noted(found: list[ReadDirective]) -> dict[str, object]:
    standing = Counter(duty.by_person for directive in found for duty in directive.duties if not duty.deleted)
    return {
        "directives": [str(directive.head.uuid) for directive in found],
        "duties": standing.total(),
        "added_by_person": standing[True],
    }


def _specimen(directive: ReadDirective) -> Specimen:
    head = directive.head
    called = re.sub(r"[^a-z0-9]+", "-", fold(head.number or head.kind)).strip("-")
    name = "-".join(filter(None, (head.issued_on, called[:60], head.uuid.hex[:8])))
    settled = (_settled(duty) for duty in directive.duties)
    return Specimen(name, directive.reading.text, annotate(directive.reading, settled, f"haidang:{head.uuid}"))


def _settled(duty: DutyRow) -> Settled:
    return Settled(
        text=duty.text,
        leads=tuple(party.name for party in duty.leads),
        supports=tuple(party.name for party in duty.supports),
        due=duty.due.printed,
        span=Span(duty.start, duty.end, duty.line),
        by_person=duty.by_person,
        deleted=duty.deleted,
    )
