"""What an agency owes, and what a collector asked for."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.utils import timezone

from haidang.apps.reports import rights
from haidang.apps.reports.models import Obligation, Report, Request
from haidang.apps.reports.queries import scope
from haidang.apps.reports.queries.desk import RequestCounts
from haidang.apps.reports.queries.rows import PAGE_SIZE, OwedRow, Page
from haidang.domain.access.viewer import Viewer
from haidang.domain.deadlines.wording import due_words

STATES = ("open", "sent", "any")


def owed(viewer: Viewer, *, today: date, state: str = "open", page: int = 1) -> Page[OwedRow]:
    """Reports of the viewer's own agency: still to be written, sent, or any; the earliest due first."""
    found = _with_state(
        Obligation.objects.filter(
            province_id=viewer.province_id, agency_id=viewer.agency_id, request__opened_at__isnull=False
        )
    )
    to_write = Q(latest=None) | Q(latest__in=(Report.State.DRAFT, Report.State.RETURNED, Report.State.SUPERSEDED))
    if state == "open":
        found = found.filter(to_write)
    elif state == "sent":
        found = found.exclude(to_write)
    return cut(found.order_by(F("request__due_last_day").asc(nulls_last=True), "pk"), viewer, today, page)


def of_request(viewer: Viewer, request: Request, *, today: date, page: int = 1) -> Page[OwedRow]:
    """The obligations of one request that the viewer may see; those that need somebody first."""
    found = _with_state(scope.obligations(viewer).filter(request=request)).annotate(
        place=Case(
            When(latest=Report.State.SUBMITTED, then=Value(0)),
            When(latest=None, then=Value(1)),
            When(latest=Report.State.ACCEPTED, then=Value(3)),
            default=Value(2),
        )
    )
    return cut(found.order_by("place", "agency__order", "agency__name"), viewer, today, page)


def obligation(viewer: Viewer, uuid: UUID, *, today: date) -> OwedRow:
    """One obligation in view."""
    return _row(scope.one(_loaded(_with_state(scope.obligations(viewer))).filter(uuid=uuid).first()), viewer, today)


def collected(viewer: Viewer, *, page: int = 1) -> Page[RequestCounts]:
    """Requests that the viewer sees as a whole, the newest due day first."""
    found = (
        scope.whole_requests(viewer)
        .annotate(
            owed=scope.count(Obligation.objects.all(), "request"),
            sent=scope.count_reporting(Report.objects.filter(state__in=scope.SENT)),
            accepted=scope.count_reporting(Report.objects.filter(state=Report.State.ACCEPTED)),
            waiting=scope.count_reporting(Report.objects.filter(state=Report.State.SUBMITTED)),
        )
        .order_by(F("due_last_day").desc(nulls_last=True), "-pk")
    )
    total, number, pages = _place(found.count(), page)
    rows = found[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    return Page(
        tuple(RequestCounts(r.uuid, r.title, r.due_last_day, r.owed, r.sent, r.accepted, r.waiting) for r in rows),
        total,
        number,
        pages,
    )


def cut(found: QuerySet[Any], viewer: Viewer, today: date, page: int) -> Page[OwedRow]:
    """One page of obligations as rows; two queries."""
    total, number, pages = _place(found.count(), page)
    rows = _loaded(found)[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    return Page(tuple(_row(row, viewer, today) for row in rows), total, number, pages)


def due_text(request: Request) -> str:
    """When the report is due as documents print it, empty where no day is set."""
    if not request.due_printed:
        return ""
    return due_words("date", request.due_printed, before=request.due_before, rhythm="") or ""


def _place(total: int, page: int) -> tuple[int, int, int]:
    pages = max(1, -(-total // PAGE_SIZE))
    return total, min(max(1, page), pages), pages


def _loaded(found: QuerySet[Any]) -> QuerySet[Any]:
    return found.select_related("request__collector__unit", "agency__unit")


def _with_state(found: QuerySet[Obligation]) -> QuerySet[Any]:
    """With the newest version that was not set aside, and whether an accepted one stands."""
    newest = Report.objects.filter(obligation=OuterRef("pk")).exclude(state=Report.State.SUPERSEDED).order_by("-number")
    # A version that a correction superseded still arrived on its day; a returned one has to come again.
    sent = (
        Report.objects.filter(obligation=OuterRef("pk"), submitted_at__isnull=False)
        .exclude(state=Report.State.RETURNED)
        .order_by("number")
    )
    return found.annotate(
        latest=Subquery(newest.values("state")[:1]),
        latest_uuid=Subquery(newest.values("uuid")[:1]),
        latest_nil=Subquery(newest.values("nil")[:1]),
        latest_entered=Subquery(newest.values("entered_for")[:1]),
        latest_by=Subquery(newest.values("submitted_by__uuid")[:1]),
        first_sent=Subquery(sent.values("submitted_at")[:1]),
        first_arrived=Subquery(sent.values("arrived_on")[:1]),
        stands=scope.has(Report.State.ACCEPTED),
    )


def _row(row: Any, viewer: Viewer, today: date) -> OwedRow:
    request, agency = row.request, row.agency
    state = row.latest or "none"
    received = row.first_arrived or (timezone.localdate(row.first_sent) if row.first_sent else None)
    timed = request.due_last_day is not None and not agency.courtesy
    visible = state != Report.State.DRAFT or row.agency_id == viewer.agency_id or bool(row.latest_entered)
    return OwedRow(
        obligation_uuid=row.uuid,
        request_uuid=request.uuid,
        title=request.title,
        agency_uuid=agency.uuid,
        agency_name=agency.name,
        courtesy=agency.courtesy,
        uses_system=agency.uses_system,
        due_text=due_text(request),
        due_last_day=request.due_last_day,
        state=state,
        correcting=row.stands and state != Report.State.ACCEPTED,
        late=timed and received is None and request.due_last_day < today,
        nil=bool(row.latest_nil),
        entered_for=bool(row.latest_entered),
        report_uuid=row.latest_uuid if visible else None,
        received_on=received,
        received_late=timed and received is not None and received > request.due_last_day,
        may_write=rights.writes_own(viewer, row),
        may_enter_for=rights.enters_for(viewer, row),
        may_review=state == Report.State.SUBMITTED
        and rights.reviews(viewer, request)
        and row.latest_by != viewer.user_uuid,
    )
