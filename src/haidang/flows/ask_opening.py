"""Break-glass, first half: somebody in need says why, and waits for a second person."""

from datetime import date, datetime
from uuid import UUID

from haidang.apps.people import queries
from haidang.apps.people import services as people
from haidang.domain.access.sensitivity import Purpose
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import Done, perform

# A reason that says nothing protects nobody.
_SHORTEST = 20


def ask_opening(
    *, actor: Viewer, at: datetime, today: date, user_uuid: UUID, reason: str, key: str | None = None
) -> UUID:
    """Ask to read an officer's contact in an emergency; the opening's uuid.

    Refuses `not_found` where the table does not offer it, `opening.reason` for a reason under twenty characters,
    `contact.none` where there is nothing to open.
    """
    found = queries.officer_contact(actor, user_uuid, today)
    if Purpose.EMERGENCY not in found.may.together:
        raise Refusal("not_found")
    if len(reason.strip()) < _SHORTEST:
        raise Refusal("opening.reason", "reason")
    if found.sealed is None:
        raise Refusal("contact.none")
    contact = found.sealed.uuid

    def work() -> Done:
        uuid = people.ask_opening(
            viewer=actor, kind="contact", uuid=contact, purpose=Purpose.EMERGENCY, reason=reason.strip(), at=at
        )
        return Done("opening", uuid, {"of": "contact", "object": str(contact), "purpose": Purpose.EMERGENCY.value})

    return perform(actor=actor, act="opening.ask", at=at, work=work, key=key)
