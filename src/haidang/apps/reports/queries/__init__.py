"""Reading reports. Each reads what the viewer may see and returns frozen rows; what may not be seen is `not_found`."""

from haidang.apps.reports.queries.desk import DueReport, ReportsDesk, RequestCounts, desk

__all__ = ["DueReport", "ReportsDesk", "RequestCounts", "desk"]
