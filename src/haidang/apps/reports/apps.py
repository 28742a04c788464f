"""Registration of reports."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "haidang.apps.reports"
    label = "reports"
