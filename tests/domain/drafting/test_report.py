from dataclasses import replace
from decimal import Decimal

import pytest

from haidang.domain.drafting.blocks import Bullet, Document, Heading, Paragraph, Table
from haidang.domain.drafting.figures import AgencyRow, Empty, FigureRow, agencies_tables, figures_table, shown
from haidang.domain.drafting.report import Passage, Reporter, ReporterState, compose_report
from tests.domain.drafting.examples import INDICATORS, REPORT


def texts(document: Document) -> list[str]:
    return ["".join(run.text for run in block.runs) for block in document.body if isinstance(block, Bullet | Paragraph)]


def test_the_four_ways_of_being_empty_are_never_mixed_up() -> None:
    printed = [shown(value) for value in (0, Empty.NOTHING_AROSE, Empty.NOT_ITS_TASK, Empty.NOT_REPORTED)]
    assert printed == ["0", "không phát sinh", "không thuộc chức năng", "chưa báo cáo"]


def test_figures_are_printed_with_vietnamese_digits() -> None:
    assert shown(16245) == "16.245"
    assert shown(Decimal("12.5")) == "12,5"


def test_the_report_counts_who_reported_and_names_who_did_not() -> None:
    said = texts(compose_report(REPORT))
    assert any("có 12/14 cơ quan, đơn vị, địa phương có báo cáo được chấp nhận" in text for text in said)
    assert "Chưa báo cáo (1): Ủy ban nhân dân xã Lũng Cát." in said
    assert "Báo cáo không phát sinh (1): Ủy ban nhân dân xã Sơn Trà Bắc." in said
    assert any(text.startswith("Đã gửi, chưa được chấp nhận") and "xã Nà Phai" in text for text in said)
    assert any(text.startswith("Báo cáo không thuộc chức năng, nhiệm vụ (1)") for text in said)


def test_a_report_entered_for_another_is_marked_with_its_document() -> None:
    said = " ".join(texts(compose_report(REPORT)))
    assert "Tòa án nhân dân tỉnh (nhập thay theo Công văn số 118/TA-VP ngày 10/9/2026)" in said
    assert "trong đó 01 báo cáo do cơ quan tổng hợp nhập thay" in said


def test_nothing_is_said_of_entering_for_another_where_nobody_did() -> None:
    reporters = (Reporter("Sở Y tế", ReporterState.ACCEPTED),)
    assert "nhập thay" not in " ".join(texts(compose_report(replace(REPORT, reporters=reporters))))


def test_the_figures_name_their_source_and_the_day_they_were_closed() -> None:
    said = " ".join(texts(compose_report(REPORT)))
    assert "chỉ tổng hợp từ các báo cáo đã được chấp nhận, chốt đến ngày 11/9/2026" in said
    assert "từ ngày 12/9/2026 đến ngày 14/9/2026 là ước thực hiện" in said
    on_time = " ".join(texts(compose_report(replace(REPORT, estimated_from=None))))
    assert "ước thực hiện" not in on_time


def test_comparisons_are_printed_only_where_they_were_given() -> None:
    bare = figures_table([FigureRow("Buổi tuyên truyền", "buổi", 5)])
    assert bare.head == ("TT", "Chỉ tiêu báo cáo", "Đơn vị tính", "Trong kỳ")
    full = figures_table(REPORT.figures)
    assert full.head[4:] == ("Lũy kế", "Cùng kỳ năm trước", "Tăng (+), giảm (−)", "Tăng, giảm (%)", "Ghi chú")
    assert full.rows[0].cells == ("1", "Buổi tuyên truyền trực tiếp", "buổi", "78", "131", "72", "+6", "+8,3", "")
    assert full.rows[1].cells[6:8] == ("−1.400", "−8,2")


def test_percentages_are_rounded_half_up_before_their_sign_is_chosen() -> None:
    rows = [FigureRow("A", "buổi", 1, change_percent=Decimal(p)) for p in ("12.25", "-12.25", "-0.04")]
    assert [row.cells[4] for row in figures_table(rows).rows] == ["+12,3", "−12,3", "0,0"]


def test_no_cell_of_a_comparison_is_left_blank() -> None:
    table = figures_table(REPORT.figures)
    assert table.rows[4].cells[4:8] == ("-", "-", "-", "-")
    assert "không có số liệu để so sánh" in table.note


def test_the_annex_shows_each_unit_and_the_totals_as_consolidated() -> None:
    document = compose_report(REPORT)
    assert [annex.label for annex in document.annexes] == ["Phụ lục"]
    annex = document.annexes[0]
    assert annex.landscape
    assert annex.attached_to == "(Kèm theo Báo cáo số 07/BC-CAT ngày 16 tháng 9 năm 2026 của Công an tỉnh)"
    table = annex.body[0]
    assert isinstance(table, Table)
    assert len(table.rows) == 13
    assert table.rows[-1].total
    assert table.rows[-1].cells[1:4] == ("Tổng cộng", "78", "15.600")
    assert table.rows[10].cells[2:10] == ("chưa báo cáo",) * 8
    assert table.rows[7].cells[-1] == "nhập thay"


def test_more_indicators_than_a_page_holds_make_further_annexes() -> None:
    many = INDICATORS * 2 + INDICATORS[:3]
    row = AgencyRow("Sở Y tế", tuple(range(19)))
    tables = agencies_tables(many, [row], tuple(range(19)))
    assert [len(table.columns) for table in tables] == [10, 10, 5]
    assert tables[2].rows[0].cells == ("1", "Sở Y tế", "16", "17", "18")
    document = compose_report(replace(REPORT, annex_indicators=many, annex_rows=(row,), annex_totals=tuple(range(19))))
    assert [annex.label for annex in document.annexes] == ["Phụ lục I", "Phụ lục II", "Phụ lục III"]
    assert [annex.landscape for annex in document.annexes] == [True, True, False]
    assert any("nêu tại Phụ lục I đến Phụ lục III." in text for text in texts(document))


def test_a_row_with_a_figure_too_few_does_not_pass() -> None:
    with pytest.raises(ValueError, match="one text per column"):
        agencies_tables(INDICATORS, [AgencyRow("Sở Y tế", (1, 2))], (0,) * 8)


def test_words_of_an_agency_stand_under_its_name() -> None:
    said = texts(compose_report(REPORT))
    assert "Sở Y tế: Duy trì trực tiếp nhận 24 giờ trong ngày." in said


def test_empty_parts_are_left_out() -> None:
    document = compose_report(replace(REPORT, sections=(), difficulties=(), annex_rows=()))
    parts = [f"{b.label} {b.text}" for b in document.body if isinstance(b, Heading)]
    assert parts == [
        "I. TÌNH HÌNH CHẤP HÀNH CHẾ ĐỘ BÁO CÁO",
        "II. SỐ LIỆU TỔNG HỢP",
        "III. ĐỀ XUẤT, KIẾN NGHỊ",
    ]
    assert document.annexes == ()


def test_a_report_to_the_level_above_names_it_under_the_title_and_first_among_the_recipients() -> None:
    document = compose_report(REPORT)
    assert document.addressees == ("Ủy ban nhân dân tỉnh An Hải",)
    assert document.recipients[0] == "- Như trên;"
    assert document.closing == "Công an tỉnh trân trọng báo cáo Ủy ban nhân dân tỉnh An Hải./."


def test_a_correcting_report_cites_the_one_it_replaces() -> None:
    document = compose_report(replace(REPORT, corrects="Báo cáo số 05/BC-CAT ngày 15/9/2026"))
    assert "Báo cáo này đính chính và thay thế Báo cáo số 05/BC-CAT ngày 15/9/2026." in texts(document)


def test_difficulties_keep_the_name_of_who_wrote_them() -> None:
    document = compose_report(replace(REPORT, difficulties=(Passage("Sở Y tế", "thiếu giường lưu trú"),)))
    assert "Sở Y tế: Thiếu giường lưu trú." in texts(document)
