"""Declare in words why a duty of a draft plan is given to nobody."""

from datetime import datetime
from uuid import UUID

from haidang.apps.plans.services import drafting, find
from haidang.domain.access.viewer import Act, Viewer, require
from haidang.domain.terms.refusal import Refusal
from haidang.domain.terms.text import nfc
from haidang.flows.acting import Done, perform


def declare_unowned(*, actor: Viewer, at: datetime, item_uuid: UUID, reason: str, key: str | None = None) -> UUID:
    """Keep the reason with the duty; the item's uuid. Refuses `plan.reason_missing`, and `plan.item_given`."""
    require(actor, Act.DRAFT_PLAN)

    def work() -> Done:
        version, item = find.item(actor, item_uuid)
        words = nfc(reason.strip())
        if not words:
            raise Refusal("plan.reason_missing", "reason")
        drafting.declare_unowned(item, words)
        return Done("plan_item", item.uuid, {"plan": version.plan.uuid})

    return perform(actor=actor, act="plan.declare_unowned", at=at, work=work, key=key)
