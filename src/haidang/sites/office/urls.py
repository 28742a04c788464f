"""Addresses of the staff pages: Vietnamese words without marks; each folder keeps its own."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

from haidang.sites.office.account.taking_over import take_over
from haidang.sites.office.account.views import account, leave_everywhere, lend, password
from haidang.sites.office.desk.views import desk
from haidang.sites.office.frame.views import sign_in, sign_out
from haidang.sites.office.ledger.views import ledger
from haidang.sites.office.search.views import search

app_name = "office"

urlpatterns = [
    path("", desk, name="desk"),
    path("dang-nhap/", sign_in, name="sign-in"),
    path("dang-xuat/", sign_out, name="sign-out"),
    path("ngon-ngu/", login_not_required(set_language), name="language"),
    path("tai-khoan/", account, name="account"),
    path("tai-khoan/mat-khau/", password, name="account-password"),
    path("tai-khoan/ket-thuc-phien/", leave_everywhere, name="account-leave"),
    path("tai-khoan/uy-quyen/", lend, name="account-lend"),
    path("nhan-tai-khoan/", take_over, name="take-over"),
    path("tim/", search, name="search"),
    path("nhat-ky/", ledger, name="ledger"),
    path("", include("haidang.sites.office.directory.urls")),
    path("", include("haidang.sites.office.administration.urls")),
    path("", include("haidang.sites.office.directives.urls")),
    path("", include("haidang.sites.office.reports.urls")),
    path("", include("haidang.sites.office.plans.urls")),
]
