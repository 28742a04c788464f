"""Search over documents, plans and tasks."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from haidang.apps.directives import queries as directives
from haidang.apps.plans import queries as plans

LONGEST = 200
_GROUPS = (
    ("directive", _("Documents"), "office:directive"),
    ("plan", _("Plans"), "office:plan"),
    ("task", _("Tasks"), "office:task"),
)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Everything the viewer may see that holds every word, with or without marks."""
    words = request.GET.get("q", "").strip()[:LONGEST]
    found = (*directives.search(request.viewer, words), *plans.search(request.viewer, words)) if words else ()
    groups = []
    for kind, title, name in _GROUPS:
        rows = [(hit, reverse(name, kwargs={"uuid": hit.uuid})) for hit in found if hit.kind == kind]
        if rows:
            groups.append((title, rows))
    return render(request, "office/search/search.html", {"words": words, "groups": groups, "found": len(found)})
