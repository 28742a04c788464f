"""Writing the rows of reports: requests and obligations, report versions, consolidations. Flows call these."""

from haidang.apps.reports.services.requests import (
    change_request,
    drop_request,
    open_requests,
    propose_obligations,
    propose_request,
    proposed,
    release,
)

__all__ = [
    "change_request",
    "drop_request",
    "open_requests",
    "propose_obligations",
    "propose_request",
    "proposed",
    "release",
]
