"""Registration of the staff pages, so that their templates and static files are found."""

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    name = "haidang.sites.office"
    label = "office"
