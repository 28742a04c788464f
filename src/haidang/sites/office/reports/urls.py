"""Addresses of reports."""

from django.urls import path

from haidang.sites.office.reports import consolidating, lists, reviewing, writing

urlpatterns = [
    path("bao-cao/", lists.reports, name="reports"),
    path("bao-cao/yeu-cau/<uuid:uuid>/", lists.request_page, name="report-request"),
    path("bao-cao/yeu-cau/<uuid:uuid>/thoi-diem-chot/", lists.window, name="report-window"),
    path("bao-cao/yeu-cau/<uuid:uuid>/tong-hop/", consolidating.consolidate, name="consolidate"),
    path("bao-cao/phai-nop/<uuid:uuid>/lap/", writing.start, name="report-start"),
    path("bao-cao/phai-nop/<uuid:uuid>/khong-phat-sinh/", writing.nil, name="report-nil"),
    path("bao-cao/phai-nop/<uuid:uuid>/nhap-thay/", writing.enter_for, name="report-enter-for"),
    path("bao-cao/tong-hop/<uuid:uuid>/", consolidating.consolidation, name="consolidation"),
    path("bao-cao/tong-hop/<uuid:uuid>/so-lieu/<slug:code>/", consolidating.figure, name="consolidation-figure"),
    path("bao-cao/tong-hop/<uuid:uuid>/van-ban/", consolidating.document, name="consolidation-document"),
    path("bao-cao/tong-hop/<uuid:uuid>/ky/", consolidating.sign, name="consolidation-sign"),
    path("bao-cao/<uuid:uuid>/", writing.report, name="report"),
    path("bao-cao/<uuid:uuid>/so-lieu/<slug:code>/", reviewing.figure, name="report-figure"),
    path("bao-cao/<uuid:uuid>/ban-quet/", reviewing.scan, name="report-scan"),
    path("bao-cao/<uuid:uuid>/duyet/", reviewing.review, name="report-review"),
    path("bao-cao/<uuid:uuid>/dinh-chinh/", writing.correct, name="report-correct"),
]
