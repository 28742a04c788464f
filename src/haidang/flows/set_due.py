"""Set when a duty of a draft plan is due: only as a person types it."""

from datetime import date, datetime
from uuid import UUID

from haidang.apps.plans.services import drafting, find
from haidang.apps.plans.services.drafting import Due
from haidang.domain.access.viewer import Act, Viewer, require
from haidang.domain.deadlines.rhythm import Rhythm
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import Done, perform


def set_due(
    *,
    actor: Viewer,
    at: datetime,
    item_uuid: UUID,
    kind: str,
    day: date | None = None,
    before: bool = False,
    rhythm: str = "",
    key: str | None = None,
) -> UUID:
    """Let the duty and its proposed tasks be due on a day, in a rhythm, or throughout; the item's uuid."""
    require(actor, Act.DRAFT_PLAN)

    def work() -> Done:
        version, item = find.item(actor, item_uuid)
        drafting.set_due(item, typed_due(kind, day, before=before, rhythm=rhythm))
        return Done("plan_item", item.uuid, {"plan": version.plan.uuid, "kind": kind})

    return perform(actor=actor, act="plan.set_due", at=at, work=work, key=key)


def typed_due(kind: str, day: date | None, *, before: bool, rhythm: str) -> Due:
    """What a person typed as a due time. Raises `due.day_missing`, `due.rhythm_missing` or `due.kind`."""
    if kind == "throughout":
        return Due()
    if kind == "date":
        if day is None:
            raise Refusal("due.day_missing", "day")
        return Due("date", day.isoformat(), before)
    if kind == "rhythm":
        if rhythm not in set(Rhythm):
            raise Refusal("due.rhythm_missing", "rhythm")
        return Due("rhythm", rhythm=rhythm)
    raise Refusal("due.kind", "kind")
