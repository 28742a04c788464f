"""Reading reports. Each reads what the viewer may see and returns frozen rows; what may not be seen is `not_found`."""

from haidang.apps.reports.queries.consolidation import consolidation_page, document, figure_page
from haidang.apps.reports.queries.desk import ConsolidationWaiting, DueReport, ReportsDesk, RequestCounts, desk
from haidang.apps.reports.queries.lists import collected, obligation, owed
from haidang.apps.reports.queries.report import cell_lines, report_page, scan
from haidang.apps.reports.queries.request import assembled, request_page
from haidang.apps.reports.queries.rows import (
    Assembled,
    CellLines,
    CellRow,
    ConsolidationPage,
    Download,
    FigurePage,
    OwedRow,
    Page,
    ReportPage,
    RequestPage,
)

__all__ = [
    "Assembled",
    "CellLines",
    "CellRow",
    "ConsolidationPage",
    "ConsolidationWaiting",
    "Download",
    "DueReport",
    "FigurePage",
    "OwedRow",
    "Page",
    "ReportPage",
    "ReportsDesk",
    "RequestCounts",
    "RequestPage",
    "assembled",
    "cell_lines",
    "collected",
    "consolidation_page",
    "desk",
    "document",
    "figure_page",
    "obligation",
    "owed",
    "report_page",
    "request_page",
    "scan",
]
