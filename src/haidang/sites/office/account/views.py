"""One's own account."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from haidang.apps.people import queries as people
from haidang.flows.change_password import change_password
from haidang.flows.end_sessions import end_sessions
from haidang.flows.keep_contact import keep_contact, read_contact, readers_of_own
from haidang.flows.lend_post import lend_post
from haidang.sites.office.account.forms import ContactForm, LendForm, PasswordForm
from haidang.sites.office.directory.forms import PURPOSES
from haidang.sites.office.frame.acting import attempt
from haidang.sites.office.frame.views import leave


@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """Post and agency as others entered them; phone and e-mail as the person gives them."""
    viewer, now = request.viewer, timezone.now()
    if request.method == "POST":
        form = ContactForm(request.POST)
        if form.is_valid():
            given = form.cleaned_data
            kept = attempt(form, lambda: keep_contact(actor=viewer, at=now, email=given["email"], phone=given["phone"]))
            if kept:
                messages.success(request, _("Kept. Others open them only with a purpose, and you see who did."))
                return redirect("office:account")
    else:
        known = read_contact(actor=viewer, at=now)
        form = ContactForm(initial={"email": known.email, "phone": known.phone})
    read_by = [(one, PURPOSES[one.purpose]) for one in readers_of_own(viewer)]
    values = {"form": form, "read_by": read_by, "posts": people.own_posts(viewer, request.today)}
    return render(request, "office/account/account.html", values)


@require_POST
def leave_everywhere(request: HttpRequest) -> HttpResponse:
    """End every session of the account: a machine left open somewhere, a phone that was lost."""
    end_sessions(actor=request.viewer, at=timezone.now())
    return leave(request)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """Another password for one's own account; this session goes on, the others end."""
    form = PasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given, viewer, now = form.cleaned_data, request.viewer, timezone.now()
        if attempt(form, lambda: change_password(actor=viewer, at=now, old=given["old"], new=given["new"])):
            request.user.refresh_from_db()
            update_session_auth_hash(request, request.user)
            messages.success(request, _("The password is changed. Sessions on other machines have ended."))
            return redirect("office:account")
    return render(request, "office/account/password.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def lend(request: HttpRequest) -> HttpResponse:
    """Lend the own post to a colleague during leave."""
    viewer, today = request.viewer, request.today
    posts = [(str(one.post_uuid), one.title) for one in people.own_posts(viewer, today) if not one.lent]
    others = [(str(uuid), name) for uuid, name in people.colleagues(viewer, today)]
    form = LendForm(posts, others, request.POST or None, initial={"since": today})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        ask = {"post_uuid": UUID(given["post"]), "to_uuid": UUID(given["to"]), "key": str(given["form_key"])}
        days = {"since": given["since"], "until": given["until"]}
        if attempt(form, lambda: lend_post(actor=viewer, at=timezone.now(), today=today, **ask, **days)):
            messages.success(request, _("Your colleague holds the post too on those days."))
            return redirect("office:account")
    return render(request, "office/account/lend.html", {"form": form, "alone": not others})
