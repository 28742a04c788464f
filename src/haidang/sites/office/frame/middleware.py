"""Before each page: who looks. After a rule said no: the page that says so in words."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation

from haidang.domain.terms.refusal import Refusal
from haidang.flows.note_refusal import note_refusal
from haidang.sites.office.frame import views
from haidang.sites.office.frame.refusals import HIDDEN
from haidang.sites.office.frame.viewing import chosen_language, today, viewer_of

# No page of ours asks for any of these.
_NO_DEVICES = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()"
Answer = Callable[[HttpRequest], HttpResponse]


class ViewerMiddleware:
    """Sets `request.today` and `request.viewer`; lets nobody past without a post, except to views marked public.

    Public views carry Django's `login_not_required`; being closed is the state a new view starts in.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.today = today()
        request.viewer = None
        language = chosen_language(request)
        with translation.override(language):
            response = _unreadable(request) or self.get_response(request)
        response.headers["Content-Language"] = language
        # What a page shows belongs to whoever is signed in: nothing of it stays in the browser after signing out.
        response.headers.setdefault("Cache-Control", "private, no-store")
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["Permissions-Policy"] = _NO_DEVICES
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: tuple[object, ...], kwargs: dict[str, str]
    ) -> HttpResponse | None:
        request.viewer = viewer_of(request)
        if request.viewer is not None or not getattr(view, "login_required", True):
            return None
        if request.user.is_authenticated:
            return render(request, "office/frame/no_post.html", status=403)
        return _to_sign_in(request)


class RefusalMiddleware:
    """A refusal that no form caught becomes a page; what is denied looks exactly like what is not there."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Refusal):
            return None
        if exception.code in HIDDEN and request.viewer:
            asked = request.resolver_match
            note_refusal(
                actor=request.viewer,
                at=timezone.now(),
                address=(asked.url_name if asked else None) or "",
                method=request.method or "",
                about=asked.kwargs.get("uuid") if asked else None,
            )
        return views.refused(request, exception)


def _unreadable(request: HttpRequest) -> HttpResponse | None:
    """The answer to a request that no page of ours sends: too long to be taken in, or with what no database keeps."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if length.isdigit() and int(length) > settings.LARGEST_REQUEST:
        return views.too_large(request)
    if any("\0" in value for _name, values in request.GET.lists() for value in values):
        return views.bad_request(request)
    return None


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    # Only a page that was asked for can be gone back to; what was posted is not repeated behind the person's back.
    wanted = request.get_full_path() if request.method == "GET" else ""
    address = reverse("office:sign-in")
    if wanted and wanted != reverse("office:desk"):
        address = f"{address}?{urlencode({'next': wanted})}"
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": reverse("office:sign-in")})
    return redirect(address)
