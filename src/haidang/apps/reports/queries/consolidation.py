"""A consolidated report, and each of its totals taken apart."""

from uuid import UUID

from django.db.models import F

from haidang.apps.files import services as files
from haidang.apps.reports import rights
from haidang.apps.reports.models import Cell, Consolidation, Report
from haidang.apps.reports.queries import scope
from haidang.apps.reports.queries.request import accepted_now
from haidang.apps.reports.queries.rows import (
    PAGE_SIZE,
    ConsolidationPage,
    Download,
    FigurePage,
    FigureRow,
    Page,
    ReporterRow,
    ShareRow,
)
from haidang.apps.reports.services.consolidations import amount_of
from haidang.domain.access.viewer import Act, Viewer, may
from haidang.domain.indicators import catalogue
from haidang.domain.indicators.amounts import MISSING
from haidang.domain.terms.refusal import Refusal


def consolidation_page(viewer: Viewer, uuid: UUID) -> ConsolidationPage:
    """A consolidated report in view, its frozen totals beside what the accepted reports add up to now."""
    found = scope.consolidations(viewer).select_related("request", "issuer__unit", "made_by", "signed_by")
    made = scope.one(found.filter(uuid=uuid).first())
    state = Consolidation.State
    return ConsolidationPage(
        uuid=made.uuid,
        number=made.number,
        state=made.state,
        title=made.request.title,
        request_uuid=made.request.uuid,
        issuer_name=made.issuer.name,
        closed_on=made.closed_on,
        made_at=made.made_at,
        made_by=made.made_by.full_name,
        signed_at=made.signed_at,
        signed_by=made.signed_by.full_name if made.signed_by else "",
        symbol=made.symbol,
        issued_number=made.issued_number,
        issued_on=made.issued_on,
        summary=made.summary,
        difficulties=made.difficulties,
        proposals=made.proposals,
        figures=_figures(made),
        reporters=tuple(ReporterRow(row["name"], row["state"], row.get("source", "")) for row in made.reporters),
        has_document=made.document_id is not None,
        may_sign=may(viewer, Act.SIGN)
        and made.state == state.FROZEN
        and made.issuer_id == viewer.agency_id
        and made.made_by.uuid != viewer.user_uuid,
        may_issue=may(viewer, Act.NUMBER) and made.state == state.SIGNED and made.issuer.unit.path == viewer.unit_path,
    )


def figure_page(viewer: Viewer, uuid: UUID, code: str, *, page: int = 1) -> FigurePage:
    """One frozen total by agency and report version."""
    made = rights.consolidation(viewer, uuid)
    figure = made.figures.filter(indicator=code).first()
    if figure is None:
        raise Refusal("not_found")
    cells = (
        Cell.objects.filter(report__in=made.inputs.values("report"), indicator=code)
        .select_related("report__obligation__agency")
        .order_by(
            F("value").desc(nulls_last=True), "report__obligation__agency__order", "report__obligation__agency__name"
        )
    )
    total = cells.count()
    pages = max(1, -(-total // PAGE_SIZE))
    number = min(max(1, page), pages)
    rows = tuple(_share(cell) for cell in cells[(number - 1) * PAGE_SIZE : number * PAGE_SIZE])
    return FigurePage(
        consolidation_uuid=made.uuid,
        title=made.request.title,
        number=made.number,
        indicator=catalogue.indicator(code),
        frozen=amount_of(figure.value, figure.emptiness),
        counted=figure.counted,
        shares=Page(rows, total, number, pages),
    )


def document(viewer: Viewer, uuid: UUID) -> Download:
    """The DOCX of a consolidated report as it stands."""
    made = scope.one(scope.consolidations(viewer).select_related("document").filter(uuid=uuid).first())
    file = scope.one(made.document)
    return Download(file.label, file.media_type, files.content(file.uuid))


def _figures(made: Consolidation) -> tuple[FigureRow, ...]:
    kept = {figure.indicator: figure for figure in made.figures.all()}
    now = accepted_now(made.request)
    return tuple(
        FigureRow(
            indicator=catalogue.indicator(code),
            frozen=amount_of(kept[code].value, kept[code].emptiness),
            counted=kept[code].counted,
            now=now.get(code, (MISSING, 0))[0],
        )
        for code in catalogue.form(made.request.form).codes
        if code in kept
    )


def _share(cell: Cell) -> ShareRow:
    report = cell.report
    return ShareRow(
        report_uuid=report.uuid,
        agency_name=report.obligation.agency.name,
        version=report.number,
        amount=amount_of(cell.value, cell.emptiness),
        computed=cell.computed,
        entered_for=report.entered_for,
        superseded=report.state == Report.State.SUPERSEDED,
    )
