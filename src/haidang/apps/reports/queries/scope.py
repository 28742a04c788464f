"""Which rows a viewer may see: an agency its own reports, a collector those sent to it, an overseer all below."""

from typing import Any, TypeVar

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from haidang.apps.people.reach import reached, seat
from haidang.apps.reports.models import Consolidation, Obligation, Report, Request
from haidang.domain.access.deciding import shows
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal

Row = TypeVar("Row")
SENT = (Report.State.SUBMITTED, Report.State.ACCEPTED)


def requests(viewer: Viewer) -> QuerySet[Request]:
    """Open requests of which the viewer sees at least one obligation, or the whole."""
    mine = obligations(viewer).filter(request=OuterRef("pk"))
    return _open(viewer).filter(Exists(mine) | _whole(viewer))


def whole_requests(viewer: Viewer) -> QuerySet[Request]:
    """Open requests that the viewer sees as their collector does: who reported, who did not, the sums."""
    return _open(viewer).filter(_whole(viewer))


def obligations(viewer: Viewer) -> QuerySet[Obligation]:
    """Obligations of open requests: the viewer's own agency's, those below its unit, and those of requests that
    the viewer sees as a whole."""
    seen = reached(viewer, "agency") | reached(viewer, "request__collector")
    return Obligation.objects.filter(seen, province_id=viewer.province_id, request__opened_at__isnull=False)


def reports(viewer: Viewer) -> QuerySet[Report]:
    """Report versions of visible obligations; a draft only to those who write it, since it is nobody's word yet."""
    writers = Q(obligation__agency_id=viewer.agency_id) | Q(entered_for=True)
    visible = Report.objects.filter(
        province_id=viewer.province_id, obligation__in=obligations(viewer).order_by().values("pk")
    )
    return visible.filter(~Q(state=Report.State.DRAFT) | writers)


def consolidations(viewer: Viewer) -> QuerySet[Consolidation]:
    """Consolidated reports of requests seen as a whole."""
    return Consolidation.objects.filter(
        province_id=viewer.province_id, request__in=whole_requests(viewer).order_by().values("pk")
    )


def sees_whole(viewer: Viewer, request: Request) -> bool:
    """Whether the viewer sees this request as its collector does; `collector.unit` should be loaded."""
    return shows(viewer, seat(request.collector))


def latest_state() -> Subquery:
    """The state of an obligation's newest version."""
    newest = Report.objects.filter(obligation=OuterRef("pk")).order_by("-number")
    return Subquery(newest.values("state")[:1])


def has(*states: str) -> Exists:
    """Whether an obligation has a version in one of these states."""
    return Exists(Report.objects.filter(obligation=OuterRef("pk"), state__in=states))


def count(rows: QuerySet[Any], path: str) -> Coalesce:
    """How many of these rows belong to the outer request, which they reach by `path`."""
    own = rows.filter(**{path: OuterRef("pk")}).order_by().values(path)
    return Coalesce(Subquery(own.annotate(n=Count("pk")).values("n")), 0)


def count_reporting(rows: QuerySet[Report]) -> Coalesce:
    """How many agencies have one of these report versions for the outer request."""
    own = rows.filter(obligation__request=OuterRef("pk")).order_by().values("obligation__request")
    return Coalesce(Subquery(own.annotate(n=Count("obligation", distinct=True)).values("n")), 0)


def one(found: Row | None) -> Row:
    """The row, or `not_found`: what may not be seen looks like what is not there."""
    if found is None:
        raise Refusal("not_found")
    return found


def _open(viewer: Viewer) -> QuerySet[Request]:
    return Request.objects.filter(province_id=viewer.province_id, opened_at__isnull=False)


def _whole(viewer: Viewer) -> Q:
    return reached(viewer, "collector")
