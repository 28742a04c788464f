"""One report version, its cells, and where a figure of it comes from."""

from uuid import UUID

from haidang.apps.files import services as files
from haidang.apps.reports import rights
from haidang.apps.reports.models import Cell, Report
from haidang.apps.reports.queries import lists, scope
from haidang.apps.reports.queries.rows import (
    PAGE_SIZE,
    CellLines,
    CellRow,
    Download,
    LineRow,
    Page,
    ReportPage,
    VersionRow,
)
from haidang.apps.reports.services.consolidations import amount_of
from haidang.domain.access.viewer import Viewer
from haidang.domain.indicators import catalogue
from haidang.domain.terms.refusal import Refusal


def report_page(viewer: Viewer, uuid: UUID) -> ReportPage:
    """A version in view."""
    found = scope.reports(viewer).select_related(
        "obligation__request__collector__unit",
        "obligation__agency__unit",
        "entered_by",
        "submitted_by",
        "reviewed_by",
    )
    report = scope.one(found.filter(uuid=uuid).first())
    obligation, request = report.obligation, report.obligation.request
    versions = list(scope.reports(viewer).filter(obligation=obligation).order_by("number"))
    before = next((v for v in reversed(versions) if v.number < report.number and v.submitted_at), None)
    returned = before if before and before.state == Report.State.RETURNED else None
    writes, reviews = rights.writes(viewer, report), rights.reviews(viewer, request)
    return ReportPage(
        uuid=report.uuid,
        number=report.number,
        state=report.state,
        nil=report.nil,
        obligation_uuid=obligation.uuid,
        request_uuid=request.uuid,
        title=request.title,
        form_code=request.form,
        agency_name=obligation.agency.name,
        collector_name=request.collector.name,
        due_text=lists.due_text(request),
        due_last_day=request.due_last_day,
        courtesy=obligation.agency.courtesy,
        starts=request.starts,
        cutoff=request.cutoff,
        narrative=report.narrative,
        difficulties=report.difficulties,
        proposals=report.proposals,
        correction_reason=report.correction_reason,
        entered_for=report.entered_for,
        source_document=report.source_document,
        source_date=report.source_date,
        arrived_on=report.arrived_on,
        has_scan=report.source_file_id is not None,
        entered_by=report.entered_by.full_name,
        submitted_by=report.submitted_by.full_name if report.submitted_by else "",
        submitted_at=report.submitted_at,
        reviewed_by=report.reviewed_by.full_name if report.reviewed_by else "",
        reviewed_at=report.reviewed_at,
        review_note=report.review_note,
        cells=_cells(report),
        versions=tuple(_version(version) for version in versions),
        returned_note=returned.review_note if returned else "",
        returned_notes=_return_notes(returned),
        may_write=writes and report.state == Report.State.DRAFT,
        may_review=reviews and report.state == Report.State.SUBMITTED and not rights.wrote(viewer, report),
        own_hand=reviews and report.state == Report.State.SUBMITTED and rights.wrote(viewer, report),
        may_correct=writes and report.state == Report.State.ACCEPTED and _newest(versions) == report.uuid,
    )


def cell_lines(viewer: Viewer, uuid: UUID, code: str, *, page: int = 1) -> CellLines:
    """The lines of one figure of a version that was sent."""
    report = rights.report(viewer, uuid)
    indicator = catalogue.indicator(code) if code in catalogue.form(report.obligation.request.form).codes else None
    cell = report.cells.filter(indicator=code).first()
    if indicator is None or cell is None or report.submitted_at is None:
        raise Refusal("not_found")
    lines = cell.lines.order_by("pk")
    total = lines.count()
    pages = max(1, -(-total // PAGE_SIZE))
    number = min(max(1, page), pages)
    rows = tuple(
        LineRow(line.value, line.result_uuid is not None, line.task_uuid)
        for line in lines[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    )
    return CellLines(
        report_uuid=report.uuid,
        report_number=report.number,
        title=report.obligation.request.title,
        agency_name=report.obligation.agency.name,
        entered_for=report.entered_for,
        source_document=report.source_document,
        cell=_cell(cell),
        lines=Page(rows, total, number, pages),
    )


def scan(viewer: Viewer, uuid: UUID) -> Download:
    """The scan of the paper that a report was entered from."""
    report = scope.one(scope.reports(viewer).select_related("source_file").filter(uuid=uuid).first())
    file = scope.one(report.source_file)
    return Download(file.label, file.media_type, files.content(file.uuid))


def _cells(report: Report) -> tuple[CellRow, ...]:
    """The cells in the order of the form; a draft's stand in its own table."""
    if report.submitted_at is None:
        return ()
    kept = {cell.indicator: cell for cell in report.cells.all()}
    return tuple(_cell(kept[code]) for code in catalogue.form(report.obligation.request.form).codes if code in kept)


def _cell(cell: Cell) -> CellRow:
    return CellRow(
        indicator=catalogue.indicator(cell.indicator),
        amount=amount_of(cell.value, cell.emptiness),
        computed=cell.computed,
        note=cell.note,
        return_note=cell.return_note,
    )


def _version(version: Report) -> VersionRow:
    return VersionRow(
        uuid=version.uuid,
        number=version.number,
        state=version.state,
        submitted_at=version.submitted_at,
        reviewed_at=version.reviewed_at,
        review_note=version.review_note,
        correction_reason=version.correction_reason,
    )


def _return_notes(returned: Report | None) -> dict[str, str]:
    if returned is None:
        return {}
    return dict(returned.cells.exclude(return_note="").values_list("indicator", "return_note"))


def _newest(versions: list[Report]) -> UUID | None:
    standing = [version.uuid for version in versions if version.state != Report.State.SUPERSEDED]
    return standing[-1] if standing else None
