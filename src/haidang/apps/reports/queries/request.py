"""One request: who reported and who did not, and the two sums."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from haidang.apps.reports import rights
from haidang.apps.reports.models import Cell, Report, Request
from haidang.apps.reports.queries import lists, scope
from haidang.apps.reports.queries.rows import Assembled, ConsolidationRow, RequestPage, SumRow
from haidang.apps.reports.services.consolidations import digest_of
from haidang.domain.access.viewer import Viewer
from haidang.domain.indicators import catalogue
from haidang.domain.indicators.amounts import MISSING, NIL, NOT_OURS, Amount


def request_page(viewer: Viewer, uuid: UUID, *, today: date, page: int = 1) -> RequestPage:
    """A request in view, with one page of its obligations in view."""
    found = scope.requests(viewer).select_related("collector__unit").filter(uuid=uuid)
    request = scope.one(found.first())
    whole = scope.sees_whole(viewer, request)
    reports = Report.objects.filter(obligation__request=request)
    counts = reports.aggregate(
        sent=Count("obligation", distinct=True, filter=Q(state__in=scope.SENT)),
        accepted=Count("obligation", distinct=True, filter=Q(state=Report.State.ACCEPTED)),
    )
    return RequestPage(
        uuid=request.uuid,
        title=request.title,
        plan_uuid=request.origin_uuid,
        addressee=request.addressee,
        collector_name=request.collector.name,
        due_text=lists.due_text(request),
        due_last_day=request.due_last_day,
        starts=request.starts,
        cutoff=request.cutoff,
        form_name=catalogue.form(request.form).name,
        whole=whole,
        may_consolidate=whole and rights.reviews(viewer, request),
        owed=request.obligations.count() if whole else 0,
        sent=counts["sent"] if whole else 0,
        accepted=counts["accepted"] if whole else 0,
        rows=lists.of_request(viewer, request, today=today, page=page),
        sums=_sums(request) if whole else (),
        consolidations=_consolidations(request) if whole else (),
    )


def assembled(viewer: Viewer, uuid: UUID) -> Assembled:
    """The accepted reports' words put together by agency, for the person who consolidates to edit."""
    request = rights.request(viewer, uuid)
    owed = request.obligations.annotate(
        sent=scope.has(*scope.SENT), accepted=scope.has(Report.State.ACCEPTED)
    ).select_related("agency")
    accepted = list(
        Report.objects.filter(obligation__request=request, state=Report.State.ACCEPTED)
        .select_related("obligation__agency")
        .order_by("obligation__agency__order", "obligation__agency__name")
    )
    rows = list(owed.order_by("agency__order", "agency__name"))
    return Assembled(
        title=request.title,
        request_uuid=request.uuid,
        collector_uuid=request.collector.uuid,
        summary=_by_agency(accepted, "narrative"),
        difficulties=_by_agency(accepted, "difficulties"),
        proposals=_by_agency(accepted, "proposals"),
        symbol=f"BC-{request.collector.symbol}" if request.collector.symbol else "BC",
        seen=digest_of(report.uuid for report in accepted),
        silent=tuple(row.agency.name for row in rows if not row.sent),
        waiting=tuple(row.agency.name for row in rows if row.sent and not row.accepted),
    )


def accepted_now(request: Request) -> dict[str, tuple[Amount, int]]:
    """What the accepted reports of a request add up to now, with how many gave a number; one query."""
    return _totals(Cell.objects.filter(report__obligation__request=request, report__state=Report.State.ACCEPTED))


def _sums(request: Request) -> tuple[SumRow, ...]:
    """Both sums, each a query; a version that waits stands for the accepted one it corrects in what was sent."""
    waits = Report.objects.filter(obligation=OuterRef("report__obligation"), state=Report.State.SUBMITTED)
    cells = Cell.objects.filter(report__obligation__request=request)
    sent = _totals(
        cells.filter(
            Q(report__state=Report.State.SUBMITTED) | (Q(report__state=Report.State.ACCEPTED) & ~Exists(waits))
        )
    )
    accepted = accepted_now(request)
    nothing = (MISSING, 0)
    return tuple(
        SumRow(
            indicator=indicator,
            sent=sent.get(indicator.code, nothing)[0],
            accepted=accepted.get(indicator.code, nothing)[0],
            counted=accepted.get(indicator.code, nothing)[1],
        )
        for indicator in catalogue.form(request.form).indicators
    )


def _totals(cells: QuerySet[Cell]) -> dict[str, tuple[Amount, int]]:
    """Totals by indicator, as `amounts.total` would add them one by one."""
    rows = (
        cells.order_by()
        .values("indicator")
        .annotate(
            total=Sum("value"),
            counted=Count("value"),
            missing=Count("pk", filter=Q(emptiness="missing")),
            nil=Count("pk", filter=Q(emptiness="nil")),
        )
    )
    return {row["indicator"]: (_amount(row), row["counted"]) for row in rows}


def _amount(row: Mapping[str, Any]) -> Amount:
    if row["counted"]:
        return Amount(row["total"])
    if row["missing"]:
        return MISSING
    return NIL if row["nil"] else NOT_OURS


def _consolidations(request: Request) -> tuple[ConsolidationRow, ...]:
    return tuple(
        ConsolidationRow(c.uuid, c.number, c.state, c.made_at, c.symbol, c.issued_number, c.issued_on)
        for c in request.consolidations.order_by("-number")[:20]
    )


def _by_agency(reports: Iterable[Report], field: str) -> str:
    """One line an agency: its name, a colon, its words in one line."""
    said = ((report.obligation.agency.name, " ".join(getattr(report, field).split())) for report in reports)
    return "\n".join(f"{name}: {words}" for name, words in said if words)
