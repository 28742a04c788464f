"""The collecting agency sets which days a report counts: from a day to the cut-off (thời điểm chốt số liệu)."""

from datetime import date, datetime
from uuid import UUID

from haidang.apps.reports import rights
from haidang.apps.reports.services import requests
from haidang.domain.access.viewer import Viewer
from haidang.flows.acting import Done, perform


def set_report_window(
    *,
    actor: Viewer,
    at: datetime,
    request_uuid: UUID,
    starts: date | None,
    cutoff: date | None,
    key: str | None = None,
) -> UUID:
    """Set the window typed by a person, either end open when None; versions already sent keep their figures.

    Raises `window.reversed` when the cut-off lies before the start.
    """

    def work() -> Done:
        request = rights.request(actor, request_uuid)
        requests.set_window(request, starts=starts, cutoff=cutoff)
        return Done("report_request", request.uuid, {"starts": str(starts or ""), "cutoff": str(cutoff or "")})

    return perform(actor=actor, act="report.set_window", at=at, work=work, key=key)
