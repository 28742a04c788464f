"""An officer's own phone and address: sealed before they are kept, opened only for the officer, with an entry."""

import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from haidang.apps.ledger import services as ledger
from haidang.apps.people import queries
from haidang.apps.people import services as people
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
    ring = envelopes()
    return Contact(
        ring.open(there.email, Place(TABLE, "email", there.uuid)),
        ring.open(there.phone, Place(TABLE, "phone", there.uuid)),
    )
