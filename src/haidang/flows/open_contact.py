"""Another officer's phone and address: a purpose is asked, the reading is noted, and only then is anything answered."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from haidang.apps.people import queries
from haidang.domain.access.deciding import opens
from haidang.domain.access.sensitivity import Purpose
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import note
from haidang.flows.keep_contact import Contact, opened


def open_contact(*, actor: Viewer, at: datetime, today: date, user_uuid: UUID, purpose: Purpose) -> Contact:
    """The officer's contact. Inspectors too: this writes nothing but the entry.

    Refuses `not_found` where the table gives the actor nothing, `access.purpose` for a purpose that does not open it
    (or that a second person has not agreed to), `contact.none` where nothing was given.
    """
    found = queries.officer_contact(actor, user_uuid, today)
    if found.sealed is None:
        raise Refusal("contact.none")
    agreed = queries.in_force_for(actor, "contact", found.sealed.uuid, at)
    if not opens(found.may, purpose, agreed=agreed is not None and agreed.purpose == purpose):
        raise Refusal("access.purpose", "purpose")
    with transaction.atomic():
        detail: dict[str, object] = {"purpose": purpose.value}
        if agreed and purpose in found.may.together:
            detail["opening"] = str(agreed.uuid)
        note(actor=actor, at=at, act="contact.open", kind="contact", uuid=found.sealed.uuid, detail=detail)
    return opened(found.sealed)
