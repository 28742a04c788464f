"""Writing the rows of reports: requests and obligations, report versions, consolidations. Flows call these."""

from haidang.apps.reports.services.requests import open_requests, propose_obligations, propose_request

__all__ = ["open_requests", "propose_obligations", "propose_request"]
