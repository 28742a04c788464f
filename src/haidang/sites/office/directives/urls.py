"""Addresses of the document pages."""

from django.urls import path

from haidang.sites.office.directives import acts, checking, duty_views, views

urlpatterns = [
    path("van-ban/", views.directives, name="directives"),
    path("van-ban/moi/", views.register, name="directive-register"),
    path("van-ban/<uuid:uuid>/", views.directive, name="directive"),
    path("van-ban/<uuid:uuid>/dong/<int:line>/", views.line, name="directive-line"),
    path("van-ban/<uuid:uuid>/tep/", views.source, name="directive-source"),
    path("van-ban/<uuid:uuid>/trang/<int:page>/anh/", views.page, name="directive-page"),
    path("van-ban/<uuid:uuid>/sua/", acts.one_button, name="directive-act"),
    path("van-ban/<uuid:uuid>/hoan-tac/", acts.undo, name="directive-undo"),
    path("van-ban/<uuid:uuid>/xac-nhan/", acts.confirm, name="directive-confirm"),
    path("van-ban/<uuid:uuid>/noi-dung/moi/", duty_views.add, name="duty-add"),
    path("van-ban/<uuid:uuid>/noi-dung/<uuid:duty>/", duty_views.edit, name="duty-edit"),
    path("van-ban/<uuid:uuid>/noi-dung/<uuid:duty>/co-quan/<int:order>/", duty_views.agencies, name="duty-agencies"),
    path("van-ban/<uuid:uuid>/noi-dung/<uuid:duty>/tach/", duty_views.split, name="duty-split"),
    path("van-ban/<uuid:uuid>/noi-dung/<uuid:duty>/gop/", duty_views.merge, name="duty-merge"),
    path("van-ban/<uuid:uuid>/kiem-tra/", checking.report, name="directive-check"),
    path("van-ban/<uuid:uuid>/kiem-tra/lai/", checking.check, name="directive-check-again"),
    path("van-ban/<uuid:uuid>/kiem-tra/phieu.docx", checking.document, name="directive-check-document"),
    path("van-ban/<uuid:uuid>/phat-hien/<uuid:finding>/", checking.finding, name="finding"),
]
