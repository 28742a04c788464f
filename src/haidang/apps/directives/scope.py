"""Which directives a person may see, and which of them that person may work on."""

from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from haidang.apps.directives.models import Directive, Distribution
from haidang.apps.people.reach import reached
from haidang.domain.access.relation import Tie
from haidang.domain.access.viewer import Act, Viewer, may
from haidang.domain.terms.refusal import Refusal


def visible(viewer: Viewer) -> QuerySet[Directive]:
    """What the viewer's agency registered or was sent; whoever looks after a unit also sees what lies below it."""
    own = reached(viewer, "agency")
    sent = reached(viewer, "agency", tie=Tie.HANDLING)
    to_viewer = Distribution.objects.filter(sent, province_id=viewer.province_id, directive=OuterRef("pk"))
    return Directive.objects.filter(own | Exists(to_viewer), province_id=viewer.province_id)


def find(viewer: Viewer, uuid: UUID) -> Directive:
    """The directive, or Refusal `not_found` exactly as if it did not exist."""
    found = visible(viewer).select_related("agency__unit", "confirmed_by").defer("folded").filter(uuid=uuid).first()
    if found is None:
        raise Refusal("not_found")
    return found


def works_on(viewer: Viewer, directive: Directive) -> bool:
    """Whether the person may correct and confirm its duties: an officer of the unit whose agency registered it."""
    return may(viewer, Act.EDIT_DUTIES) and directive.agency.unit.path == viewer.unit_path
