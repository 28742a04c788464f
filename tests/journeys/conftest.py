"""A served demonstration province and a real browser."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests import needs

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
            [sys.executable, "-m", "gunicorn", "haidang.conf.wsgi:application", "--workers", "2", "--bind"]
            + [f"fd://{listener.fileno()}", "--log-level", "warning"],
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


class Person:
    """One of the cast at a browser of their own."""

    def __init__(self, browser: Browser, office: Office, **options: object) -> None:
        self.context = browser.new_context(base_url=office.address, locale="vi-VN", **options)
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(15_000)

    def sign_in(self, username: str, password: str) -> Page:
        """Sign in through the page, as a person does."""
        self.page.goto("/dang-nhap/")
        self.page.get_by_label("Tên đăng nhập").fill(username)
        self.page.get_by_label("Mật khẩu").fill(password)
        self.page.get_by_role("button", name="Đăng nhập").click()
        self.page.wait_for_url("**/")
        return self.page


@pytest.fixture
def person(browser: Browser, office: Office) -> Iterator[object]:
    """Makes people: `person()` gives a fresh browser context; options go to Playwright."""
    people: list[Person] = []

    def make(**options: object) -> Person:
        people.append(Person(browser, office, **options))
        return people[-1]

    yield make
    for one in people:
        one.context.close()
