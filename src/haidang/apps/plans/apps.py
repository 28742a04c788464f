"""Registration of plans."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "haidang.apps.plans"
    label = "plans"
