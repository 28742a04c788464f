"""Registration of the demonstration, so that its management command is found."""

from django.apps import AppConfig


class DemonstrationConfig(AppConfig):
    name = "haidang.conf.demonstration"
    label = "demonstration"
