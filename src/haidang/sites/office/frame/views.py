"""Sign-in, sign-out, and the pages that say what went wrong."""

from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from haidang.domain.terms.refusal import Refusal
from haidang.flows.note_refusal import note_failed_sign_in
from haidang.flows.sign_in import note_sign_in, note_sign_out
from haidang.sites.office.frame.forms import SignInForm
from haidang.sites.office.frame.refusals import HIDDEN, words
from haidang.sites.office.frame.viewing import viewer_of


@login_not_required
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask who it is; every failure gets the same answer, so that nobody learns which accounts exist."""
    going = _next(request)
    if request.viewer:
        return redirect(going)
    form = SignInForm(request.POST or None, label_suffix="")
    if request.method == "POST" and form.is_valid():
        user = authenticate(request, **form.cleaned_data)
        if user is not None:
            last_time = user.last_login
            login(request, user)
            if viewer := viewer_of(request):
                note_sign_in(actor=viewer, at=timezone.now(), last_time=last_time)
            return redirect(going)
        note_failed_sign_in(username=form.cleaned_data["username"], at=timezone.now(), today=request.today)
        form.add_error(None, _("The account name or the password is not right. Check Telex and Caps Lock."))
    return render(request, "office/frame/sign_in.html", {"form": form, "next": going})


@login_not_required
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Leave; the entry is made while it is still known who leaves."""
    if request.viewer:
        note_sign_out(actor=request.viewer, at=timezone.now())
    return leave(request)


def leave(request: HttpRequest) -> HttpResponse:
    """End this session; the browser keeps nothing of the pages that were open in it."""
    logout(request)
    answer = redirect("office:sign-in")
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """A rule said no outside any form: its words and a way back, or the page for what is not there."""
    if refusal.code in HIDDEN:
        return not_found(request)
    return _error(
        request,
        409,
        title=_("This was not done"),
        what=words(refusal),
        kept=_("Nothing was changed."),
        todo=_("Go back, look at the page again as it is now, and choose anew."),
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Missing and not allowed look the same."""
    return _error(
        request,
        404,
        title=_("This page is not here"),
        what=_("There is nothing at this address, or your post does not open it."),
        kept="",
        todo=_("Check the address, or start from the desk. If your work needs this page, ask the administrator."),
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What was sent could not be taken: too much of it, or not in a shape a page of ours sends."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        return too_large(request)
    return _error(
        request,
        400,
        title=_("What was sent could not be understood"),
        what=_("The address or the content sent does not come from a page of this system."),
        kept=_("Nothing was saved."),
        todo=_("Go back, reload the page and send again."),
    )


def too_large(request: HttpRequest) -> HttpResponse:
    """More was sent than the server takes at once."""
    return _error(
        request,
        413,
        title=_("Too much was sent at once"),
        what=_("The text or the file is larger than the server takes."),
        kept=_("Nothing was saved; your browser still has what you typed."),
        todo=_("Go back, shorten the text or choose a smaller file, and send again."),
    )


@login_not_required
def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's token does not fit: an old page, another sign-in in between, or cookies switched off."""
    return _error(
        request,
        403,
        title=_("This form is out of date"),
        what=_("The page was open for a long time, or somebody signed in again in this browser since."),
        kept=_("Nothing was saved; your browser still has what you typed."),
        todo=_("Go back, copy what you typed, reload the page and send again. Cookies must be allowed for this site."),
    )


@login_not_required
def locked_out(
    request: HttpRequest, response: HttpResponse | None = None, credentials: dict[str, str] | None = None
) -> HttpResponse:
    """Too many wrong passwords for one account name from one address, whether or not there is such an account."""
    return _error(
        request,
        429,
        title=_("Too many wrong passwords"),
        what=_("Signing in to this account from this computer is closed for fifteen minutes."),
        kept="",
        todo=_("Wait, then try again; look at Telex and Caps Lock. If it was not you, tell the administrator."),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """A fault of ours; touches no database."""
    return _error(
        request,
        500,
        title=_("The system failed"),
        what=_("A fault in the system stopped this page. It was noted for the administrator, without what you typed."),
        kept=_("What was being saved was not saved, not even in part."),
        todo=_("Go back and try again in a minute. If it happens again, tell the administrator the time and the page."),
    )


def _error(request: HttpRequest, status: int, *, title: str, what: str, kept: str, todo: str) -> HttpResponse:
    came_from = request.headers.get("Referer", "")
    back = came_from if url_has_allowed_host_and_scheme(came_from, {request.META.get("HTTP_HOST", "")}) else ""
    values = {"title": title, "what": what, "kept": kept, "todo": todo, "back": back, "status": status}
    return render(request, "office/frame/error.html", values, status=status)


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    # An address of ours begins with a slash; anything else would be looked up as the name of a page.
    return wanted if wanted.startswith("/") and safe else reverse("office:desk")
