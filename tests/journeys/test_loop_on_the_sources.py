"""The loop on two real plans of other places: a province's and a district's, read, given out, reported, traced back."""

import json
import re

import pytest
from playwright.sync_api import expect

from haidang.domain.directives.as_json import to_json
from haidang.domain.directives.reader import read
from haidang.domain.terms.intake import decode
from tests.journeys.people import Person
from tests.journeys.story import Cast, answer, confirm, day, draft, row, sign_and_number, submit
from tests.needs import SHARED

pytestmark = [pytest.mark.journey, pytest.mark.corpus]

CORPUS = SHARED / "corpus"


@pytest.mark.parametrize(
    ("name", "number", "username", "agency"),
    [("000", "401", "soyte", "Sở Y tế"), ("003", "402", "xa.dongsay", "UBND xã Đồng Sậy")],
    ids=["province", "district"],
)
def test_a_real_plan_goes_from_its_text_to_a_figure_and_back(
    cast: Cast, name: str, number: str, username: str, agency: str
):
    title = f"Thực hiện văn bản thử nghiệm {name}"
    text = register(cast("thuongtruc"), name)
    confirm(cast("thuongtruc"))
    draft(cast("thuongtruc"), title)
    give_out(cast("thuongtruc"))
    submit(cast("thuongtruc"))
    for superior in ("phogiamdoc", "phochutich"):
        answer(cast(superior), title)
    sign_and_number(cast, title, number)
    work_and_report(cast(username), title)
    trace(cast("thuongtruc"), title, agency, text)


def register(officer: Person, name: str) -> str:
    """The reading view proposes as many duties as the reader finds, nearly all that a careful person found."""
    source = CORPUS / "sources" / f"{name}.txt"
    text = decode(source.read_bytes()).text
    found = len(to_json(read(text))["assignments"])
    annotated = json.loads((CORPUS / "sources-gold" / f"{name}.json").read_text(encoding="utf-8"))
    officer.room("Văn bản")
    officer.follow("Đăng ký văn bản")
    officer.page.get_by_label("Hoặc chọn tệp").set_input_files(source)
    officer.press("Đăng ký và đọc")
    assert f"{found} nội dung giao" in officer.text
    assert found >= 0.85 * len(annotated["assignments"])
    return text


def give_out(officer: Person) -> None:
    """What no agency of this province owns is given to one or declared, until nothing is left."""
    declared = 0
    officer.follow("Giao nội dung chưa có cơ quan")
    while officer.page.get_by_role("link", name="Giao hoặc nêu lý do").count():
        officer.follow("Giao hoặc nêu lý do")
        if declared < 3 and "báo cáo" not in officer.page.get_by_role("paragraph").nth(1).inner_text():
            officer.fill({"Lý do": "Cơ quan này không thuộc địa bàn tỉnh."})
            officer.press("Nêu lý do")
            declared += 1
        else:
            leads = officer.page.get_by_role("group", name="Cơ quan chủ trì")
            leads.get_by_label("Sở Y tế", exact=True).check()
            officer.press("Giao nội dung")
    assert "Trình ký" in officer.text


def work_and_report(focal: Person, title: str) -> None:
    """The agency records a figure on one of its tasks and sends the report that the plan asks for."""
    focal.room("Kế hoạch & nhiệm vụ")
    focal.fill({"Từ trong nhiệm vụ, cơ quan hoặc kế hoạch": title})
    focal.press("Lọc")
    focal.through(focal.page.get_by_role("table").get_by_role("link").first)
    focal.fill({"Ngày": day(0), "Tiến độ (%)": "40", "Kết quả thực hiện": "Đã nói chuyện tại hai trạm y tế."})
    focal.page.get_by_label("Chỉ tiêu báo cáo").first.select_option(label="Tuyên truyền trực tiếp (buổi)")
    focal.page.get_by_label("Số liệu", exact=True).first.fill("2")
    focal.press("Lưu tiến độ")
    focal.room("Báo cáo")
    focal.press("Lập báo cáo", row(focal, title[1:]))
    focal.fill({"Kết quả thực hiện": "Đã tổ chức hai buổi."})
    focal.press("Gửi báo cáo")
    assert "Đã gửi báo cáo." in focal.text


def trace(officer: Person, title: str, agency: str, text: str) -> None:
    """Accepted and consolidated, the figure leads through report and task to the line of the real document."""
    officer.room("Báo cáo")
    officer.follow("Thu báo cáo")
    officer.follow(re.compile(title[1:]))
    officer.follow("Chấp nhận hoặc trả lại", row(officer, agency))
    officer.press("Chấp nhận")
    officer.follow("Tổng hợp")
    officer.page.get_by_label("Cơ quan ban hành").select_option("Công an tỉnh")
    officer.fill({"Ký hiệu sau số": "BC-CAT"})
    officer.press("Chốt số liệu và lập văn bản")
    for words in ("Tuyên truyền trực tiếp", agency):
        officer.follow("2", row(officer, words))
    task = officer.page.get_by_role("table").get_by_role("link").first
    duty = task.inner_text()
    officer.through(task)
    officer.follow(re.compile("^Nguồn: "))
    number = officer.page.url.rpartition("#dong-")[2]
    line = text.splitlines()[int(number) - 1]
    shown = officer.page.locator(":target")
    expect(shown).to_be_in_viewport()
    assert " ".join(shown.inner_text().removeprefix(number).split()) == " ".join(line.split())
    assert " ".join(duty.split()[:6]) in " ".join(line.split())
