"""A served demonstration province and a real browser, for whatever test drives one: one of each in a session."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests import needs
from tests.journeys.people import OUTPUT, Person

FAILED = pytest.StashKey[bool]()
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Office:
    """A running office: its address and where its data lies."""

    address: str
    data: Path
    environment: dict[str, str]

    def manage(self, *words: str) -> str:
        """Run a management command on the office's data and return what it printed."""
        done = subprocess.run(
            [sys.executable, "manage.py", *words],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The demonstration province behind gunicorn, on its own SQLite file."""
    data = tmp_path_factory.mktemp("office")
    environment = {k: v for k, v in os.environ.items() if k != "HAIDANG_DATABASE_URL"}
    environment |= {"HAIDANG_DATA": str(data), "PYTHONPATH": str(ROOT / "src"), "HAIDANG_DEMONSTRATION": "1"}
    with socket.create_server(("127.0.0.1", 0)) as listener:
        # The socket listens before the server runs: early requests wait in line, nobody polls.
        served = Office(f"http://127.0.0.1:{listener.getsockname()[1]}", data, environment)
        served.manage("migrate", "--verbosity", "0")
        served.manage("collectstatic", "--noinput", "--verbosity", "0")
        served.manage("lay_demonstration")
        server = subprocess.Popen(
            [
                *(sys.executable, "-m", "gunicorn", "haidang.conf.wsgi:application", "--workers", "2"),
                *("--bind", f"fd://{listener.fileno()}", "--log-level", "warning"),
            ],
            cwd=ROOT,
            env=environment,
            pass_fds=[listener.fileno()],
        )
        try:
            yield served
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=20)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, headless, with no background traffic of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=needs.program("chromium", "chromium-browser", "google-chrome"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def checked() -> set[tuple[str, int]]:
    """Kinds of pages, with the width of the screen, that were checked for accessibility in this session."""
    return set()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Let the fixtures know whether the test failed."""
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report


@pytest.fixture
def person(
    browser: Browser, office: Office, checked: set[tuple[str, int]], request: pytest.FixtureRequest
) -> Iterator[Callable[..., Person]]:
    """Makes people: `person()` gives a fresh browser context; options go to Playwright.

    When the test fails, what each of them last saw is kept in `test-output/`.
    """
    people: list[Person] = []

    def make(**options: Any) -> Person:
        people.append(Person(browser, office.address, checked, **options))
        return people[-1]

    yield make
    for order, one in enumerate(people, start=1):
        if request.node.stash.get(FAILED, False):
            one.page.screenshot(path=OUTPUT / f"{request.node.name}-{order}.png", full_page=True)
        one.context.close()
