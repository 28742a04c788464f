"""Forms sent twice, a browser without script, a telephone."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import papers
from tests.journeys.people import PHONE, Person
from tests.journeys.story import Cast, card, confirm, day, row

pytestmark = pytest.mark.journey

# The form of the page as the browser would send it, sent twice at the same moment; gives both answers' addresses.
TWICE = """async () => {
    const form = document.querySelector('main form[method=post]');
    const send = () => fetch(form.action, {method: 'POST', body: new FormData(form)}).then((answer) => answer.url);
    return Promise.all([send(), send()]);
}"""


def test_a_form_sent_twice_at_once_makes_one_document(cast: Cast):
    officer = cast("thuongtruc")
    write(officer, "21/CT-UBND")
    first, second = officer.page.evaluate(TWICE)
    assert first == second
    officer.room("Văn bản")
    expect(officer.page.get_by_role("row").filter(has_text="21/CT-UBND")).to_have_count(1)


def test_back_and_send_again_makes_one_entry(cast: Cast):
    training = cast("sogiaoduc")
    training.room("Kế hoạch & nhiệm vụ")
    training.follow(re.compile("ngoại khóa"))
    training.fill({"Ngày": day(0), "Tiến độ (%)": "60", "Kết quả thực hiện": "Thêm hai trường."})
    training.press("Lưu tiến độ")
    training.page.go_back()
    expect(training.page.get_by_label("Kết quả thực hiện")).to_have_value("Thêm hai trường.")
    training.press("Lưu tiến độ")
    assert "không lưu hai lần" in training.text
    expect(training.page.get_by_role("listitem").filter(has_text="Thêm hai trường.")).to_have_count(1)


def test_without_script_a_document_is_registered_corrected_and_confirmed(cast: Cast):
    officer = cast("thuongtruc", java_script_enabled=False)
    write(officer, "22/CT-UBND")
    officer.press("Đăng ký và đọc")
    patrol = "Tuần tra các bến tạm"
    officer.follow("Sửa", card(officer, patrol))
    officer.fill({"Phối hợp": "Công an tỉnh"})
    officer.press("Lưu")
    expect(card(officer, patrol)).to_contain_text("Phối hợp Công an tỉnh")
    officer.press("Hoàn tác")
    expect(card(officer, patrol)).not_to_contain_text("Phối hợp")
    confirm(officer)


def test_on_a_phone_a_commune_reports_on_its_task_and_that_nothing_arose(cast: Cast):
    commune = cast("xa.baingang", viewport=PHONE)
    commune.room("Kế hoạch & nhiệm vụ")
    commune.follow(re.compile("Treo áp phích"))
    commune.fill({"Ngày": day(0), "Tiến độ (%)": "100", "Kết quả thực hiện": "Đã treo ở chợ và bến."})
    commune.press("Lưu tiến độ")
    assert "đã lưu tiến độ" in commune.text.casefold()
    commune.room("Báo cáo")
    commune.follow("Không phát sinh")
    commune.press("Gửi: không phát sinh")
    assert "không phát sinh" in commune.text


def test_the_pages_of_the_standing_agency_fit_a_phone(cast: Cast):
    officer = cast("thuongtruc", viewport=PHONE)
    officer.room("Văn bản")
    officer.follow(re.compile("cưỡng bức lao động"))
    officer.follow("Tách", officer.page.get_by_role("heading", level=3).locator("xpath=..").first)
    officer.room("Kế hoạch & nhiệm vụ")
    officer.follow(re.compile("tuyến biển, đảo"))
    officer.follow("Sở Y tế", card(officer, "một phòng riêng và một cán bộ đầu mối"))
    officer.room("Báo cáo")
    officer.follow("Thu báo cáo")
    officer.follow(re.compile("lần 1"))
    officer.follow("UBND xã Bãi Ngang")
    officer.through(officer.page.get_by_role("navigation", name="Vị trí trang").get_by_role("link").last)
    officer.follow(re.compile("BC-CAT"))
    officer.follow("46", row(officer, "Kiểm tra cơ sở"))


def write(officer: Person, number: str) -> None:
    """Fill in the registration of a document that nobody has registered yet."""
    officer.room("Văn bản")
    officer.follow("Đăng ký văn bản")
    officer.fill({"Toàn văn văn bản": papers.directive().replace(papers.NUMBER, number)})
