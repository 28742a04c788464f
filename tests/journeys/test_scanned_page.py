"""A scan in a real browser: duties outlined on the picture of the page, tied to their cards, compared one by one."""

from pathlib import Path

from playwright.sync_api import expect

from tests.factories.scans import scanned_plan
from tests.journeys.story import Cast, confirm


def test_a_scan_is_registered_seen_compared_and_confirmed(cast: Cast, tmp_path: Path) -> None:
    file = tmp_path / "quet.pdf"
    file.write_bytes(scanned_plan())
    officer = cast("thuongtruc")
    officer.room("Văn bản")
    officer.follow("Đăng ký văn bản")
    officer.page.get_by_label("Hoặc chọn tệp").set_input_files(file)
    officer.press("Đăng ký và đọc")
    assert "3 nội dung giao" in officer.text
    picture = officer.page.locator(".scan image")
    shown = picture.evaluate(
        "async (image) => (await createImageBitmap(await (await fetch(image.href.baseVal)).blob())).width"
    )
    assert shown == 1100
    outlines = officer.page.locator(".scan a.outline")
    expect(outlines).to_have_count(3)
    box = outlines.first.bounding_box()
    frame = officer.page.locator(".scan svg").bounding_box()
    assert box
    assert frame
    assert frame["x"] <= box["x"] <= box["x"] + box["width"] <= frame["x"] + frame["width"]
    outlines.first.focus()
    duty = outlines.first.get_attribute("data-duty")
    expect(officer.page.locator(f"#d-{duty}")).to_have_class("duty-card doubt active")
    officer.through(officer.page.get_by_role("main").get_by_role("link", name="Xác nhận"))
    officer.page.get_by_label("Tôi chấp nhận các chỗ cần xem lại chưa xử lý").check()
    officer.press("Xác nhận")
    assert "Còn 3 nội dung giao đọc từ bản quét" in officer.text
    officer.page.go_back()
    officer.page.go_back()
    for _ in range(3):
        officer.press("Giữ nguyên")
    confirm(officer)
