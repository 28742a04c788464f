"""An agency with its posts, and the protected details of its officers: asked for with a purpose, shown once."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from haidang.apps.people import queries
from haidang.domain.access.sensitivity import Purpose
from haidang.domain.access.viewer import Role
from haidang.domain.terms.refusal import Refusal
from haidang.flows.answer_opening import answer_opening
from haidang.flows.ask_opening import ask_opening
from haidang.flows.open_contact import open_contact
from haidang.sites.office.directory.forms import PURPOSES, EmergencyForm, PurposeForm
from haidang.sites.office.directory.words import KINDS, ROLES
from haidang.sites.office.frame.acting import attempt

# How long an officer is told on the desk that somebody opened the own details in an emergency.
TOLD = timedelta(days=7)


@require_safe
def agency(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """An agency of the province, its posts and who holds them; how they are reached is masked."""
    page = queries.agency_page(request.viewer, uuid, request.today)
    posts = [(post, ", ".join(str(ROLES[Role(role)]) for role in post.roles)) for post in page.posts]
    kind = KINDS.get(page.agency.kind, page.agency.kind)
    values = {"page": page, "posts": posts, "kind": kind, "administers": page.administers}
    return render(request, "office/directory/agency.html", values)


@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Asks what for; the answer stands on the page that was posted and at no address of its own."""
    viewer, now = request.viewer, timezone.now()
    officer = queries.officer_contact(viewer, uuid, request.today)
    agreed = officer.sealed and queries.in_force_for(viewer, "contact", officer.sealed.uuid, now)
    offered = officer.may.alone | ({Purpose(agreed.purpose)} if agreed else frozenset())
    form = PurposeForm(offered, request.POST or None)
    shown = None
    if request.method == "POST" and form.is_valid():
        purpose = Purpose(form.cleaned_data["purpose"])
        shown = attempt(
            form,
            lambda: open_contact(actor=viewer, at=now, today=request.today, user_uuid=uuid, purpose=purpose),
        )
    together = bool(officer.may.together) and not agreed
    values = {"officer": officer, "form": form, "offered": bool(offered), "shown": shown, "together": together}
    return render(request, "office/directory/contact.html", values)


@require_http_methods(["GET", "HEAD", "POST"])
def emergency(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Break-glass: why, and then a second person has to agree."""
    viewer = request.viewer
    officer = queries.officer_contact(viewer, uuid, request.today)
    if Purpose.EMERGENCY not in officer.may.together:
        raise Refusal("not_found")
    form = EmergencyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = {"reason": form.cleaned_data["reason"], "key": str(form.cleaned_data["form_key"])}
        asked = attempt(
            form,
            lambda: ask_opening(actor=viewer, at=timezone.now(), today=request.today, user_uuid=uuid, **given),
        )
        if asked:
            messages.success(request, _("Asked. A leader of your unit now sees it on the desk; call them."))
            return redirect("office:opening", uuid=asked)
    return render(request, "office/directory/emergency.html", {"officer": officer, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def opening(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One opening: the second person answers, who asked and whom it concerns read."""
    viewer, now = request.viewer, timezone.now()
    found = queries.opening(viewer, uuid, now)
    if request.method == "POST":
        agreed = request.POST.get("act") == "agree"
        answer_opening(actor=viewer, at=now, opening_uuid=uuid, agreed=agreed)
        messages.success(request, _("Agreed, for thirty minutes.") if agreed else _("Declined."))
        return redirect("office:desk")
    values = {"opening": found, "purpose": PURPOSES[found.purpose], "lapsed": found.expires_at <= now}
    return render(request, "office/directory/opening.html", values)
