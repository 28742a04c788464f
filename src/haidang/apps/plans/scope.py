"""What a viewer may see of plans and tasks, as conditions on rows: visibility stands in the query, nowhere else."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from haidang.apps.plans.models import Cooperation, Plan, Task
from haidang.domain.access.viewer import Viewer

# A task in a plan that is not issued is the drafting agency's own business.
GIVEN = (Task.State.OPEN, Task.State.DONE, Task.State.REASSIGNED, Task.State.WITHDRAWN)


def within(viewer: Viewer, agency: str) -> Q:
    """Rows whose agency (`agency` is the lookup of a foreign key) is the viewer's business: for a post that oversees a
    unit, any agency of that unit and those below it; else the viewer's own."""
    if viewer.oversees:
        # Not a range: how a database sorts "/" and what follows the last path depends on its language.
        return Q(**{f"{agency}__unit__path__startswith": viewer.unit_path})
    return Q(**{agency: viewer.agency_id})


def tasks(viewer: Viewer) -> QuerySet[Task]:
    """Tasks the viewer may see: led or helped by an agency in view, or given by a plan of one."""
    helped = Cooperation.objects.filter(within(viewer, "agency"), province_id=viewer.province_id, task=OuterRef("pk"))
    return Task.objects.filter(province_id=viewer.province_id).filter(
        within(viewer, "plan__agency")
        | within(viewer, "plan__issuer")
        | (Q(state__in=GIVEN) & (within(viewer, "lead") | Exists(helped)))
    )


def plans(viewer: Viewer) -> QuerySet[Plan]:
    """Plans the viewer may see: its own business, or issued and laying a task on an agency in view."""
    led = Task.objects.filter(
        within(viewer, "lead"), province_id=viewer.province_id, plan=OuterRef("pk"), state__in=GIVEN
    )
    helped = Cooperation.objects.filter(
        within(viewer, "agency"), province_id=viewer.province_id, task__plan=OuterRef("pk"), task__state__in=GIVEN
    )
    return Plan.objects.filter(province_id=viewer.province_id).filter(
        within(viewer, "agency") | within(viewer, "issuer") | Exists(led) | Exists(helped)
    )


def owns(viewer: Viewer, plan: Plan) -> bool:
    """Whether the plan in its drafts is this viewer's business (and not only the tasks it gave)."""
    if viewer.oversees:
        paths = (plan.agency.unit.path, plan.issuer.unit.path)
        return any(path.startswith(viewer.unit_path) for path in paths)
    return viewer.agency_id in (plan.agency_id, plan.issuer_id)
