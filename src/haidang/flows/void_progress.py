"""Void a mistaken progress entry: it stays to be read, its numbers count no more."""

from datetime import datetime
from uuid import UUID

from haidang.apps.plans import rights
from haidang.apps.plans.models import Task
from haidang.apps.plans.services import find, working
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal
from haidang.domain.terms.text import nfc
from haidang.flows.acting import Done, perform


def void_progress(*, actor: Viewer, at: datetime, progress_uuid: UUID, reason: str, key: str | None = None) -> UUID:
    """Void the entry; the task's uuid. The side that made it voids it: the lead, or who entered for it.

    Refuses `progress.voided` the second time, `task.closed`, `task.reason_missing`.
    """

    def work() -> Done:
        entry = find.progress(actor, progress_uuid)
        made_by_this_side = rights.enters_for if entry.entered_for else rights.works
        if not made_by_this_side(actor, entry.task):
            raise Refusal("not_allowed")
        if entry.task.state not in (Task.State.OPEN, Task.State.DONE):
            raise Refusal("task.closed")
        if entry.voided_at is not None:
            raise Refusal("progress.voided")
        words = nfc(reason.strip())
        if not words:
            raise Refusal("task.reason_missing", "reason")
        working.void(entry, reason=words, person=find.user(actor), at=at)
        return Done("task", entry.task.uuid, {"progress": entry.uuid})

    return perform(actor=actor, act="task.void_progress", at=at, work=work, key=key)
