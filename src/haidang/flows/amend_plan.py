"""Amend an issued plan: the next version in draft, with duties added to the directive since; it goes the same way."""

from datetime import date, datetime
from uuid import UUID

from haidang.apps.directives import queries as directives
from haidang.apps.people import queries as people
from haidang.apps.plans import rights
from haidang.apps.plans.models import PlanVersion
from haidang.apps.plans.services import drafting, find
from haidang.domain.access.viewer import Act, Viewer, require
from haidang.domain.terms.refusal import Refusal
from haidang.domain.terms.text import nfc
from haidang.flows.acting import Done, perform
from haidang.flows.take_in_duties import ask_for_reports, take_in, unplanned


def amend_plan(
    *, actor: Viewer, at: datetime, today: date, plan_uuid: UUID, reason: str, key: str | None = None
) -> UUID:
    """Open version n + 1; the plan's uuid. The issued version stays in force, with its document, until the new one is.

    Refuses `plan.not_issued` while a version is on its way, `plan.reason_missing`.
    """
    require(actor, Act.DRAFT_PLAN)

    def work() -> Done:
        plan = find.plan(actor, plan_uuid)
        if not rights.drafts(actor, plan):
            raise Refusal("not_allowed")
        if find.newest(plan).state != PlanVersion.State.ISSUED:
            raise Refusal("plan.not_issued")
        words = nfc(reason.strip())
        if not words:
            raise Refusal("plan.reason_missing", "reason")
        version = drafting.add_version(plan, reason=words, at=at)
        version.plan = plan
        added = 0
        if plan.directive is not None:
            source = directives.confirmed(actor, plan.directive.uuid)
            new = unplanned(plan, source.duties)
            taken = take_in(version, new, people.bodies(actor, today), actor=actor, today=today, at=at)
            ask_for_reports(version, (), new, taken)
            added = len(taken)
        return Done("plan", plan.uuid, {"version": version.number, "added": added})

    return perform(actor=actor, act="plan.amend", at=at, work=work, key=key)
