"""Agencies are added, and posts of an agency: added, and closed when nobody holds them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from haidang.apps.people import queries
from haidang.domain.access.viewer import Act, Role, require
from haidang.domain.terms.refusal import Refusal
from haidang.flows.add_agency import AgencyFacts, add_agency
from haidang.flows.add_post import add_post
from haidang.flows.close_post import close_post
from haidang.sites.office.administration.forms import AgencyForm, PostForm
from haidang.sites.office.frame.acting import attempt


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A new post in an agency of the own unit or below."""
    require(request.viewer, Act.ADMINISTER)
    agency = next(
        (one for one in queries.administered_agencies(request.viewer, request.today) if one.uuid == uuid), None
    )
    if agency is None:
        raise Refusal("not_found")
    form = PostForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        ask = {
            "agency_uuid": uuid,
            "title": given["title"],
            "roles": [Role(role) for role in given["roles"]],
            "signs_as": [line.strip() for line in given["signs_as"].splitlines() if line.strip()],
            "key": str(given["form_key"]),
        }
        if attempt(form, lambda: add_post(actor=request.viewer, at=timezone.now(), **ask)):
            messages.success(request, _("The post is added. Give it to a person from the list of accounts."))
            return redirect("office:agency", uuid=uuid)
    values = {"form": form, "heading": _("New post"), "button": _("Add"), "subtitle": agency.name}
    return render(request, "office/administration/form.html", values)


@require_http_methods(["GET", "HEAD", "POST"])
def add_body(request: HttpRequest) -> HttpResponse:
    """A new agency in the own unit or in one below."""
    viewer = request.viewer
    units = [(str(uuid), name) for uuid, name in queries.administered_units(viewer, request.today)]
    form = AgencyForm(units, request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        facts = AgencyFacts(
            name=given["name"],
            aliases=tuple(line.strip() for line in given["aliases"].splitlines() if line.strip()),
            kind=given["kind"],
            symbol=given["symbol"],
            standing=given["standing"],
            courtesy=given["courtesy"],
            uses_system=not given["on_paper"],
        )
        ask = {"unit_uuid": UUID(given["unit"]), "facts": facts, "key": str(given["form_key"])}
        made = attempt(form, lambda: add_agency(actor=viewer, at=timezone.now(), **ask))
        if made:
            messages.success(request, _("The agency is in the directory. Add its posts now."))
            return redirect("office:agency", uuid=made)
    values = {"form": form, "heading": _("New agency"), "button": _("Add"), "subtitle": ""}
    return render(request, "office/administration/form.html", values)


@require_POST
def close(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Close a post; it stays in every record."""
    close_post(actor=request.viewer, at=timezone.now(), today=request.today, post_uuid=uuid)
    messages.success(request, _("The post is closed."))
    return redirect("office:directory")
