"""An officer's own phone and address: sealed before they are kept, opened only for the officer, with an entry."""

import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from haidang.apps.ledger import queries as ledger_queries
from haidang.apps.ledger import services as ledger
from haidang.apps.people import queries
from haidang.apps.people import services as people
from haidang.domain.access.sensitivity import Purpose
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import note
from haidang.flows.sealing import envelopes, sealed
from haidang.formats.sealed.envelope import Place
from haidang.formats.sealed.tokens import Compared, as_compared

TABLE = "people_contact"
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


@dataclass(frozen=True, slots=True)
class Contact:
    """What the officer typed."""

    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class ReadBy:
    """One reading of the contact by somebody else."""

    name: str
    at: datetime
    purpose: Purpose


def keep_contact(*, actor: Viewer, at: datetime, email: str, phone: str) -> UUID:
    """Keep the actor's own contact; the contact's uuid. Inspectors too: it is their own.

    Refuses `contact.email` and `contact.phone` for what is none; empty takes away.
    """
    email, phone = email.strip(), phone.strip()
    if email and not _ADDRESS.fullmatch(email):
        raise Refusal("contact.email", "email")
    if phone and not 9 <= len(as_compared(phone, Compared.DIGITS)) <= 12:
        raise Refusal("contact.phone", "phone")
    with transaction.atomic():
        ledger.hold(actor.province_id)
        there = queries.contact(actor)
        uuid = there.uuid if there else uuid4()
        columns = sealed(TABLE, uuid, {"email": email, "phone": phone})
        people.keep_contact(user_uuid=actor.user_uuid, uuid=uuid, columns=columns)
        note(actor=actor, at=at, act="contact.keep", kind="contact", uuid=uuid)
    return uuid


def read_contact(*, actor: Viewer, at: datetime) -> Contact:
    """The actor's own contact, opened; the reading is noted before anything is answered."""
    there = queries.contact(actor)
    if there is None:
        return Contact("", "")
    with transaction.atomic():
        note(actor=actor, at=at, act="contact.read", kind="contact", uuid=there.uuid)
    return opened(there)


def readers_of_own(actor: Viewer) -> tuple[ReadBy, ...]:
    """Who else opened the actor's contact, when and what for, the latest first; names looked up for showing only."""
    there = queries.contact(actor)
    entries = ledger_queries.readings(actor.province_id, act="contact.open", about=there.uuid) if there else ()
    names = queries.names_of_users({entry.actor_uuid for entry in entries})
    return tuple(
        ReadBy(names.get(entry.actor_uuid, ""), entry.at, Purpose(str(entry.detail["purpose"]))) for entry in entries
    )


def opened(sealed_contact: queries.SealedContact) -> Contact:
    """The contact in clear; whoever calls this has noted the reading."""
    ring, uuid = envelopes(), sealed_contact.uuid
    return Contact(
        ring.open(sealed_contact.email, Place(TABLE, "email", uuid)),
        ring.open(sealed_contact.phone, Place(TABLE, "phone", uuid)),
    )
