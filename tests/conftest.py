"""Fixtures and rules for every test: nothing is written outside a temporary folder, nothing is left out in silence."""

import importlib
import os
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests import needs

pytest_plugins = ["tests.factories.cast", "tests.journeys.office"]

# marker → the programs it needs, the first found will do
PROGRAMS = {
    "journey": ("chromium", "chromium-browser", "google-chrome"),
    "libreoffice": ("soffice", "libreoffice"),
    "gettext": ("xgettext",),
}
_scratch = pytest.StashKey[tempfile.TemporaryDirectory]()


def pytest_configure(config: pytest.Config) -> None:
    """Keep files and static files of the tests away from an installation's own data."""
    # Playwright keeps an event loop running in the thread it is used from, and Django then takes every later test of
    # that worker for asynchronous code. The product has none, so the guard only errs here.
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    config.stash[_scratch] = tempfile.TemporaryDirectory(prefix="haidang-test-files-")
    scratch = Path(config.stash[_scratch].name)
    (scratch / "static").mkdir()
    settings.FILES_DIR = scratch / "files"
    settings.STATIC_ROOT = scratch / "static"
    settings.LEDGER_ANCHORS = scratch / "anchors.txt"
    # Pages are tested without collecting first; the hashed names are proven by the tests of `./run`.
    settings.STORAGES = {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": settings.FILES_DIR},
        },
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove what the tests wrote."""
    config.stash[_scratch].cleanup()


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out a test whose tool is missing, by name; under CI only the corpus may be missing."""
    for marker, programs in PROGRAMS.items():
        if item.get_closest_marker(marker):
            needs.program(*programs)
    if item.get_closest_marker("corpus") and not (needs.SHARED / "corpus").is_dir():
        pytest.skip("corpus (the annotated documents, kept beside the repository)")


@pytest.fixture(autouse=True)
def _the_ledger_is_guarded(request: pytest.FixtureRequest) -> Iterator[None]:
    """Every test with a database finds the guards in their place.

    After a test that commits the test framework empties all tables, which the ledger refuses to everybody else; so the
    guards are taken away before that, and put back before the next test.
    """
    marker = request.node.get_closest_marker("django_db")
    commits = "transactional_db" in request.fixturenames or bool(marker and marker.kwargs.get("transaction"))
    if not (commits or marker or "db" in request.fixturenames):
        yield
        return
    request.getfixturevalue("transactional_db" if commits else "db")
    guards = importlib.import_module("haidang.apps.ledger.guards")
    guards.install(connection)
    yield
    if commits:
        guards.remove(connection)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell `./run test` what was left out, so that it can say so in one block at the end."""
    notes = os.environ.get("HAIDANG_LEFT_OUT")
    reasons = Counter(
        report.longrepr[2].removeprefix("Skipped: ")
        for report in terminalreporter.stats.get("skipped", [])
        if isinstance(report.longrepr, tuple)
    )
    if notes and reasons:
        with Path(notes).open("a", encoding="utf-8") as file:
            file.writelines(f"{reason}: {count} kiểm thử (tests)\n" for reason, count in reasons.items())
