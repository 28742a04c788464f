"""Sign an approved plan: from one's own post, or by a scan of the signed paper of somebody who signs by hand."""

from datetime import date, datetime
from uuid import UUID

from haidang.apps.plans import rights
from haidang.apps.plans.models import Plan, PlanVersion
from haidang.apps.plans.services import find, issuing
from haidang.domain.access.viewer import Act, Viewer, may, require
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import Done, perform
from haidang.flows.attaching import Attachment, keep


def sign_plan(*, actor: Viewer, at: datetime, plan_uuid: UUID, key: str | None = None) -> UUID:
    """Sign from the actor's post, by the authority of that post; the plan's uuid.

    Refuses `plan.not_approved`, and `plan.signer` unless the post is a leader's in the issuing agency.
    """
    require(actor, Act.SIGN)

    def work() -> Done:
        plan, version = _approved(actor, plan_uuid)
        if not rights.signs(actor, plan):
            raise Refusal("plan.signer")
        post = find.post(actor)
        issuing.sign(version, person=find.user(actor), post=post, scan=None, at=at)
        return Done("plan", plan.uuid, {"version": version.number, "post": post.uuid})

    return perform(actor=actor, act="plan.sign", at=at, work=work, key=key)


def record_signature(
    *,
    actor: Viewer,
    at: datetime,
    today: date,
    plan_uuid: UUID,
    post_uuid: UUID,
    scan: Attachment,
    key: str | None = None,
) -> UUID:
    """Take down that the paper was signed from a post, with the scan that shows it; the plan's uuid.

    For the records clerk or the drafting agency. Refuses `plan.not_approved` and `plan.signer`.
    """
    if not (may(actor, Act.NUMBER) or may(actor, Act.DRAFT_PLAN)):
        raise Refusal("not_allowed")

    def work() -> Done:
        plan, version = _approved(actor, plan_uuid)
        if not (rights.numbers(actor, plan) or rights.drafts(actor, plan)):
            raise Refusal("not_allowed")
        post = find.signing_post(plan, post_uuid)
        file = keep(actor, scan, at=at, field="scan")
        issuing.sign(version, person=find.holder(post, today), post=post, scan=file, at=at)
        return Done("plan", plan.uuid, {"version": version.number, "post": post.uuid, "scan": file.uuid})

    return perform(actor=actor, act="plan.record_signature", at=at, work=work, key=key)


def _approved(actor: Viewer, plan_uuid: UUID) -> tuple[Plan, PlanVersion]:
    plan = find.plan(actor, plan_uuid)
    version = find.newest(plan)
    if version.state != PlanVersion.State.APPROVED:
        raise Refusal("plan.not_approved")
    return plan, version
