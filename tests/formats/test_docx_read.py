"""Reading Word files: what a person sees on the page comes out as text, what nobody sees does not."""

import io
from collections.abc import Callable

import docx
import pytest

from haidang.domain.directives.reader import read
from haidang.domain.drafting.blocks import Bullet, Document, Heading, Paragraph
from haidang.domain.drafting.plan import compose_plan
from haidang.domain.drafting.report import compose_report
from haidang.formats import registry
from haidang.formats.opening import open_file
from tests.domain.drafting.examples import PLAN, REPORT
from tests.formats.office import cell, list_of, listed, packed, para, strict, table, word, word_parts


def lines(data: bytes) -> list[str]:
    """The paragraphs and rows of a file's text."""
    return [line for line in open_file(data).text.split("\n") if line]


def test_paragraphs_are_lines_parted_by_an_empty_one() -> None:
    laid = open_file(word(para("Công an tỉnh") + para("  ") + para("Sở Y tế")))
    assert (laid.text, laid.form, laid.encoding) == ("Công an tỉnh\n\nSở Y tế\n", "docx", "docx")


def test_strict_files_read_the_same() -> None:
    parts = word_parts(listed("Sở Y tế"), numbering=list_of(("decimal", "%1.")))
    assert lines(packed(strict(parts))) == lines(packed(parts)) == ["1. Sở Y tế"]


def test_automatic_numbers_are_written_out() -> None:
    levels = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "\uf0b7"))
    body = "".join(
        listed(text, level=level)
        for text, level in [("A", 0), ("B", 1), ("C", 2), ("D", 2), ("E", 3), ("F", 1), ("G", 0), ("H", 1)]
    )
    found = lines(word(body, numbering=list_of(*levels)))
    assert found == ["I. A", "1. B", "a) C", "b) D", "- E", "2. F", "II. G", "1. H"]


def test_a_number_of_several_levels_shows_them_all() -> None:
    body = listed("A") + listed("B", level=1) + listed("C", level=1)
    assert lines(word(body, numbering=list_of(("decimal", "%1."), ("decimal", "%1.%2.")))) == [
        "1. A",
        "1.1. B",
        "1.2. C",
    ]


def test_a_second_list_of_the_same_kind_begins_where_it_says() -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = listed("A") + listed("B") + listed("C", list_id=2)
    assert lines(word(body, numbering=list_of(("decimal", "%1.")) + again)) == ["1. A", "2. B", "1. C"]


def test_a_plus_stays_a_plus_and_other_dots_become_dashes() -> None:
    numbering = list_of(("bullet", "+")) + list_of(("bullet", "•"), list_id=2)
    assert lines(word(listed("A") + listed("B", list_id=2), numbering=numbering)) == ["+ A", "- B"]


def test_a_number_that_comes_from_the_style_is_written_out() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Muc"/></w:style>'
    )
    body = para("A", '<w:pStyle w:val="Muc"/>') + para("B", '<w:pStyle w:val="Con"/>')
    assert lines(word(body, styles=styles, numbering=list_of(("decimal", "Điều %1.")))) == ["Điều 1. A", "Điều 2. B"]


def test_a_table_row_is_one_line() -> None:
    body = para("Bảng") + table(cell("TT") + cell("Việc"), cell("1") + cell("Rà soát;|lập danh sách a|b")) + para("Hết")
    text = open_file(word(body)).text
    assert text == "Bảng\n\n| TT | Việc |\n| 1 | Rà soát; lập danh sách a b |\n\nHết\n"


def test_a_bar_inside_a_cell_is_told_from_the_edge_of_one() -> None:
    data = docx.Document()
    grid = data.add_table(1, 2, style="Table Grid")
    grid.cell(0, 0).text, grid.cell(0, 1).text = "a|b", "c"
    out = io.BytesIO()
    data.save(out)
    assert lines(out.getvalue()) == ["| a\\|b | c |"]


def test_what_is_merged_downwards_is_said_in_every_row() -> None:
    begin, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (cell("TT") + cell("Cơ quan") + cell("Việc"), cell("1") + cell("Sở Y tế", begin) + cell("A"))
    body = table(*rows, cell("2") + cell("", on) + cell("B"), cell("3") + cell("Sở Nội vụ") + cell("C"))
    assert lines(word(body))[1:] == ["| 1 | Sở Y tế | A |", "| 2 | Sở Y tế | B |", "| 3 | Sở Nội vụ | C |"]


def test_what_is_merged_across_is_said_once_and_columns_stay_in_place() -> None:
    body = table(cell("I. Sở Y tế", '<w:gridSpan w:val="2"/>') + cell("x"), cell("1") + cell("A") + cell("y"))
    assert lines(word(body)) == ["| I. Sở Y tế |  | x |", "| 1 | A | y |"]


def test_a_table_inside_a_cell_is_part_of_the_cell() -> None:
    inner = table(cell("x") + cell("y"))
    body = table(cell("TT") + cell("Việc"), cell("1") + f"<w:tc>{para('A')}{inner}{para('')}</w:tc>")
    assert lines(word(body))[1] == "| 1 | A x y |"


def test_head_and_foot_of_the_official_form_read_left_then_right() -> None:
    head = table(
        cell("UBND TỈNH|AN HẢI") + cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập - Tự do - Hạnh phúc"),
        cell("Số: 9/KH-UBND") + cell("An Hải, ngày 03 tháng 4 năm 2026"),
        ruled=False,
    )
    foot = table(cell("Nơi nhận:|- Như trên;") + cell("CHỦ TỊCH|Lê Văn Tám"), ruled=True)
    assert lines(word(head + para("KẾ HOẠCH") + foot)) == [
        "UBND TỈNH", "AN HẢI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 9/KH-UBND",
        "An Hải, ngày 03 tháng 4 năm 2026", "KẾ HOẠCH", "Nơi nhận:", "- Như trên;", "CHỦ TỊCH", "Lê Văn Tám",
    ]  # fmt: skip


def test_a_table_without_lines_whose_rows_are_counted_stays_a_table() -> None:
    body = table(cell("TT") + cell("Cơ quan"), cell("1") + cell("Sở Y tế"), ruled=False)
    assert lines(word(body)) == ["| TT | Cơ quan |", "| 1 | Sở Y tế |"]


def test_a_text_box_is_read_once_of_its_two_drawings() -> None:
    inside = f"<w:txbxContent>{para('TRONG KHUNG')}</w:txbxContent>"
    box = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert lines(word(f"<w:p><w:r><w:t>Ngoài</w:t>{box}</w:r></w:p>")) == ["Ngoài", "TRONG KHUNG"]


def test_tracked_changes_are_read_as_accepted() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    deleted = '<w:del w:id="1"><w:r><w:delText>bỏ</w:delText></w:r></w:del>'
    moved = f'<w:moveFrom w:id="2">{run.format("cũ")}</w:moveFrom>'
    body = f"<w:p>{run.format('Giữ ')}{deleted}{moved}<w:ins>{run.format('thêm')}</w:ins></w:p>"
    assert lines(word(body)) == ["Giữ thêm"]


def test_a_deleted_end_of_paragraph_joins_it_with_the_next() -> None:
    body = para("Công an ", '<w:rPr><w:del w:id="1"/></w:rPr>') + para("tỉnh")
    assert lines(word(body)) == ["Công an tỉnh"]


def test_hidden_text_is_left_out_and_capitals_by_format_are_capitals() -> None:
    body = para("ẩn", run="<w:vanish/>") + para("Kế hoạch", run="<w:caps/>") + para("Hiện", run='<w:vanish w:val="0"/>')
    assert lines(word(body)) == ["KẾ HOẠCH", "Hiện"]


def test_a_field_shows_its_result_and_a_table_of_contents_is_left_out() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    def asks(what: str) -> str:
        return f"{mark('begin')}<w:r><w:instrText> {what} </w:instrText></w:r>{mark('separate')}"

    day = f"<w:p><w:r><w:t>ngày </w:t></w:r>{asks('DATE')}<w:r><w:t>05</w:t></w:r>{mark('end')}</w:p>"
    contents = f"<w:p>{asks('TOC')}<w:r><w:t>I. Mục đích 2</w:t></w:r></w:p>{para('II. Nội dung 3')}"
    assert lines(word(contents + f"<w:p>{mark('end')}</w:p>" + day)) == ["ngày 05"]


def test_hyphens_tabs_and_breaks_come_out_as_they_look() -> None:
    run = "<w:r><w:t>Công</w:t><w:softHyphen/><w:t> an</w:t><w:tab/><w:t>A</w:t><w:noBreakHyphen/><w:t>05</w:t>"
    assert lines(word(f"<w:p>{run}<w:br/></w:r><w:r><w:t>tỉnh</w:t></w:r></w:p>")) == ["Công an\tA-05", "tỉnh"]


def test_notes_stand_at_the_end_with_their_number() -> None:
    body = '<w:p><w:r><w:t>Điều 1</w:t><w:footnoteReference w:id="7"/></w:r></w:p>' + para("Điều 2")
    notes = (
        f'<w:footnote w:id="0">{para("vạch")}</w:footnote><w:footnote w:id="7">{para("Nguồn: Công báo")}</w:footnote>'
    )
    assert lines(word(body, footnotes=notes)) == ["Điều 1", "Điều 2", "[1] Nguồn: Công báo"]


def test_fonts_from_before_unicode_are_read_run_by_run() -> None:
    old = "C«ng an tØnh"
    fonts = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}"/>'
    body = para(old, run=fonts.format(".VnTime")) + para(old, run=fonts.format(".VnTimeH")) + para("Sở Y tế")
    laid = open_file(word(body))
    assert laid.text.split("\n\n") == ["Công an tỉnh", "CÔNG AN TỈNH", "Sở Y tế\n"]
    assert [(note.code, note.words) for note in laid.notes] == [("encoding.converted", "tcvn3")]


def test_unicode_typed_in_an_old_font_stays() -> None:
    assert lines(word(para("Sở Nội vụ", run='<w:rFonts w:ascii=".VnTime"/>'))) == ["Sở Nội vụ"]


def test_signs_of_symbol_fonts_that_open_a_paragraph_are_dashes() -> None:
    sign = '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0D8"/></w:r><w:r><w:tab/><w:t>Rà soát</w:t></w:r></w:p>'
    assert lines(word(sign)) == ["- Rà soát"]


def test_headers_are_left_out_but_a_stamp_of_secrecy_in_one_is_not() -> None:
    assert lines(word(para("A"), header=para("Trang 2"))) == ["A"]
    assert lines(word(para("A"), header=para("TỐI MẬT"))) == ["TỐI MẬT", "A"]


def typed(document: Document) -> str:
    """The body of a document as somebody would type it."""
    out = [document.kind_title, document.subject, *document.preamble]
    for block in document.body:
        if isinstance(block, Heading):
            out.append(f"{block.label} {block.text}")
        elif isinstance(block, Paragraph | Bullet):
            out.append(("- " if isinstance(block, Bullet) else "") + "".join(run.text for run in block.runs))
    return "\n\n".join([*out, document.closing, "Nơi nhận:", *document.recipients])


@pytest.mark.parametrize("compose", [lambda: compose_plan(PLAN), lambda: compose_report(REPORT)])
def test_our_own_documents_read_back_give_the_duties_of_their_text(compose: Callable[[], Document]) -> None:
    document = compose()
    reading = read(open_file(registry.writer("docx")(document)).text)
    assert reading.head.number == (document.header.number and document.header.number_line.removeprefix("Số: "))
    assert reading.head.title == document.subject
    body = read(typed(document))
    assert [(duty.text, duty.leads, duty.supports, duty.due.printed) for duty in reading.duties] == [
        (duty.text, duty.leads, duty.supports, duty.due.printed) for duty in body.duties
    ]
    assert len(body.duties) > 2
