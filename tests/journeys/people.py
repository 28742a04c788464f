"""People at their browsers. They know what stands on the screen (words, labels, roles), not how the page is made."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Download, Locator, Page

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 820}
OUTPUT = Path(__file__).resolve().parents[2] / "test-output"
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_PATIENCE = 20_000


class Person:
    """One of the cast at a browser of their own.

    Whoever follows a link or presses a button looks at the page that comes: it answers, fits the screen, throws no
    error, and (once for each kind of page and screen in a session) has no serious flaw for people with disabilities.
    """

    def __init__(self, browser: Browser, address: str, checked: set[tuple[str, int]], **options: Any) -> None:
        options.setdefault("viewport", DESK)
        self.scripted = options.get("java_script_enabled", True)
        self.context = browser.new_context(base_url=address, locale="vi-VN", **options)
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(_PATIENCE)
        self.checked = checked
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._hear)

    def sign_in(self, username: str, password: str) -> Page:
        """Sign in through the page, as a person does."""
        self.page.goto("/dang-nhap/")
        self.page.get_by_label("Tên đăng nhập").fill(username)
        self.page.get_by_label("Mật khẩu").fill(password)
        self.page.get_by_role("button", name="Đăng nhập").click()
        self.page.wait_for_url("**/")
        self.look()
        return self.page

    def _hear(self, said: ConsoleMessage) -> None:
        """Keep what the browser complains of; a refusal's own status is none of that."""
        if said.type == "error" and not said.text.startswith("Failed to load resource"):
            self.complaints.append(said.text)

    @property
    def heading(self) -> str:
        """The page's own title."""
        return self.page.get_by_role("heading", level=1).inner_text()

    @property
    def text(self) -> str:
        """Everything that can be read in the content of the page."""
        return self.page.get_by_role("main").inner_text()

    def room(self, name: str) -> None:
        """Go to one of the main rooms."""
        rooms = self.page.get_by_role("navigation", name="Các mục chính").filter(visible=True)
        if not rooms.count():
            self.page.get_by_text("Danh mục", exact=True).click()
        self.follow(name, rooms)

    def follow(self, name: str | re.Pattern[str], within: Locator | None = None) -> None:
        """Click the first link of this name."""
        link = (within or self.page.get_by_role("main")).get_by_role("link", name=name)
        if isinstance(name, str):
            exact = (within or self.page.get_by_role("main")).get_by_role("link", name=name, exact=True)
            link = exact if exact.count() else link
        self.through(link.first)

    def press(self, name: str, within: Locator | None = None) -> None:
        """Press the button of this name."""
        self.through((within or self.page.get_by_role("main")).get_by_role("button", name=name, exact=True).first)

    def through(self, thing: Locator) -> None:
        """Click a thing that leads to another page, and look at it."""
        thing.wait_for()
        with self.page.expect_navigation(wait_until="load"):
            thing.click()
        self.look()

    def fill(self, typed: dict[str, str], within: Locator | None = None) -> None:
        """Type into the fields of these labels."""
        for label, words in typed.items():
            (within or self.page.get_by_role("main")).get_by_label(label).first.fill(words)

    def download(self, name: str) -> Path:
        """Click a link that gives a file; where the browser kept it."""
        with self.page.expect_download() as coming:
            self.page.get_by_role("main").get_by_role("link", name=name).first.click()
        got: Download = coming.value
        return got.path()

    def look(self) -> None:
        """Check the page as it stands on the screen."""
        width = self.page.evaluate("innerWidth")
        assert self.page.evaluate("document.documentElement.scrollWidth") <= width, f"too wide: {self.page.url}"
        assert not self.complaints, (self.page.url, self.complaints)
        kind = _UUID.sub("…", self.page.url.split("?")[0])
        if self.scripted and (kind, width) not in self.checked:
            self.checked.add((kind, width))
            assert not (found := serious(Axe().run(self.page).response["violations"])), (self.page.url, found)


def serious(violations: Iterable[dict[str, Any]]) -> list[str]:
    """Violations that shut somebody out, each with its places."""
    return [
        f"{v['id']}: {node['target']} {node['failureSummary']}"
        for v in violations
        if v["impact"] in {"serious", "critical"}
        for node in v["nodes"]
    ]
