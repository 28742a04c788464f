"""Addresses of the administrator's pages."""

from django.urls import path

from haidang.sites.office.administration import accounts, posts

urlpatterns = [
    path("quan-tri/tai-khoan/", accounts.accounts, name="accounts"),
    path("quan-tri/tai-khoan/moi/", accounts.open_new, name="account-open"),
    path("quan-tri/tai-khoan/<uuid:uuid>/", accounts.account, name="account-page"),
    path("quan-tri/tai-khoan/<uuid:uuid>/vi-tri/", accounts.give, name="account-give-post"),
    path("quan-tri/tai-khoan/<uuid:uuid>/vi-tri/<uuid:post>/thoi/", accounts.end, name="account-end-post"),
    path("quan-tri/tai-khoan/<uuid:uuid>/ma/", accounts.new_code, name="account-code"),
    path("quan-tri/tai-khoan/<uuid:uuid>/tam-dung/", accounts.suspend, name="account-suspend"),
    path("quan-tri/tai-khoan/<uuid:uuid>/mo-lai/", accounts.restore, name="account-restore"),
    path("quan-tri/co-quan/moi/", posts.add_body, name="body-add"),
    path("quan-tri/co-quan/<uuid:uuid>/vi-tri/moi/", posts.add, name="post-add"),
    path("quan-tri/vi-tri/<uuid:uuid>/dong/", posts.close, name="post-close"),
]
