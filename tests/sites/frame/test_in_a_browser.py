"""The frame in a real browser: read by machine for accessibility, weighed, driven by keyboard and without script."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from haidang.conf.demonstration import laying

pytestmark = pytest.mark.journey

INSPECTOR = "thanhtra"
STANDING = "thuongtruc"
PAGES = ("/", "/tim/?q=kiem tra", "/don-vi/", "/nhat-ky/", "/khong-co-trang-nay/")
SCREENS = ({"width": 360, "height": 740}, {"width": 1280, "height": 820})
FIRST_LOAD, LATER = 150_000, 25_000


class Scales:
    """Adds up what travels: headers and compressed bodies, as the browser's network layer counts them."""

    def __init__(self, page: Page) -> None:
        self.session = page.context.new_cdp_session(page)
        self.session.send("Network.enable")
        self.bytes = 0
        self.session.on("Network.loadingFinished", self._add)

    def _add(self, event: dict) -> None:
        self.bytes += int(event["encodedDataLength"])

    def visit(self, page: Page, address: str) -> int:
        self.bytes = 0
        page.goto(address)
        page.wait_for_load_state("networkidle")
        return self.bytes


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS, ids=["phone", "desk"])
def test_the_pages_are_accessible_and_fit_in_both_themes(person, theme, screen):
    page = (one := person(color_scheme=theme, viewport=screen)).page
    page.goto("/dang-nhap/")
    assert (found := Axe().run(page)).violations_count == 0, found.generate_report()
    one.sign_in(INSPECTOR, laying.password())
    for address in PAGES:
        page.goto(address)
        assert (found := Axe().run(page)).violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= screen["width"], address


def test_the_first_page_is_light_and_the_later_ones_lighter(person):
    one = person()
    scales = Scales(one.page)
    assert scales.visit(one.page, "/dang-nhap/") <= FIRST_LOAD
    one.sign_in(STANDING, laying.password())
    for address in PAGES[:3]:
        assert scales.visit(one.page, address) <= LATER, address
    empty_handed = person(storage_state=one.context.storage_state())
    assert Scales(empty_handed.page).visit(empty_handed.page, "/") <= FIRST_LOAD


def test_the_first_key_leads_past_the_navigation(person):
    page = person().sign_in(STANDING, laying.password())
    page.goto("/don-vi/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Đến thẳng nội dung"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_everything_is_reached_on_a_phone_without_script(person):
    page = person(java_script_enabled=False, viewport=SCREENS[0]).sign_in(STANDING, laying.password())
    rooms = page.get_by_role("navigation", name="Các mục chính")
    assert not rooms.get_by_role("link", name="Cơ quan, đơn vị").is_visible()
    page.get_by_text("Danh mục").click()
    rooms.get_by_role("link", name="Cơ quan, đơn vị").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Cơ quan, đơn vị"
    page.get_by_label("Tìm văn bản, nhiệm vụ", exact=True).fill("nguoi")
    page.get_by_role("button", name="Tìm", exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == "Kết quả tìm kiếm"
    page.get_by_text("Lê Thị Hạ").first.click()
    page.get_by_role("button", name="Đăng xuất").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Đăng nhập"


def test_a_button_rests_after_the_first_press_and_works_again_after_back(person):
    page = person().page
    page.goto("/dang-nhap/")
    page.get_by_label("Tên đăng nhập").fill("khong.co")
    page.get_by_label("Mật khẩu").fill("x")
    button = page.get_by_role("button", name="Đăng nhập")
    page.evaluate("document.addEventListener('submit', (event) => event.preventDefault())")
    button.click()
    page.wait_for_function("document.querySelector('form.form button').disabled")
    page.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow'))")
    assert button.is_enabled()


def test_a_printed_page_is_the_content_alone_in_black_on_white(person):
    page = person(color_scheme="dark").sign_in(STANDING, laying.password())
    page.goto("/don-vi/")
    page.emulate_media(media="print", color_scheme="dark")
    assert not page.get_by_role("navigation", name="Các mục chính").first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
