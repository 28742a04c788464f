"""Registration of files."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "haidang.apps.files"
    label = "files"
