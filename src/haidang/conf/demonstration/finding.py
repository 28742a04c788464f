"""Looking up what earlier scenes made: tasks by their words, obligations by agency and turn, the open revision."""

from uuid import UUID

from haidang.apps.directives import queries as directives
from haidang.apps.plans.models import Task
from haidang.apps.reports.models import Obligation, Report, Request
from haidang.domain.access.viewer import Viewer


def revision(viewer: Viewer, directive_uuid: UUID) -> int:
    """The revision of a directive that a correction builds on."""
    return directives.view(viewer, directive_uuid).revision


def duties(viewer: Viewer, directive_uuid: UUID) -> tuple[directives.DutyRow, ...]:
    """The duties of a directive that stand."""
    return tuple(row for row in directives.duties(viewer, directive_uuid) if not row.deleted)


def duty(viewer: Viewer, directive_uuid: UUID, words: str) -> directives.DutyRow:
    """The one duty of a directive whose text holds the words."""
    (found,) = (row for row in duties(viewer, directive_uuid) if words in row.text)
    return found


def task(plan_uuid: UUID, lead_id: int, words: str) -> UUID:
    """The one task of a plan that this agency leads and whose text holds the words."""
    return Task.objects.get(plan__uuid=plan_uuid, lead=lead_id, item__text__contains=words).uuid


def request(plan_uuid: UUID, turn: int) -> UUID:
    """The plan's report request that is due first (1), second (2) and so on."""
    return Request.objects.filter(origin_uuid=plan_uuid).order_by("due_last_day", "pk")[turn - 1].uuid


def obligation(plan_uuid: UUID, turn: int, agency_id: int) -> UUID:
    """What this agency owes on that request."""
    return Obligation.objects.get(request__uuid=request(plan_uuid, turn), agency=agency_id).uuid


def newest_report(plan_uuid: UUID, turn: int, agency_id: int) -> Report:
    """The newest version this agency has on that request."""
    owed = obligation(plan_uuid, turn, agency_id)
    return Report.objects.filter(obligation__uuid=owed).select_related("obligation__request").latest("number")
