"""What a viewer may see of plans and tasks, as conditions on rows: visibility stands in the query, nowhere else."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from haidang.apps.people.reach import reached, seat
from haidang.apps.plans.models import Cooperation, Plan, Task
from haidang.domain.access.deciding import shows
from haidang.domain.access.relation import Tie
from haidang.domain.access.viewer import Viewer

# A task in a plan that is not issued is the drafting agency's own business.
GIVEN = (Task.State.OPEN, Task.State.DONE, Task.State.REASSIGNED, Task.State.WITHDRAWN)


def tasks(viewer: Viewer) -> QuerySet[Task]:
    """Tasks the viewer may see: led or helped by an agency in view, or given by a plan of one."""
    helped = Cooperation.objects.filter(
        reached(viewer, "agency", tie=Tie.COOPERATING), province_id=viewer.province_id, task=OuterRef("pk")
    )
    return Task.objects.filter(province_id=viewer.province_id).filter(
        reached(viewer, "plan__agency")
        | reached(viewer, "plan__issuer")
        | (Q(state__in=GIVEN) & (reached(viewer, "lead", tie=Tie.ASSIGNED) | Exists(helped)))
    )


def plans(viewer: Viewer) -> QuerySet[Plan]:
    """Plans the viewer may see: its own business, or issued and laying a task on an agency in view."""
    led = Task.objects.filter(
        reached(viewer, "lead", tie=Tie.ASSIGNED), province_id=viewer.province_id, plan=OuterRef("pk"), state__in=GIVEN
    )
    helped = Cooperation.objects.filter(
        reached(viewer, "agency", tie=Tie.COOPERATING),
        province_id=viewer.province_id,
        task__plan=OuterRef("pk"),
        task__state__in=GIVEN,
    )
    return Plan.objects.filter(province_id=viewer.province_id).filter(
        reached(viewer, "agency") | reached(viewer, "issuer") | Exists(led) | Exists(helped)
    )


def owns(viewer: Viewer, plan: Plan) -> bool:
    """Whether the plan in its drafts is this viewer's business (and not only the tasks it gave)."""
    return any(shows(viewer, seat(agency)) for agency in (plan.agency, plan.issuer))
