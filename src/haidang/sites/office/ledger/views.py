"""The inspector's page over the ledger."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from haidang.apps.ledger import queries
from haidang.apps.people import queries as people
from haidang.sites.office.frame.asking import page_number
from haidang.sites.office.ledger.words import ACTS, KINDS

# Things that have a page of their own under their own uuid, open to an inspector.
_PAGES = {
    "directive": "office:directive",
    "plan": "office:plan",
    "task": "office:task",
    "report": "office:report",
    "report_request": "office:report-request",
    "consolidation": "office:consolidation",
    "opening": "office:opening",
}

# A report that is still being written is nobody's word yet: its page is its writers' alone.
_UNSENT = {"report.start", "report.save", "report.correct"}


@require_safe
def ledger(request: HttpRequest) -> HttpResponse:
    """Entries of the province, newest first, with the names looked up for showing only."""
    act = request.GET.get("viec", "")
    actor, about = _uuid(request.GET.get("nguoi", "")), _uuid(request.GET.get("doi-tuong", ""))
    page = queries.page(request.viewer, act=act, actor=actor, about=about, page=page_number(request))
    actors = people.names_of_users({row.actor_uuid for row in page.rows})
    bodies = {row.agency_uuid for row in page.rows if row.agency_uuid}
    agencies = people.names_of_agencies(request.viewer.province_id, bodies)
    rows = [
        {
            "entry": row,
            "actor": _who(row, actors),
            "agency": agencies.get(row.agency_uuid, "") if row.agency_uuid else "",
            "act": ACTS.get(row.act, row.act),
            "address": _address(row),
            "kind": KINDS.get(row.object_kind, row.object_kind),
        }
        for row in page.rows
    ]
    values = {"page": page, "rows": rows, "act": act, "acts": ACTS.items(), "actor": actor, "about": about}
    return render(
        request, "office/ledger/ledger.html", {**values, "actor_name": actors.get(actor, "") if actor else ""}
    )


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _who(row: queries.EntryRow, names: dict[UUID, str]) -> str:
    if row.by_operator:
        return _("operator of the machine")
    return _("nobody signed in") if row.by_nobody else names.get(row.actor_uuid, "")


def _address(row: queries.EntryRow) -> str:
    if row.object_uuid is None or row.object_kind not in _PAGES or row.act in _UNSENT:
        return ""
    return reverse(_PAGES[row.object_kind], kwargs={"uuid": row.object_uuid})
