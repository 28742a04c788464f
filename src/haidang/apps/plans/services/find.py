"""The rows an act works on: in the viewer's view, locked until the act is done."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from haidang.apps.people import queries as people
from haidang.apps.people.models import Agency, Post, User
from haidang.apps.people.queries import in_force
from haidang.apps.plans import rights, scope
from haidang.apps.plans.models import Plan, PlanItem, PlanVersion, Progress, Task
from haidang.domain.access.viewer import Role, Viewer
from haidang.domain.terms.refusal import Refusal


def user(viewer: Viewer) -> User:
    """The acting person's account."""
    return User.objects.get(uuid=viewer.user_uuid)


def plan(viewer: Viewer, uuid: UUID) -> Plan:
    """The plan, its row locked: two acts on one plan follow one another."""
    found = (
        scope.plans(viewer)
        .select_for_update(of=("self",))
        .select_related("agency__unit", "issuer__unit__parent", "directive")
        .filter(uuid=uuid)
        .first()
    )
    if found is None or not scope.owns(viewer, found):
        raise Refusal("not_found")
    return found


def newest(of: Plan) -> PlanVersion:
    """The version that is on its way, or the last one issued."""
    return of.versions.select_related("submitted_by", "signed_by", "signed_post").order_by("-number")[0]


def newest_of(viewer: Viewer, uuid: UUID) -> PlanVersion:
    """The newest version of a plan that is the viewer's own business, for reading."""
    found = (
        scope.plans(viewer)
        .select_related("agency__unit", "issuer__unit__parent", "directive")
        .filter(uuid=uuid)
        .first()
    )
    if found is None or not scope.owns(viewer, found):
        raise Refusal("not_found")
    version = newest(found)
    version.plan = found
    return version


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


def agencies(viewer: Viewer, uuids: Sequence[UUID], today: date, *, field: str = "") -> list[Agency]:
    """Agencies of the province in force on `today`, each once, in the order asked for. Refuses `agency.unknown`."""
    rows = Agency.objects.filter(
        in_force("valid_from", "valid_to", today), province_id=viewer.province_id, uuid__in=list(uuids)
    ).select_related("unit")
    found = {agency.uuid: agency for agency in rows}
    if not all(uuid in found for uuid in uuids):
        raise Refusal("agency.unknown", field)
    return [found[uuid] for uuid in dict.fromkeys(uuids)]


def agency(viewer: Viewer) -> Agency:
    """The agency the person acts for."""
    return Agency.objects.select_related("unit__parent").get(pk=viewer.agency_id)


def post(viewer: Viewer) -> Post:
    """The post the person acts from."""
    return Post.objects.get(uuid=viewer.post_uuid)


def superiors(viewer: Viewer, uuids: Sequence[UUID], today: date) -> list[Post]:
    """Posts that may be asked to approve, in the order given. Refuses `plan.superior` for any other."""
    allowed = {row.uuid for row in people.superiors(viewer, today)}
    if not allowed.issuperset(uuids):
        raise Refusal("plan.superior", "superiors")
    found = {post.uuid: post for post in Post.objects.filter(uuid__in=list(uuids))}
    return [found[uuid] for uuid in uuids]


def signing_post(of: Plan, uuid: UUID) -> Post:
    """A leader's post in the issuing agency. Refuses `plan.signer`."""
    found = Post.objects.filter(agency=of.issuer_id, uuid=uuid).first()
    if found is None or Role.LEADER not in found.roles:
        raise Refusal("plan.signer", "post")
    return found


def holder(of: Post, today: date) -> User | None:
    """Who holds the post today, when exactly one person does."""
    found = list(User.objects.filter(in_force("holdings__since", "holdings__until", today), holdings__post=of)[:2])
    return found[0] if len(found) == 1 else None


def leads_already(of: PlanItem, agency: Agency) -> bool:
    """Whether the agency has a running task of this duty."""
    ended = (Task.State.REASSIGNED, Task.State.WITHDRAWN)
    return of.tasks.filter(lead=agency).exclude(state__in=ended).exists()
