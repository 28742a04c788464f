"""What a viewer may do to a plan or a task that is in view."""

from haidang.apps.people.reach import seat
from haidang.apps.plans.models import Approval, Plan, PlanVersion, Task
from haidang.domain.access.relation import OVERSEEN, nearness
from haidang.domain.access.viewer import Act, Viewer, may


def drafts(viewer: Viewer, plan: Plan) -> bool:
    """Drafting belongs to the agency that made the plan."""
    return may(viewer, Act.DRAFT_PLAN) and plan.agency_id == viewer.agency_id


def reviews(viewer: Viewer, approval: Approval) -> bool:
    """An approval is given from the post that was asked."""
    return may(viewer, Act.REVIEW_PLAN) and approval.post.uuid == viewer.post_uuid


def signs(viewer: Viewer, plan: Plan) -> bool:
    """A plan is signed by a leader of the agency in whose name it is issued."""
    return may(viewer, Act.SIGN) and plan.issuer_id == viewer.agency_id


def numbers(viewer: Viewer, plan: Plan) -> bool:
    """Number and date come from the records clerk of the issuer's unit."""
    return may(viewer, Act.NUMBER) and plan.issuer.unit.path == viewer.unit_path


def works(viewer: Viewer, task: Task) -> bool:
    """A task is worked on by its lead."""
    return may(viewer, Act.WORK) and task.lead_id == viewer.agency_id


def enters_for(viewer: Viewer, task: Task) -> bool:
    """The standing agency may enter what another agency of its unit, or below it, did and wrote to it on paper."""
    return may(viewer, Act.ENTER_FOR_ANOTHER) and nearness(viewer, seat(task.lead)) in OVERSEEN


def waiting_approval(version: PlanVersion) -> Approval | None:
    """The superior whose turn it is: the first of this round who has not answered."""
    if version.state != PlanVersion.State.SUBMITTED:
        return None
    waiting = [a for a in version.approvals.all() if a.round == version.round and a.state == Approval.State.WAITING]
    return min(waiting, key=lambda a: a.order, default=None)
