"""Break-glass, second half: another person of the same unit agrees, for half an hour, or declines."""

from datetime import datetime
from uuid import UUID

from haidang.apps.people import queries
from haidang.apps.people import services as people
from haidang.domain.access.viewer import Act, Viewer, require
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import Done, perform


def answer_opening(*, actor: Viewer, at: datetime, opening_uuid: UUID, agreed: bool) -> UUID:
    """Agree or decline. Refuses `not_found` to who asked, to whom it concerns and to other units, and
    `opening.answered` when it was answered or has lapsed."""
    require(actor, Act.AGREE_TO_OPENING)
    found = queries.opening(actor, opening_uuid, at)
    if not found.turn:
        raise Refusal("opening.answered")

    def work() -> Done:
        people.answer_opening(viewer=actor, uuid=opening_uuid, agreed=agreed, at=at)
        return Done("opening", opening_uuid, {"object": str(found.object_uuid)})

    return perform(actor=actor, act="opening.agree" if agreed else "opening.decline", at=at, work=work)
