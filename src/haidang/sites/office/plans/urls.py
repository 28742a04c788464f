"""Addresses of plans and tasks."""

from django.urls import path

from haidang.sites.office.plans import drafting, items, pages, report_requests, steps, tasks

urlpatterns = [
    path("ke-hoach/", pages.plan_list, name="plans"),
    path("ke-hoach/moi/", drafting.begin, name="plan-new"),
    path("ke-hoach/<uuid:uuid>/", pages.plan, name="plan"),
    path("ke-hoach/<uuid:uuid>/du-thao/", pages.draft_document, name="plan-draft-document"),
    path("ke-hoach/<uuid:uuid>/thong-tin/", drafting.facts, name="plan-facts"),
    path("ke-hoach/<uuid:uuid>/them-noi-dung/", drafting.new_item, name="plan-new-item"),
    path("ke-hoach/<uuid:uuid>/them-bao-cao/", report_requests.new_report, name="plan-new-report"),
    path("ke-hoach/bao-cao/<uuid:uuid>/", report_requests.change, name="plan-report"),
    path("ke-hoach/bao-cao/<uuid:uuid>/bo/", report_requests.drop, name="plan-report-drop"),
    path("ke-hoach/<uuid:uuid>/trinh-ky/", steps.submit, name="plan-submit"),
    path("ke-hoach/<uuid:uuid>/duyet/", steps.review, name="plan-review"),
    path("ke-hoach/<uuid:uuid>/ky/", steps.sign, name="plan-sign"),
    path("ke-hoach/<uuid:uuid>/ky-giay/", steps.signature, name="plan-signature"),
    path("ke-hoach/<uuid:uuid>/ban-hanh/", steps.issue, name="plan-issue"),
    path("ke-hoach/<uuid:uuid>/sua-doi/", steps.amend, name="plan-amend"),
    path("ke-hoach/ban/<uuid:uuid>/", pages.issued_document, name="plan-document"),
    path("ke-hoach/noi-dung/<uuid:uuid>/", items.item, name="plan-item"),
    path("ke-hoach/noi-dung/<uuid:uuid>/giao/", items.give, name="plan-item-give"),
    path("ke-hoach/noi-dung/<uuid:uuid>/khong-giao/", items.declare, name="plan-item-declare"),
    path("ke-hoach/noi-dung/<uuid:uuid>/thoi-han/", items.due, name="plan-item-due"),
    path("ke-hoach/noi-dung/<uuid:uuid>/rut/", items.withdraw, name="plan-item-withdraw"),
    path("ke-hoach/noi-dung/<uuid:uuid>/giu-lai/", items.restore, name="plan-item-restore"),
    path("nhiem-vu/", tasks.task_list, name="tasks"),
    path("nhiem-vu/<uuid:uuid>/", tasks.task, name="task"),
    path("nhiem-vu/<uuid:uuid>/cap-nhat/", tasks.update, name="task-update"),
    path("nhiem-vu/<uuid:uuid>/giao-lai/", tasks.reassign, name="task-reassign"),
    path("nhiem-vu/<uuid:uuid>/tien-do/<uuid:progress>/huy/", tasks.void, name="task-void"),
    path("tep/<uuid:uuid>/", pages.file, name="file"),
]
