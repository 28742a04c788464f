"""Submit a plan for signature (trình ký): show it to one to three superiors, in order."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from haidang.apps.plans.services import find, issuing
from haidang.domain.access.viewer import Act, Viewer, require
from haidang.flows.acting import Done, perform


def submit_plan(
    *, actor: Viewer, at: datetime, today: date, plan_uuid: UUID, superiors: Sequence[UUID], key: str | None = None
) -> UUID:
    """Send the draft to the posts in this order; the plan's uuid.

    Refuses `plan.unowned` while a duty has neither an agency nor a declaration, `plan.empty`, `plan.superiors`,
    `plan.superior_twice`, `plan.superior`.
    """
    require(actor, Act.DRAFT_PLAN)

    def work() -> Done:
        version = find.draft(actor, plan_uuid)
        posts = find.superiors(actor, superiors, today)
        issuing.submit(version, author=find.user(actor), posts=posts, at=at)
        return Done("plan", version.plan.uuid, {"version": version.number, "superiors": len(posts)})

    return perform(actor=actor, act="plan.submit", at=at, work=work, key=key)
