"""Who may do what with a report: rows are found within the viewer's scope, then the right is asked."""

from uuid import UUID

from haidang.apps.people.reach import seat
from haidang.apps.reports.models import Consolidation, Obligation, Report, Request
from haidang.apps.reports.queries import scope
from haidang.domain.access.relation import OVERSEEN, nearness
from haidang.domain.access.viewer import Act, Viewer, may, require
from haidang.domain.terms.refusal import Refusal


def writes_own(viewer: Viewer, obligation: Obligation) -> bool:
    """The agency itself writes its report."""
    return obligation.agency_id == viewer.agency_id and may(viewer, Act.WORK)


def enters_for(viewer: Viewer, obligation: Obligation) -> bool:
    """The standing agency enters a report for another agency of its unit or below (nhập thay)."""
    return may(viewer, Act.ENTER_FOR_ANOTHER) and nearness(viewer, seat(obligation.agency)) in OVERSEEN


def writes(viewer: Viewer, report: Report) -> bool:
    """Who may change a draft: the agency its own, the standing agency what it enters for another."""
    own = writes_own(viewer, report.obligation)
    return enters_for(viewer, report.obligation) if report.entered_for else own


def reviews(viewer: Viewer, request: Request) -> bool:
    """The standing agency accepts, returns and consolidates what its unit collects."""
    return may(viewer, Act.REVIEW_REPORT) and scope.sees_whole(viewer, request)


def wrote(viewer: Viewer, report: Report) -> bool:
    """Whether the person had a hand in this version: nobody accepts their own."""
    return viewer.user_uuid in {
        report.entered_by.uuid,
        report.submitted_by.uuid if report.submitted_by else None,
    }


def obligation(viewer: Viewer, uuid: UUID) -> Obligation:
    """An obligation in view, with its request and agency."""
    found = scope.obligations(viewer).select_related("request__collector__unit", "agency__unit").filter(uuid=uuid)
    return scope.one(found.first())


def report(viewer: Viewer, uuid: UUID) -> Report:
    """A report version in view, with its obligation, request, agency and people."""
    found = scope.reports(viewer).select_related(
        "obligation__request__collector__unit", "obligation__agency__unit", "entered_by", "submitted_by"
    )
    return scope.one(found.filter(uuid=uuid).first())


def writable(viewer: Viewer, uuid: UUID) -> Report:
    """A draft that the viewer may change; `not_allowed` otherwise, `report.closed` for a version that was sent."""
    found = report(viewer, uuid)
    if not writes(viewer, found):
        raise Refusal("not_allowed")
    if found.state != Report.State.DRAFT:
        raise Refusal("report.closed")
    return found


def request(viewer: Viewer, uuid: UUID) -> Request:
    """A request that the viewer collects and may consolidate."""
    require(viewer, Act.CONSOLIDATE)
    found = scope.whole_requests(viewer).select_related("collector__unit").filter(uuid=uuid)
    return scope.one(found.first())


def consolidation(viewer: Viewer, uuid: UUID) -> Consolidation:
    """A consolidated report in view."""
    found = scope.consolidations(viewer).select_related("request__collector__unit", "issuer__unit")
    return scope.one(found.filter(uuid=uuid).first())
