"""Confirm a directive's duties: the machine reads, a person obliges."""

from datetime import datetime
from uuid import UUID

from haidang.apps.directives import convert, services
from haidang.domain.access.viewer import Act, Viewer, require
from haidang.domain.directives.scanned import TO_COMPARE
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import Done, perform


def confirm_duties(
    *,
    actor: Viewer,
    at: datetime,
    directive_uuid: UUID,
    revision: int,
    accept_doubts: bool = False,
    key: str | None = None,
) -> UUID:
    """Confirm all duties that stand; the directive's uuid.

    Refuses `directive.doubts_open` (with `count`) while doubts are unsettled and not accepted in so many words,
    `directive.scan_unread` while a duty from a scanned page was not compared by a person, whatever is accepted,
    `directive.nothing_to_confirm`, `directive.confirmed`, `directive.changed_meanwhile`.
    """
    require(actor, Act.EDIT_DUTIES)

    def work() -> Done:
        directive = services.open_for_change(actor, directive_uuid, revision)
        duties = [convert.duty(row) for row in services.duties_of(directive)]
        if not duties:
            raise Refusal("directive.nothing_to_confirm")
        unsure = sum(duty.in_doubt for duty in duties)
        unread = sum(duty.in_doubt and any(doubt.code == TO_COMPARE for doubt in duty.doubts) for duty in duties)
        if unread:
            raise Refusal("directive.scan_unread", count=unread)
        if unsure and not accept_doubts:
            raise Refusal("directive.doubts_open", "accept_doubts", count=unsure)
        services.confirm(directive, accepted=unsure, viewer=actor, at=at)
        return Done("directive", directive.uuid, {"duties": len(duties), "doubts_accepted": unsure})

    return perform(actor=actor, act="directive.confirm", at=at, work=work, key=key)
