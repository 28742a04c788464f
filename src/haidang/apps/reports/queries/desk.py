"""What the desk says about reports: what this agency owes, what came back, what waits for the viewer."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Case, F, OuterRef, Q, Subquery, When

from haidang.apps.reports.models import Consolidation, Obligation, Report
from haidang.apps.reports.queries import scope
from haidang.domain.access.viewer import Act, Viewer, may

SOON = timedelta(days=7)
# The desk is a list of next steps, not a register: more stands on the page of reports.
LONGEST = 20


@dataclass(frozen=True, slots=True)
class DueReport:
    """A report the viewer's agency owes. `late` is never true of a courtesy body; `returned` means it came back."""

    obligation_uuid: UUID
    request_uuid: UUID
    title: str
    due_last_day: date | None
    late: bool
    returned: bool


@dataclass(frozen=True, slots=True)
class RequestCounts:
    """How far a request has come: agencies that owe, that sent (accepted ones too), that were accepted, that wait."""

    request_uuid: UUID
    title: str
    due_last_day: date | None
    owed: int
    sent: int
    accepted: int
    waiting: int

    @property
    def silent(self) -> int:
        """Agencies that have sent nothing."""
        return self.owed - self.sent


@dataclass(frozen=True, slots=True)
class ConsolidationWaiting:
    """A consolidated report that waits for the viewer: for a signature (leader) or a number (records clerk)."""

    consolidation_uuid: UUID
    title: str
    needs: str  # "signature" or "number"


@dataclass(frozen=True, slots=True)
class ReportsDesk:
    """The desk's part on reports; each list holds at most `LONGEST` rows.

    `late`, `soon` and `returned` are the agency's own (address of one: `office:report-request` with its request_uuid);
    `to_review` are requests with reports that wait for the viewer; `nearest` the request due next that the viewer
    collects, None where there is none; `consolidations` wait for the viewer's signature or number
    (`office:consolidation`).
    """

    late: tuple[DueReport, ...] = ()
    soon: tuple[DueReport, ...] = ()
    returned: tuple[DueReport, ...] = ()
    to_review: tuple[RequestCounts, ...] = ()
    nearest: RequestCounts | None = None
    consolidations: tuple[ConsolidationWaiting, ...] = ()


def desk(viewer: Viewer, today: date) -> ReportsDesk:
    """The viewer's desk on a day; two queries."""
    owed = _owed(viewer, today) if may(viewer, Act.WORK) else []
    counts, waiting = _collected(viewer, today)
    return ReportsDesk(
        late=tuple(row for row in owed if row.late and not row.returned),
        soon=tuple(row for row in owed if not row.late and not row.returned),
        returned=tuple(row for row in owed if row.returned),
        to_review=tuple(row for row in counts if row.waiting) if may(viewer, Act.REVIEW_REPORT) else (),
        nearest=_nearest(counts, today),
        consolidations=tuple(waiting),
    )


def _owed(viewer: Viewer, today: date) -> list[DueReport]:
    obligations = (
        Obligation.objects.filter(
            province_id=viewer.province_id, agency_id=viewer.agency_id, request__opened_at__isnull=False
        )
        .annotate(latest=scope.latest_state(), sent=scope.has(*scope.SENT))
        .filter(Q(latest=Report.State.RETURNED) | Q(sent=False, request__due_last_day__lte=today + SOON))
        .select_related("request", "agency")
        .order_by("request__due_last_day", "pk")[:LONGEST]
    )
    return [
        DueReport(
            obligation_uuid=row.uuid,
            request_uuid=row.request.uuid,
            title=row.request.title,
            due_last_day=row.request.due_last_day,
            late=bool(row.request.due_last_day and row.request.due_last_day < today and not row.agency.courtesy),
            returned=row.latest == Report.State.RETURNED,
        )
        for row in obligations
    ]


def _collected(viewer: Viewer, today: date) -> tuple[list[RequestCounts], list[ConsolidationWaiting]]:
    """Requests seen as a whole, those that need somebody first; one query."""
    for_me = Report.objects.filter(state=Report.State.SUBMITTED).exclude(submitted_by__uuid=viewer.user_uuid)
    paper = Consolidation.objects.filter(_needs_me(viewer), request=OuterRef("pk")).order_by("-number")
    rows = (
        scope.whole_requests(viewer)
        .annotate(
            owed=scope.count(Obligation.objects.all(), "request"),
            sent=scope.count_reporting(Report.objects.filter(state__in=scope.SENT)),
            accepted=scope.count_reporting(Report.objects.filter(state=Report.State.ACCEPTED)),
            waiting=scope.count_reporting(for_me),
            paper=Subquery(paper.values("uuid")[:1]),
            paper_state=Subquery(paper.values("state")[:1]),
        )
        .annotate(pressing=Case(When(Q(waiting__gt=0) | Q(paper__isnull=False), then=1), default=0))
        .order_by("-pressing", F("due_last_day").desc(nulls_last=True), "-pk")[:LONGEST]
    )
    counts, waiting = [], []
    for row in rows:
        counts.append(
            RequestCounts(row.uuid, row.title, row.due_last_day, row.owed, row.sent, row.accepted, row.waiting)
        )
        if row.paper:
            needs = "signature" if row.paper_state == Consolidation.State.FROZEN else "number"
            waiting.append(ConsolidationWaiting(row.paper, row.title, needs))
    return counts, waiting


def _needs_me(viewer: Viewer) -> Q:
    """Papers that the viewer's post signs (the issuer's leader) or numbers (a records clerk of the issuer's unit)."""
    found = Q(pk__in=[])
    if may(viewer, Act.SIGN):
        found |= Q(state=Consolidation.State.FROZEN, issuer_id=viewer.agency_id)
    if may(viewer, Act.NUMBER):
        found |= Q(state=Consolidation.State.SIGNED, issuer__unit__path=viewer.unit_path)
    return found


def _nearest(counts: list[RequestCounts], today: date) -> RequestCounts | None:
    """The request due next, else the one whose day passed last, else any."""
    dated = [(row.due_last_day, row) for row in counts if row.due_last_day]
    coming = [pair for pair in dated if pair[0] >= today]
    if coming:
        return min(coming, key=lambda pair: pair[0])[1]
    return max(dated, key=lambda pair: pair[0])[1] if dated else next(iter(counts), None)
