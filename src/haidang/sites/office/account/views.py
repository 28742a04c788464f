"""One's own account."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from haidang.flows.change_password import change_password
from haidang.flows.end_sessions import end_sessions
from haidang.flows.keep_contact import keep_contact, read_contact, readers_of_own
from haidang.sites.office.account.forms import ContactForm, PasswordForm
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
    return render(request, "office/account/account.html", {"form": form, "read_by": read_by})


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
