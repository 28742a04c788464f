"""A superior approves a submitted plan or sends it back."""

from datetime import datetime
from uuid import UUID

from haidang.apps.plans import rights
from haidang.apps.plans.models import PlanVersion
from haidang.apps.plans.services import find, issuing
from haidang.domain.access.viewer import Act, Viewer, require
from haidang.domain.terms.refusal import Refusal
from haidang.domain.terms.text import nfc
from haidang.flows.acting import Done, perform


def review_plan(
    *, actor: Viewer, at: datetime, plan_uuid: UUID, approved: bool, note: str = "", key: str | None = None
) -> UUID:
    """Answer for the post whose turn it is; the plan's uuid.

    Refuses `plan.not_submitted`, `plan.not_your_turn`, `plan.own_approval` (nobody approves their own) and
    `plan.note_missing` (sent back without saying why).
    """
    require(actor, Act.REVIEW_PLAN)

    def work() -> Done:
        plan = find.plan(actor, plan_uuid)
        version = find.newest(plan)
        if version.state != PlanVersion.State.SUBMITTED:
            raise Refusal("plan.not_submitted")
        approval = rights.waiting_approval(version)
        if approval is None or not rights.reviews(actor, approval):
            raise Refusal("plan.not_your_turn")
        if version.submitted_by is not None and version.submitted_by.uuid == actor.user_uuid:
            raise Refusal("plan.own_approval")
        words = nfc(note.strip())
        if not approved and not words:
            raise Refusal("plan.note_missing", "note")
        approval.version = version
        issuing.answer(approval, approved=approved, note=words, person=find.user(actor), at=at)
        return Done("plan", plan.uuid, {"version": version.number, "approved": approved})

    return perform(actor=actor, act="plan.review", at=at, work=work, key=key)
