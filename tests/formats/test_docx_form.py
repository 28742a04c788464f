"""The table of forms of Decree 30/2020 (annex I), row by row, on files opened with an independent reader."""

import io
from dataclasses import replace

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from haidang.domain.drafting.plan import compose_plan
from haidang.domain.drafting.report import compose_report
from haidang.formats import registry
from tests.domain.drafting.examples import PLAN, REPORT

LEFT, CENTRE, BOTH = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY


@pytest.fixture(scope="module")
def plan() -> WordDocument:
    return docx.Document(io.BytesIO(registry.writer("docx")(compose_plan(PLAN))))


@pytest.fixture(scope="module")
def report() -> WordDocument:
    return docx.Document(io.BytesIO(registry.writer("docx")(compose_report(REPORT))))


def every_paragraph(word: WordDocument) -> list[Paragraph]:
    found = list(word.paragraphs)
    for table in word.tables:
        for row in table.rows:
            for cell in row.cells:
                found += cell.paragraphs
    return found


def one(word: WordDocument, text: str) -> Paragraph:
    found = [p for p in every_paragraph(word) if p.text.strip() == text or p.text.startswith(text)]
    assert found, text
    return found[0]


def look(paragraph: Paragraph) -> tuple[float, bool, bool, WD_ALIGN_PARAGRAPH]:
    """Size, bold, italic, alignment of the first run as they take effect."""
    font, run = paragraph.style.font, paragraph.runs[0]
    size = run.font.size or font.size
    bold = font.bold if run.bold is None else run.bold
    italic = font.italic if run.italic is None else run.italic
    alignment = paragraph.style.paragraph_format.alignment if paragraph.alignment is None else paragraph.alignment
    return size.pt, bool(bold), bool(italic), alignment


ROWS: list[tuple[str, str, tuple[float, bool, bool, WD_ALIGN_PARAGRAPH]]] = [
    ("plan", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", (13, True, False, CENTRE)),
    ("plan", "Độc lập - Tự do - Hạnh phúc", (14, True, False, CENTRE)),
    ("report", "BỘ CÔNG AN", (13, False, False, CENTRE)),
    ("report", "CÔNG AN TỈNH AN HẢI", (13, True, False, CENTRE)),
    ("plan", "TỈNH AN HẢI", (13, True, False, CENTRE)),
    ("report", "Số: 07/BC-CAT", (13, False, False, CENTRE)),
    ("report", "An Hải, ngày 16 tháng 9 năm 2026", (14, False, True, CENTRE)),
    ("plan", "KẾ HOẠCH", (14, True, False, CENTRE)),
    ("plan", "Triển khai công tác phòng, chống mua bán người", (14, True, False, CENTRE)),
    ("plan", "Căn cứ Luật", (14, False, True, BOTH)),
    ("plan", "Ủy ban nhân dân tỉnh ban hành", (14, False, False, BOTH)),
    ("plan", "I. MỤC ĐÍCH, YÊU CẦU", (14, True, False, BOTH)),
    ("plan", "1. Công an tỉnh", (14, True, False, BOTH)),
    ("plan", "- Rà soát địa bàn", (14, False, False, BOTH)),
    ("plan", "TM. ỦY BAN NHÂN DÂN", (14, True, False, CENTRE)),
    ("plan", "KT. CHỦ TỊCH", (14, True, False, CENTRE)),
    ("plan", "PHÓ CHỦ TỊCH", (14, True, False, CENTRE)),
    ("plan", "Trần Thị Minh Hạnh", (14, True, False, CENTRE)),
    ("plan", "Nơi nhận:", (12, True, True, LEFT)),
    ("plan", "- Ban Chỉ đạo 138/CP;", (11, False, False, LEFT)),
    ("plan", "- Lưu: VT, NC.", (11, False, False, LEFT)),
    ("report", "Kính gửi: Ủy ban nhân dân tỉnh An Hải.", (14, False, False, CENTRE)),
    ("report", "Phụ lục", (14, True, False, CENTRE)),
    ("report", "(Kèm theo Báo cáo số 07/BC-CAT", (14, False, True, CENTRE)),
]


@pytest.mark.parametrize(("which", "text", "wanted"), ROWS, ids=[row[1] for row in ROWS])
def test_each_part_has_the_size_the_weight_the_slant_and_the_place_of_the_table(
    which: str, text: str, wanted: tuple[float, bool, bool, WD_ALIGN_PARAGRAPH], request: pytest.FixtureRequest
) -> None:
    assert look(one(request.getfixturevalue(which), text)) == wanted


def test_the_page_is_a4_with_the_margins_of_the_decree(plan: WordDocument) -> None:
    page = plan.sections[0]
    assert [round(side.mm) for side in (page.page_width, page.page_height)] == [210, 297]
    sides = (page.top_margin, page.bottom_margin, page.left_margin, page.right_margin)
    assert [round(side.mm) for side in sides] == [20, 20, 30, 15]


def test_pages_are_numbered_centred_in_the_top_margin_from_the_second_on(report: WordDocument) -> None:
    for section in report.sections:
        assert section.different_first_page_header_footer
        assert section.header_distance < section.top_margin
    numbered, first = report.sections[0].header.paragraphs[0], report.sections[0].first_page_header.paragraphs[0]
    assert [field.get(qn("w:instr")).strip() for field in numbered._p.iter(qn("w:fldSimple"))] == ["PAGE"]
    assert list(first._p.iter(qn("w:fldSimple"))) == []
    assert (numbered.style.font.size, numbered.style.paragraph_format.alignment) == (Pt(14), CENTRE)


def test_an_annex_lies_across_and_counts_its_pages_from_one(report: WordDocument) -> None:
    annex = report.sections[1]
    assert annex.orientation == WD_ORIENT.LANDSCAPE
    assert round(annex.page_width.mm) == 297
    assert annex._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
    assert report.sections[0]._sectPr.find(qn("w:pgNumType")) is None


def test_the_font_is_times_new_roman_for_all_four_scripts_and_the_language_vietnamese(plan: WordDocument) -> None:
    default = plan.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    fonts = default.find(qn("w:rFonts"))
    assert [fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia", "cs")] == ["Times New Roman"] * 4
    assert default.find(qn("w:lang")).get(qn("w:val")) == "vi-VN"
    themed = [e for e in plan.styles.element.iter(qn("w:rFonts")) if e.get(qn("w:asciiTheme"))]
    assert themed == []


def test_paragraphs_are_indented_and_six_points_apart(plan: WordDocument) -> None:
    for text in ("Căn cứ Luật", "Ủy ban nhân dân tỉnh ban hành", "- Rà soát địa bàn"):
        layout = one(plan, text).style.paragraph_format
        assert round(layout.first_line_indent.mm, 1) == 12.7
        assert layout.space_after >= Pt(6)
        assert 1 <= layout.line_spacing <= 1.5


def ruled(word: WordDocument) -> list[tuple[float, float]]:
    """Indents in mm of each paragraph that draws a line above itself, in document order: head, then title."""
    paragraphs = [Paragraph(p, word) for p in word.element.body.iter(qn("w:p"))]  # type: ignore[arg-type]
    lines = [p for p in paragraphs if p._p.find(f"{qn('w:pPr')}/{qn('w:pBdr')}") is not None]
    return [(p.paragraph_format.left_indent.mm, p.paragraph_format.right_indent.mm) for p in lines]


def test_solid_lines_stand_under_issuer_motto_and_title(plan: WordDocument) -> None:
    (issuer_l, issuer_r), (motto_l, motto_r), (title_l, title_r) = ruled(plan)
    assert 99 - motto_l - motto_r == pytest.approx(60.4, abs=0.5)
    issuer_words = 43.0
    assert issuer_words / 3 <= 66 - issuer_l - issuer_r <= issuer_words / 2
    assert 165 / 3 <= 165 - title_l - title_r <= 165 / 2


def test_head_and_foot_are_tables_without_borders_and_of_fixed_widths(plan: WordDocument) -> None:
    for table in (plan.tables[0], plan.tables[-1]):
        properties = table._tbl.tblPr
        assert properties.find(qn("w:tblBorders")) is None
        assert properties.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"
        grid = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.findall(qn("w:gridCol"))]
        assert sum(grid) == pytest.approx(165 / 25.4 * 1440, abs=2)
        for row in table.rows:
            assert [cell.width.twips for cell in row.cells] == pytest.approx(grid, abs=1)
            assert row._tr.trPr.find(qn("w:cantSplit")) is not None


def test_the_head_of_a_table_is_repeated_and_no_row_is_torn(report: WordDocument) -> None:
    for table in (report.tables[1], report.tables[-1]):
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        assert table._tbl.tblPr.find(qn("w:tblBorders")) is not None


def test_the_annex_table_fills_the_landscape_page(report: WordDocument) -> None:
    grid = [int(column.get(qn("w:w"))) for column in report.tables[-1]._tbl.tblGrid.findall(qn("w:gridCol"))]
    assert sum(grid) / 1440 * 25.4 == pytest.approx(252, abs=0.5)


def test_the_last_words_stay_with_the_signature_and_end_with_the_closing_mark(plan: WordDocument) -> None:
    last = [p for p in plan.paragraphs if p.text][-1]
    assert last.text.endswith("./.")
    assert last.paragraph_format.keep_with_next


def test_an_unsigned_document_leaves_the_room_of_the_name_empty() -> None:
    unsigned = replace(PLAN, frame=replace(PLAN.frame, signer=None))
    word = docx.Document(io.BytesIO(registry.writer("docx")(compose_plan(unsigned))))
    right = word.tables[-1].rows[0].cells[1]
    assert [p.text for p in right.paragraphs] == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", ""]
    assert right.paragraphs[-1].style.paragraph_format.space_before >= Mm(20)


def test_each_addressee_has_a_line_of_its_own_where_there_are_several() -> None:
    two = replace(REPORT, addressees=("Bộ Công an", "Ủy ban nhân dân tỉnh An Hải"))
    word = docx.Document(io.BytesIO(registry.writer("docx")(compose_report(two))))
    texts = [p.text for p in word.paragraphs]
    place = texts.index("Kính gửi:")
    assert texts[place + 1 : place + 3] == ["- Bộ Công an;", "- Ủy ban nhân dân tỉnh An Hải."]


def test_every_text_of_the_draft_is_in_the_file(plan: WordDocument, report: WordDocument) -> None:
    written = "\n".join(p.text for word in (plan, report) for p in every_paragraph(word))
    wanted: list[str] = [duty.text for group in PLAN.groups for duty in group.duties]
    wanted += [row.indicator for row in REPORT.figures] + [row.agency for row in REPORT.annex_rows]
    assert [text for text in wanted if text not in written] == []
