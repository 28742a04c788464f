"""The office's addresses and three that fail on purpose."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path

from haidang.conf.urls import handler400, handler403, handler404, handler500
from haidang.domain.terms.refusal import Refusal
from haidang.sites.office.frame.acting import KeyedForm, attempt

__all__ = ["handler400", "handler403", "handler404", "handler500"]


def refusing(request: HttpRequest, code: str) -> HttpResponse:
    raise Refusal(code, limit=20)


def failing(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("a fault of ours")


def acting(request: HttpRequest) -> HttpResponse:
    form = KeyedForm(request.POST or None)
    if form.is_valid():
        attempt(form, lambda: refusing(request, "number.unreadable"))
    return render(request, "office/frame/parts/form.html", {"form": form})


urlpatterns = [
    path("", include("haidang.conf.urls")),
    path("refusing/<str:code>/", refusing),
    path("failing/", failing),
    path("acting/", acting),
]
