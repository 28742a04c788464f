"""The root of all addresses of this installation."""

from django.urls import include, path

urlpatterns = [path("", include("haidang.sites.office.urls"))]

handler400 = "haidang.sites.office.frame.views.bad_request"
handler403 = "haidang.sites.office.frame.views.not_found"
handler404 = "haidang.sites.office.frame.views.not_found"
handler500 = "haidang.sites.office.frame.views.server_error"
