"""Take a duty out of a plan with the version in draft, or put it back before that version is issued."""

from datetime import datetime
from uuid import UUID

from haidang.apps.plans.services import drafting, find
from haidang.domain.access.viewer import Act, Viewer, require
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import Done, perform


def withdraw_item(*, actor: Viewer, at: datetime, item_uuid: UUID, key: str | None = None) -> UUID:
    """The duty ends when the version is issued; one typed into this very version is removed. The plan's uuid."""
    require(actor, Act.DRAFT_PLAN)

    def work() -> Done:
        version, item = find.item(actor, item_uuid)
        if item.withdrawn_in_id is not None:
            raise Refusal("plan.item_withdrawn")
        removed = drafting.withdraw(item, version)
        return Done("plan", version.plan.uuid, {"item": item_uuid, "removed": removed})

    return perform(actor=actor, act="plan.withdraw_item", at=at, work=work, key=key)


def restore_item(*, actor: Viewer, at: datetime, item_uuid: UUID, key: str | None = None) -> UUID:
    """Undo a withdrawal of the version in draft; the plan's uuid."""
    require(actor, Act.DRAFT_PLAN)

    def work() -> Done:
        version, item = find.item(actor, item_uuid)
        if item.withdrawn_in_id != version.pk:
            raise Refusal("plan.item_not_withdrawn")
        drafting.restore(item)
        return Done("plan", version.plan.uuid, {"item": item_uuid})

    return perform(actor=actor, act="plan.restore_item", at=at, work=work, key=key)
