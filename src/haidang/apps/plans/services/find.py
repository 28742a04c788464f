"""The rows an act works on: in the viewer's view, locked until the act is done."""

from uuid import UUID

from haidang.apps.people.models import User
from haidang.apps.plans import rights, scope
from haidang.apps.plans.models import Plan, PlanItem, PlanVersion, Progress, Task
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal


def user(viewer: Viewer) -> User:
    """The acting person's account."""
    return User.objects.get(uuid=viewer.user_uuid)


def plan(viewer: Viewer, uuid: UUID) -> Plan:
    """The plan, its row locked: two acts on one plan follow one another."""
    found = (
        scope.plans(viewer)
        .select_for_update(of=("self",))
        .select_related("agency__unit", "issuer__unit", "directive")
        .filter(uuid=uuid)
        .first()
    )
    if found is None or not scope.owns(viewer, found):
        raise Refusal("not_found")
    return found


def newest(of: Plan) -> PlanVersion:
    """The version that is on its way, or the last one issued."""
    return of.versions.select_related("submitted_by", "signed_by", "signed_post").order_by("-number")[0]


def draft(viewer: Viewer, plan_uuid: UUID) -> PlanVersion:
    """The plan's version in draft, for the agency that drafts it. Refuses `plan.not_draft` once it was submitted."""
    found = plan(viewer, plan_uuid)
    if not rights.drafts(viewer, found):
        raise Refusal("not_allowed")
    version = newest(found)
    if version.state != PlanVersion.State.DRAFT:
        raise Refusal("plan.not_draft")
    version.plan = found
    return version


def item(viewer: Viewer, uuid: UUID) -> tuple[PlanVersion, PlanItem]:
    """A duty of a plan in draft, not withdrawn."""
    found = PlanItem.objects.filter(province_id=viewer.province_id, uuid=uuid).select_related("plan").first()
    if found is None:
        raise Refusal("not_found")
    version = draft(viewer, found.plan.uuid)
    found.plan = version.plan
    return version, found


def task(viewer: Viewer, uuid: UUID) -> Task:
    """A task in view, its row locked."""
    found = (
        scope.tasks(viewer)
        .select_for_update(of=("self",))
        .select_related("plan__agency", "plan__issuer", "plan__directive", "item", "lead__unit")
        .filter(uuid=uuid)
        .first()
    )
    if found is None:
        raise Refusal("not_found")
    return found


def progress(viewer: Viewer, uuid: UUID) -> Progress:
    """An entry on a task in view, the task's row locked."""
    found = Progress.objects.filter(province_id=viewer.province_id, uuid=uuid).select_related("task").first()
    if found is None:
        raise Refusal("not_found")
    found.task = task(viewer, found.task.uuid)
    return found
