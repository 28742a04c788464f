"""The whole loop in a real browser: from a document that comes in to the source line behind a consolidated figure."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys import papers
from tests.journeys.office import Office
from tests.journeys.people import Person
from tests.journeys.story import (
    Cast,
    answer,
    card,
    confirm,
    day,
    draft,
    figures_of,
    row,
    sign_and_number,
    submit,
    words_of,
)

pytestmark = pytest.mark.journey

TITLE = "Giữ an toàn cho người đi làm xa tại các bến khách và khu nhà trọ"
COURSES = "tổ chức ba lớp tập huấn sơ cứu tâm lý"
ELDERS, COACHES = "Vận động hội viên sống gần bến khách", "Bố trí một quầy tư vấn miễn phí"
HANDBOOK, REPORT = "In sổ tay bỏ túi", "Các cơ quan được giao nhiệm vụ"
OWN = "Nhắc chủ bến khách mở loa dặn hành khách tự giữ giấy tờ."
MISSED = "Giữ liên lạc với người vừa trở về từ bến khách."
LODGINGS, PLEDGES = "Kiểm tra đột xuất các nhà trọ quanh bến khách", "Tổ chức ký cam kết với chủ nhà trọ"
PATROL = "Tuần tra các bến tạm ngoài đảo"


def test_from_a_document_to_the_line_behind_a_figure(cast: Cast, office: Office, tmp_path: Path):
    document = register(cast, tmp_path)
    correct(cast("thuongtruc"))
    confirm(cast("thuongtruc"))
    plan = draft_plan(cast("thuongtruc"))
    issue(cast, plan)
    read_the_plan(cast("vanthu"))
    work(cast("soyte"), tmp_path)
    request = report(cast, tmp_path)
    collect(cast, request)
    made = consolidate(cast, request)
    follow_the_figure(cast("thuongtruc"), made)
    search(cast("thuongtruc"))
    amend(cast, document, plan)
    reassign(cast("thuongtruc"), plan)
    correct_the_report(cast, request, made)
    inspect(cast("thanhtra"), office)


def register(cast: Cast, folder: Path) -> str:
    """The document comes as a file; pasted once more it is found to be there already."""
    officer = cast("thuongtruc")
    file = folder / "chi-thi.txt"
    file.write_text(papers.directive(), encoding="utf-8")
    officer.room("Văn bản")
    officer.follow("Đăng ký văn bản")
    officer.fill({"Số đến": "1204"})
    officer.page.get_by_label("Hoặc chọn tệp").set_input_files(file)
    officer.press("Đăng ký và đọc")
    assert papers.NUMBER in officer.heading
    there = officer.page.url
    officer.room("Văn bản")
    officer.follow("Đăng ký văn bản")
    officer.fill({"Toàn văn văn bản": papers.directive()})
    officer.press("Đăng ký và đọc")
    assert "đã được đăng ký trước đó" in officer.text
    assert officer.page.url == there
    return there


def correct(officer: Person) -> None:
    """Doubts stand first; a duty is corrected, added, split, merged, removed and brought back."""
    cards = officer.page.get_by_role("heading", level=3)
    assert {words.split(" ")[0] for words in cards.all_inner_texts()[:3]} == {"Vận", "Bố", "Các"}
    expect(card(officer, ELDERS)).to_contain_text("Cần xem")
    officer.follow("Sửa", card(officer, REPORT))
    leads = ("Công an tỉnh", "Sở Y tế", "Viện kiểm sát nhân dân tỉnh", "Ủy ban nhân dân các xã, phường, đặc khu")
    officer.fill({"Chủ trì": "\n".join(leads)})
    officer.press("Lưu")
    expect(card(officer, REPORT)).to_contain_text("12 đơn vị")
    officer.follow("Thêm nội dung giao")
    officer.fill({"Nội dung giao": OWN, "Chủ trì": "UBND xã Bãi Ngang", "Dòng trong văn bản": "13"})
    officer.page.get_by_label("suốt thời gian thực hiện kế hoạch").check()
    officer.press("Thêm")
    officer.follow("Tách", card(officer, LODGINGS))
    officer.page.get_by_label("tại chỗ tôi tự đánh dấu ở dưới").check()
    officer.fill({"Câu chữ": f"{LODGINGS}.\n---\n{PLEDGES} về khai báo người ở."})
    officer.press("Tách")
    expect(card(officer, PLEDGES)).to_contain_text("Công an tỉnh")
    officer.follow("Gộp", card(officer, HANDBOOK))
    officer.page.get_by_label("Phát sổ tay đó").check()
    officer.press("Gộp")
    expect(card(officer, HANDBOOK)).to_contain_text("Phát sổ tay đó tới từng trạm y tế")
    officer.press("Bỏ", card(officer, PATROL))
    assert "11 nội dung giao" in officer.text
    officer.press("Hoàn tác")
    expect(card(officer, PATROL)).to_contain_text("Bộ Chỉ huy Quân sự tỉnh")
    assert "12 nội dung giao" in officer.text


def draft_plan(officer: Person) -> str:
    """Collectives are expanded; what nobody owns is given to an agency or declared with its reason."""
    plan = draft(officer, TITLE)
    boards = card(officer, "Dán bảng số điện thoại 111")
    boards.get_by_text("12 cơ quan chủ trì").click()
    expect(boards.get_by_role("link", name="UBND xã Bãi Ngang")).to_be_visible()
    officer.follow("Giao nội dung chưa có cơ quan")
    officer.follow("Giao hoặc nêu lý do", card(officer, ELDERS))
    leads = officer.page.get_by_role("group", name="Cơ quan chủ trì")
    leads.get_by_label("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh").check()
    officer.press("Giao nội dung")
    officer.follow("Giao hoặc nêu lý do", card(officer, COACHES))
    officer.fill({"Lý do": "Bến xe liên vùng thuộc tỉnh khác quản lý; đã có văn bản trao đổi."})
    officer.press("Nêu lý do")
    expect(officer.page.get_by_role("main")).to_contain_text("Chưa giao, đã nêu lý do")
    return plan


def issue(cast: Cast, plan: str) -> None:
    """A superior sends the plan back, it is mended and shown again; both approve, it is signed and numbered."""
    officer = cast("thuongtruc")
    submit(officer)
    answer(cast("phogiamdoc"), TITLE, note="Ghi rõ mục đích, yêu cầu.")
    officer.page.goto(plan)
    expect(officer.page.get_by_role("main")).to_contain_text("Ghi rõ mục đích, yêu cầu.")
    officer.follow("Sửa", card(officer, "Thông tin"))
    officer.fill({"Mục đích, yêu cầu": "Người đi xa biết tự giữ giấy tờ và biết gọi ai."})
    officer.press("Lưu")
    submit(officer)
    for superior in ("phogiamdoc", "phochutich"):
        answer(cast(superior), TITLE)
    sign_and_number(cast, TITLE, "316")


def read_the_plan(clerk: Person) -> None:
    """The issued document holds its number, its agencies and the text of every task."""
    words = words_of(clerk.download("Kế hoạch đã ban hành (DOCX)"))
    for expected in ("Số: 316/KH-UBND", "Sở Y tế", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", COURSES, HANDBOOK, OWN):
        assert expected in words
    for duty in (ELDERS, PATROL, LODGINGS, PLEDGES, "Dán bảng số điện thoại 111"):
        assert duty in words
    assert COACHES not in words


def work(health: Person, folder: Path) -> None:
    """The department finds its duty, says what was done, with a figure and a file, and finishes it."""
    evidence = folder / "danh-sach.txt"
    evidence.write_text("Ba lớp, hai mươi bảy học viên.", encoding="utf-8")
    health.room("Kế hoạch & nhiệm vụ")
    assert health.heading == "Nhiệm vụ của tôi"
    health.follow(re.compile(COURSES))
    health.fill({"Ngày": day(0), "Tiến độ (%)": "100", "Kết quả thực hiện": "Đã mở đủ ba lớp."})
    health.page.get_by_label("Tài liệu minh chứng").set_input_files(evidence)
    health.page.get_by_label("Chỉ tiêu báo cáo").first.select_option(label="Tập huấn nghiệp vụ (lớp)")
    health.page.get_by_label("Số liệu", exact=True).first.fill("3")
    health.press("Lưu tiến độ")
    for expected in ("Đã lưu tiến độ.", "hoàn thành đúng hạn", "danh-sach.txt"):
        assert expected in health.text
    assert "hai mươi bảy" in health.download("danh-sach.txt").read_text()


def report(cast: Cast, folder: Path) -> str:
    """Three ways to answer: figures and words, nothing arose in three taps, a paper entered for another."""
    health, commune, officer = cast("soyte"), cast("xa.dongsay"), cast("thuongtruc")
    health.room("Báo cáo")
    health.press("Lập báo cáo", row(health, TITLE.lower()))
    classes = row(health, "Tập huấn nghiệp vụ")
    expect(classes).to_contain_text("3")
    health.fill({"Người được tập huấn": "27", "Kết quả thực hiện": "Đã mở ba lớp cho nhân viên trạm y tế."})
    health.press("Gửi báo cáo")
    assert "Đã gửi báo cáo." in health.text
    commune.room("Báo cáo")
    commune.follow("Không phát sinh", row(commune, TITLE.lower()))
    commune.press("Gửi: không phát sinh")
    assert "Đã gửi báo cáo không phát sinh." in commune.text
    officer.room("Báo cáo")
    officer.follow("Thu báo cáo")
    officer.follow(re.compile(TITLE.lower()))
    request = officer.page.url
    scan = folder / "bao-cao-vien-kiem-sat.txt"
    scan.write_text("Bản chụp", encoding="utf-8")
    officer.follow("Nhập thay", row(officer, "Viện kiểm sát nhân dân tỉnh"))
    officer.fill({"Số, ký hiệu văn bản": "88/BC-VKS", "Ngày của văn bản": day(0), "Ngày đến": day(0)})
    officer.page.get_by_label("Bản quét văn bản").set_input_files(scan)
    officer.press("Tiếp tục nhập số liệu")
    officer.fill({"Người được tập huấn": "5", "Kết quả thực hiện": "Cử kiểm sát viên dự lớp."})
    officer.press("Gửi báo cáo")
    assert "Nhập thay" in officer.text
    return request


def collect(cast: Cast, request: str) -> None:
    """One report goes back with its reason and comes again; nobody accepts what they entered themselves."""
    officer, head, health = cast("thuongtruc"), cast("doitruong"), cast("soyte")
    officer.page.goto(request)
    officer.follow("Chấp nhận hoặc trả lại", row(officer, "Sở Y tế"))
    officer.fill({"Nội dung cần sửa: Người được tập huấn": "Chưa tính lớp thứ ba."})
    officer.press("Trả lại kèm các lý do này")
    health.room("Bàn làm việc")
    health.follow(re.compile(TITLE.lower()))
    health.press("Lập báo cáo", row(health, "Sở Y tế"))
    assert "Chưa tính lớp thứ ba." in health.text
    health.fill({"Người được tập huấn": "42"})
    health.press("Gửi báo cáo")
    for reviewer, agency in ((officer, "Sở Y tế"), (officer, "UBND xã Đồng Sậy"), (head, "Viện kiểm sát nhân dân")):
        reviewer.page.goto(request)
        reviewer.follow("Chấp nhận hoặc trả lại", row(reviewer, agency))
        reviewer.press("Chấp nhận")
    officer.page.goto(request)
    assert not row(officer, "Viện kiểm sát nhân dân").get_by_role("link", name="Chấp nhận hoặc trả lại").count()


def consolidate(cast: Cast, request: str) -> str:
    """Accepted reports become the document, signed and numbered; its table is what the page shows."""
    officer, leader, clerk = cast("thuongtruc"), cast("phogiamdoc"), cast("vanthu")
    officer.page.goto(request)
    officer.follow("Tổng hợp")
    officer.page.get_by_label("Cơ quan ban hành").select_option("Công an tỉnh")
    officer.fill({"Ký hiệu sau số": "BC-CAT"})
    officer.press("Chốt số liệu và lập văn bản")
    made = officer.page.url
    leader.page.goto(made)
    leader.press("Ký")
    clerk.page.goto(made)
    clerk.fill({"Số": "97", "Ngày ban hành": day(0)})
    clerk.press("Ban hành")
    assert "97/BC-CAT" in clerk.heading
    file = clerk.download("Tải văn bản DOCX")
    words, figures = words_of(file), figures_of(file)
    assert "Số: 97/BC-CAT" in words
    assert "Sở Y tế" in words
    assert figures == _figures(clerk)
    assert (figures["Người được tập huấn"], figures["Tập huấn nghiệp vụ"]) == ("47", "3")
    return made


def _figures(who: Person) -> dict[str, str]:
    """Indicator → figure as the page shows them."""
    table = who.page.get_by_role("table").filter(has_text="Đơn vị tính")
    lines = table.get_by_role("row").filter(has=who.page.get_by_role("link")).all()
    return {line.get_by_role("cell").first.inner_text(): line.get_by_role("link").inner_text() for line in lines}


def follow_the_figure(officer: Person, made: str) -> None:
    """From the figure: its reports, the lines of one of them, the task, and the very line of the document."""
    officer.page.goto(made)
    officer.follow("3", row(officer, "Tập huấn nghiệp vụ"))
    assert officer.heading == "Tập huấn nghiệp vụ: 3"
    officer.follow("3", row(officer, "Sở Y tế"))
    officer.follow(re.compile(COURSES))
    assert "Chủ trì" in officer.text
    officer.follow(f"Nguồn: {papers.NUMBER}")
    number = officer.page.url.rpartition("#dong-")[2]
    line = papers.line(int(number))
    assert COURSES in line
    shown = officer.page.locator(":target")
    expect(shown).to_be_in_viewport()
    assert colour(shown) != colour(officer.page.locator(".line:not(:target)").first)
    assert shown.inner_text().removeprefix(number).strip() == line


def colour(of: Locator) -> str:
    """The colour a thing stands on: what an address leads to must be seen at once."""
    return str(of.evaluate("thing => getComputedStyle(thing).backgroundColor"))


def search(officer: Person) -> None:
    """The plan and the task are found with marks and without."""
    for words in ("sơ cứu tâm lý", "so cuu tam ly", "bến khách và khu nhà trọ", "ben khach va khu nha tro"):
        officer.page.get_by_label("Tìm văn bản, nhiệm vụ", exact=True).fill(words)
        officer.through(officer.page.get_by_role("button", name="Tìm", exact=True))
        expected = COURSES if "cuu" in words or "cứu" in words else TITLE
        expect(officer.page.get_by_role("main").get_by_role("link", name=re.compile(expected)).first).to_be_visible()


def amend(cast: Cast, document: str, plan: str) -> None:
    """A duty that was missed is added to the document; version 2 of the plan takes it up, version 1 stays as it was."""
    officer = cast("thuongtruc")
    officer.page.goto(document)
    officer.follow("Thêm nội dung giao")
    officer.fill({"Nội dung giao": MISSED, "Chủ trì": "Sở Nội vụ"})
    officer.page.get_by_label("suốt thời gian thực hiện kế hoạch").check()
    officer.press("Thêm")
    officer.page.goto(plan)
    officer.follow("Sửa đổi, bổ sung kế hoạch")
    officer.fill({"Lý do sửa đổi, bổ sung kế hoạch": "Bổ sung nội dung còn sót khi đọc chỉ thị."})
    officer.press("Mở bản mới")
    expect(card(officer, MISSED)).to_contain_text("Sở Nội vụ")
    submit(officer)
    for superior in ("phogiamdoc", "phochutich"):
        answer(cast(superior), TITLE)
    sign_and_number(cast, TITLE, "317")
    clerk = cast("vanthu")
    versions = card(clerk, "Các bản của kế hoạch").get_by_role("link", name="DOCX")
    texts = []
    for link in versions.all():
        with clerk.page.expect_download() as coming:
            link.click()
        texts.append(words_of(coming.value.path()))
    assert [(MISSED in words, "317/KH-UBND" in words) for words in texts] == [(True, True), (False, False)]


def reassign(officer: Person, plan: str) -> None:
    """A task goes to another agency; the old one says so and leads on to it."""
    officer.page.goto(plan)
    officer.follow("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", card(officer, ELDERS))
    old = officer.page.url
    officer.page.get_by_text("Giao lại cho cơ quan khác").click()
    officer.page.get_by_label("Cơ quan chủ trì mới").select_option("Hội Liên hiệp Phụ nữ tỉnh")
    officer.fill({"Lý do": "Hội có chi hội ở từng bến."})
    officer.press("Giao cho cơ quan này")
    officer.page.goto(old)
    officer.follow("Hiện do Hội Liên hiệp Phụ nữ tỉnh chủ trì")
    assert "Hội có chi hội ở từng bến." in officer.text


def correct_the_report(cast: Cast, request: str, made: str) -> None:
    """An accepted report is corrected; the frozen document stays, its page shows what arose since."""
    health, officer = cast("soyte"), cast("thuongtruc")
    health.page.goto(request)
    health.follow("Sở Y tế")
    health.follow("Đính chính")
    health.fill({"Lý do đính chính": "Hai học viên bị đếm trùng."})
    health.press("Mở bản đính chính")
    health.fill({"Người được tập huấn": "40"})
    health.press("Gửi báo cáo")
    officer.page.goto(request)
    officer.follow("Chấp nhận hoặc trả lại", row(officer, "Sở Y tế"))
    officer.press("Chấp nhận")
    officer.page.goto(made)
    expect(officer.page.get_by_role("main")).to_contain_text("Phát sinh sau chốt")
    expect(officer.page.get_by_role("main")).to_contain_text("Người được tập huấn: 47 → 45")
    assert figures_of(officer.download("Tải văn bản DOCX"))["Người được tập huấn"] == "47"


def inspect(inspector: Person, office: Office) -> None:
    """The inspector reads the acts in the ledger; the chain is whole."""
    inspector.room("Nhật ký")
    for act, who in (
        ("đăng ký văn bản chỉ đạo", "Lê Thị Hạ"),
        ("cấp số và ban hành kế hoạch", "Vũ Thị Giấy"),
        ("đính chính báo cáo", "Đỗ Thị Lành"),
        ("giao lại nhiệm vụ", "Lê Thị Hạ"),
    ):
        inspector.page.get_by_label("Việc").select_option(act)
        inspector.press("Lọc")
        expect(row(inspector, act)).to_contain_text(who)
    assert "nguyên vẹn" in office.manage("ledger", "verify")
