"""The agencies of the province."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from haidang.apps.people import queries
from haidang.domain.access.viewer import Act, may
from haidang.domain.terms.text import fold
from haidang.sites.office.directory.words import KINDS


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    """Everyone with a post may know which agencies there are and what they are called in the system."""
    sought = request.GET.get("tim", "").strip()[:200]
    agencies = queries.agencies(request.viewer, request.today)
    wanted = fold(sought).split()
    found = [
        (agency, KINDS.get(agency.kind, agency.kind))
        for agency in agencies
        if all(word in fold(f"{agency.name} {agency.unit_name}") for word in wanted)
    ]
    values = {"found": found, "sought": sought, "total": len(agencies)}
    values["administers"] = may(request.viewer, Act.ADMINISTER)
    return render(request, "office/directory/directory.html", values)
