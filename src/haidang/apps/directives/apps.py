"""Registration of directives."""

from django.apps import AppConfig


class DirectivesConfig(AppConfig):
    name = "haidang.apps.directives"
    label = "directives"
