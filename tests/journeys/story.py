"""What several journeys do alike: the cast, a card of a page, a plan's way through its superiors to its number."""

import datetime as dt
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
from django.utils import timezone
from playwright.sync_api import Locator, StorageState

from haidang.conf.demonstration import laying
from tests.journeys.people import Person

SUPERIORS = ("phogiamdoc", "phochutich")
NAMES = {"phogiamdoc": "Phạm Văn Triều", "phochutich": "Lâm Thị Sóng"}


class Cast:
    """The people of a story, each at a browser that stays open.

    They sign in when first called; who signed in for an earlier story comes with that session, kept in `sessions`.
    """

    def __init__(self, make: Callable[..., Person], sessions: dict[str, StorageState]) -> None:
        self._make, self._sessions = make, sessions
        self._there: dict[str, Person] = {}

    def __call__(self, username: str, **options: Any) -> Person:
        """The person; `options` go to the browser when it is opened."""
        if username not in self._there:
            self._there[username] = self._seated(username, options)
        return self._there[username]

    def _seated(self, username: str, options: dict[str, Any]) -> Person:
        if session := self._sessions.get(username):
            one = self._make(storage_state=session, **options)
            one.page.goto("/")
            one.look()
            return one
        one = self._make(**options)
        one.sign_in(username, laying.password())
        self._sessions[username] = one.context.storage_state()
        return one


def day(days: int) -> str:
    """A day counted from today, as people write it."""
    on = timezone.localdate() + dt.timedelta(days=days)
    return f"{on.day}/{on.month}/{on.year}"


def card(who: Person, words: str) -> Locator:
    """The card (of a duty, a row of a plan) with these words in it."""
    content = who.page.get_by_role("main")
    return content.locator("section, article").filter(has_text=words).last


def row(who: Person, words: str) -> Locator:
    """The row of a table with these words in it."""
    return who.page.get_by_role("main").get_by_role("row").filter(has_text=words).first


def confirm(officer: Person) -> None:
    """From the reading view: confirm all duties; doubts that are still open are accepted."""
    officer.through(officer.page.get_by_role("main").get_by_role("link", name="Xác nhận"))
    if (doubts := officer.page.get_by_label("Tôi chấp nhận các chỗ cần xem lại chưa xử lý")).count():
        doubts.check()
    officer.press("Xác nhận")
    assert "Đã xác nhận các nội dung giao" in officer.text


def draft(officer: Person, title: str) -> str:
    """From a confirmed document: the draft of a plan of the People's Committee; its address."""
    officer.follow("Lập kế hoạch")
    officer.fill({"Tên kế hoạch": title})
    officer.page.get_by_label("Cơ quan ban hành").select_option("UBND tỉnh An Hải")
    officer.press("Lập dự thảo")
    return officer.page.url


def submit(officer: Person) -> None:
    """Show the plan on the screen to both superiors."""
    officer.follow("Trình ký")
    for label, who in zip(("Trình trước tiên", "Sau đó trình"), SUPERIORS, strict=True):
        choice = officer.page.get_by_label(label)
        choice.select_option(choice.get_by_role("option").filter(has_text=NAMES[who]).inner_text())
    officer.press("Trình")


def answer(superior: Person, title: str, note: str = "") -> None:
    """A superior, from the desk: approve, or send back with a note."""
    superior.room("Bàn làm việc")
    superior.follow(title)
    superior.follow("Cho ý kiến về kế hoạch")
    superior.page.get_by_label("Trả lại để chỉnh sửa" if note else "Duyệt").check()
    superior.fill({"Ghi chú": note})
    superior.press("Gửi ý kiến")


def sign_and_number(cast: Cast, title: str, number: str) -> None:
    """The leader signs, the records clerk gives number and day; both find the plan on their desks."""
    leader, clerk = cast("lanhdao"), cast("vanthu")
    leader.room("Bàn làm việc")
    leader.follow(title)
    leader.follow("Ký kế hoạch")
    leader.press("Ký")
    clerk.room("Bàn làm việc")
    clerk.follow(title)
    clerk.follow("Cấp số, ban hành")
    clerk.fill({"Số văn bản": number})
    clerk.press("Ban hành kế hoạch")
    assert f"{number}/KH-UBND" in clerk.text


def words_of(file: Path) -> str:
    """Every word of a DOCX, tables too."""
    return "\n".join(_words(docx.Document(io.BytesIO(file.read_bytes()))))


def _words(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            yield from (cell.text for line in block.rows for cell in line.cells)
        else:
            yield block.text


def figures_of(file: Path) -> dict[str, str]:
    """Indicator → figure in the table of a consolidated report."""
    for table in docx.Document(io.BytesIO(file.read_bytes())).tables:
        if "Chỉ tiêu" in table.rows[0].cells[1].text:
            return {line.cells[1].text: line.cells[3].text for line in table.rows[1:]}
    raise AssertionError("the document has no table of figures")
