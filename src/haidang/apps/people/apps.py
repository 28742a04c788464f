"""Registration of people."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "haidang.apps.people"
    label = "people"
