"""`./run bench pages`: what the staff pages of the demonstration province cost, for each of its people."""

import os
import tempfile
from pathlib import Path
from typing import Any

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.test.utils import setup_test_environment

from haidang.cli import pages


def measure() -> dict[str, float]:
    """Most queries, heaviest page, heaviest first load (kB = 1,000 bytes, compressed) and the median time of a page."""
    with tempfile.TemporaryDirectory(prefix="haidang-pages-") as folder:
        os.environ |= {"HAIDANG_DATA": folder, "HAIDANG_DEMONSTRATION": "1"}
        os.environ.pop("HAIDANG_DATABASE_URL", None)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "haidang.conf.settings")
        django.setup()
        setup_test_environment()
        Path(folder, "files").mkdir(exist_ok=True)
        for command in (["migrate"], ["collectstatic", "--noinput"]):
            call_command(*command, verbosity=0)
        call_command("lay_demonstration")
        users = apps.get_model(settings.AUTH_USER_MODEL).objects.all()
        shown = [page for user in users for page in walk_as(user) if not page.attached]
        first_loads = [pages.first_load(page) for page in shown]
    times = sorted(page.milliseconds for page in shown)
    return {
        "pages": len(shown),
        "most_queries": max(page.queries for page in shown),
        "heaviest_page_kB": max(page.compressed for page in shown) / 1000,
        "heaviest_first_load_kB": max(first_loads) / 1000,
        "median_ms": times[len(times) // 2],
    }


def walk_as(user: Any) -> list[pages.Page]:
    """Every page this person reaches, from the desk."""
    client = Client()
    client.force_login(user)
    return pages.walk(client, per_route=2)
