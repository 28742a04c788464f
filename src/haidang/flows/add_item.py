"""Add a duty of the plan's own, typed by hand, to a plan in draft."""

from datetime import date, datetime
from uuid import UUID

from haidang.apps.plans.services import drafting, find
from haidang.domain.access.viewer import Act, Viewer, require
from haidang.domain.terms.refusal import Refusal
from haidang.domain.terms.text import nfc, squash
from haidang.flows.acting import Done, perform
from haidang.flows.set_due import typed_due


def add_item(
    *,
    actor: Viewer,
    at: datetime,
    plan_uuid: UUID,
    text: str,
    kind: str = "throughout",
    day: date | None = None,
    before: bool = False,
    rhythm: str = "",
    key: str | None = None,
) -> UUID:
    """The new duty stands at the end of the plan and is given to nobody yet; its uuid.

    Refuses `plan.item_text`, and `plan.item_twice` where the plan holds an own duty of these words already.
    """
    require(actor, Act.DRAFT_PLAN)

    def work() -> Done:
        version = find.draft(actor, plan_uuid)
        words = nfc(squash(text))
        if not words:
            raise Refusal("plan.item_text", "text")
        if version.plan.items.filter(duty=None, withdrawn_in=None, text=words).exists():
            raise Refusal("plan.item_twice", "text")
        item = drafting.add_item(version, text=words, due=typed_due(kind, day, before=before, rhythm=rhythm))
        return Done("plan_item", item.uuid, {"plan": version.plan.uuid})

    return perform(actor=actor, act="plan.add_item", at=at, work=work, key=key)
