"""Tables of assignments: rows are duties, with who and when by their columns; other tables are left alone."""

from hypothesis import given
from hypothesis import strategies as st

from haidang.domain.directives.reader import read
from haidang.domain.directives.reading import DueKind, Duty
from haidang.domain.directives.tables import find_tables

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH AN HẢI\nSố: 12/KH-UBND\n\nAn Hải, ngày 02 tháng 3 năm 2026\n\nKẾ HOẠCH\nDạy bơi\n\n"
COLUMNS = "| TT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành |\n"
FOOT = "\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nLê Thị Hải Yến\n\nPHỤ LỤC\n\n"


def duties(rows: str, columns: str = COLUMNS) -> tuple[Duty, ...]:
    return read(f"{HEAD}I. MỤC ĐÍCH\n\nBảo đảm an toàn.{FOOT}{columns}{rows}").duties


def test_each_row_is_a_duty_with_its_lead_its_helpers_and_its_day() -> None:
    first, second = duties(
        "| 1 | Soạn tài liệu dạy bơi | Sở Giáo dục và Đào tạo | Sở Y tế; UBND các xã, phường | Trước ngày 15/6/2026 |\n"
        "| 2 | Rà soát bể bơi trên địa bàn | UBND các xã, phường |  | Hằng quý |\n"
    )
    assert (first.leads, first.supports) == (("Sở Giáo dục và Đào tạo",), ("Sở Y tế", "UBND các xã, phường"))
    assert (first.due.printed, first.due.before, first.clause) == ("2026-06-15", True, "PL.1")
    assert (second.due.kind, second.due.rhythm, second.supports) == (DueKind.RHYTHM, "quarter", ())


def test_a_row_without_a_lead_goes_on_from_the_row_above_and_says_so() -> None:
    _, second = duties("| 1 | Mở lớp dạy bơi | Tỉnh đoàn | | 30/6/2026 |\n| 2 | Cấp phao cho học viên | | | |\n")
    assert second.leads == ("Tỉnh đoàn",)
    assert [doubt.code for doubt in second.doubts] == ["lead.inherited"]
    assert second.due.kind is DueKind.THROUGHOUT


def test_headings_rules_and_numbers_of_columns_are_no_duties() -> None:
    rows = "|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 |\n| I | Tuyên truyền | | | |\n"
    found = duties(rows + "| 1 | Phát tờ gấp dạy bơi | Sở Y tế | | |\n")
    assert [duty.anchor for duty in found] == ["Phát tờ gấp dạy bơi"]


def test_other_names_of_columns_are_known() -> None:
    columns = "| STT | Nhiệm vụ | Đơn vị thực hiện | Sản phẩm | Hạn hoàn thành |\n"
    (found,) = duties("| 1 | Thống kê bể bơi | Sở Văn hóa, Thể thao và Du lịch | Danh sách | 20/5/2026 |\n", columns)
    assert (found.leads, found.due.printed) == (("Sở Văn hóa, Thể thao và Du lịch",), "2026-05-20")


def test_a_name_nobody_knows_stands_as_written_with_a_doubt() -> None:
    (found,) = duties("| 1 | Trông trẻ giờ bơi | các cô nuôi dạy trẻ | | |\n")
    assert found.leads == ("các cô nuôi dạy trẻ",)
    assert "lead.unclear" in {doubt.code for doubt in found.doubts}


def test_a_row_that_nobody_leads_is_counted_and_not_lost() -> None:
    reading = read(f"{HEAD}I. MỤC ĐÍCH\n\nAn toàn.{FOOT}{COLUMNS}| 1 | Mua phao cho trường | | | |\n")
    assert reading.duties == ()
    assert ("unowned", "1") in {(doubt.code, doubt.words) for doubt in reading.doubts}


def test_a_table_of_figures_is_no_table_of_assignments() -> None:
    assert find_tables("| TT | Xã | Số bể bơi |\n| 1 | Đồng Sậy | 2 |\n").rows == ()


def test_every_span_of_a_row_is_its_words() -> None:
    text = f"{HEAD}I. MỤC ĐÍCH\n\nAn toàn.{FOOT}{COLUMNS}| 1 |  Phát  tờ gấp | Sở Y tế | | 20/5/2026 |\n"
    reading = read(text)
    (found,) = reading.duties
    assert " ".join(reading.text[found.span.start : found.span.end].split()) == found.text
    assert reading.text.split("\n")[found.span.line - 1].startswith("| 1 |")
    assert found.due.span
    assert reading.text[found.due.span.start : found.due.span.end] == "20/5/2026"


@given(st.text(alphabet="|a1 \n-:\\", max_size=80))
def test_any_text_of_bars_is_taken_place_for_place(text: str) -> None:
    found = find_tables(COLUMNS + text)
    assert len(found.rest) == len(COLUMNS + text)
    assert found.rest.count("\n") == (COLUMNS + text).count("\n")
