"""Administrative units: what a name on an old paper is today, and what a unit of today came from."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from haidang.domain.units.looking import look_up


@require_safe
def units(request: HttpRequest) -> HttpResponse:
    """Nothing here is about anybody: the table of units is the same for everyone."""
    sought = request.GET.get("tim", "").strip()[:100]
    found = look_up(sought, on=request.today)
    values = {"sought": sought, "found": found, "more": found.total - len(found.units)}
    return render(request, "office/directory/units.html", values)
