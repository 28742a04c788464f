"""The agencies of the province, grouped by unit."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from haidang.apps.people import queries
from haidang.domain.terms.text import fold
from haidang.sites.office.directory.words import KINDS


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    """Everyone with a post may know which agencies there are and what they are called in the system."""
    words = request.GET.get("tim", "").strip()[:200]
    agencies = queries.agencies(request.viewer, request.today)
    wanted = fold(words)
    found = [(a, KINDS.get(a.kind, a.kind)) for a in agencies if wanted in fold(f"{a.name} {a.unit_name}")]
    # Units in the order of their first agency: the directory's own order, the province before its communes.
    order = {name: place for place, name in enumerate(dict.fromkeys(a.unit_name for a in agencies))}
    found.sort(key=lambda pair: order[pair[0].unit_name])
    units = [(name, list(rows)) for name, rows in groupby(found, key=lambda pair: pair[0].unit_name)]
    values = {"units": units, "sought": words, "found": len(found), "total": len(agencies)}
    return render(request, "office/directory/directory.html", values)
