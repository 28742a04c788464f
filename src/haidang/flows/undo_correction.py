"""Take back the last correction of a directive's duties; repeatable, one at a time."""

from datetime import datetime
from uuid import UUID

from haidang.apps.directives import services
from haidang.domain.access.viewer import Act, Viewer, require
from haidang.flows.acting import Done, perform


def undo_correction(
    *, actor: Viewer, at: datetime, directive_uuid: UUID, revision: int, key: str | None = None
) -> UUID:
    """The duties stand as before the last correction; the directive's uuid.

    Refuses `directive.nothing_to_undo`, `directive.confirmed`, `directive.changed_meanwhile`.
    """
    require(actor, Act.EDIT_DUTIES)

    def work() -> Done:
        directive = services.open_for_change(actor, directive_uuid, revision)
        edit = services.take_back(directive)
        return Done("directive", directive.uuid, {"undone": edit.act, "edit": edit.number})

    return perform(actor=actor, act="duty.undo", at=at, work=work, key=key)
