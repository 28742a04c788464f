"""Reading HTML pages."""

import pytest

from haidang.domain.terms.intake import ENCODINGS
from haidang.formats.opening import open_file

PAGE = "<!DOCTYPE html><html><head><meta charset='{}'><title>x</title></head><body>{}</body></html>"


def lines(body: str) -> list[str]:
    """The paragraphs and rows of a page."""
    return [line for line in open_file(PAGE.format("utf-8", body).encode()).text.split("\n") if line]


@pytest.mark.parametrize("charset", ["utf-8", "windows-1258", "utf-16"])
def test_the_page_says_its_encoding(charset: str) -> None:
    data = PAGE.format(charset, "<p>Sở Y tế, an ninh</p>").encode("utf-8" if charset != "utf-16" else "utf-16")
    if charset == "windows-1258":
        # cp1258 writes the marks of tones apart.
        data = PAGE.format(charset, "<p>So\u031b\u0309 Y tê\u0301</p>").encode("cp1258", errors="ignore")
        assert "Y tế" in open_file(data).text
    else:
        assert open_file(data).text == "Sở Y tế, an ninh\n"


def test_a_wrong_word_about_the_encoding_is_not_believed() -> None:
    assert open_file(PAGE.format("no-such-thing", "<p>Sở Y tế</p>").encode()).text == "Sở Y tế\n"


def test_blocks_are_paragraphs_and_blanks_of_the_source_are_one() -> None:
    body = "<div>Công\n   <b>an</b> tỉnh<p>Sở Y tế<br>tỉnh</p>đuôi</div>"
    assert lines(body) == ["Công an tỉnh", "Sở Y tế", "tỉnh", "đuôi"]


def test_lists_show_their_numbers() -> None:
    body = "<ol type='I' start='2'><li>A<ol type=a><li>B<li>C</ol></li><li value=7>D</ol><ul><li>E<li>- F<li>1. G</ul>"
    assert lines(body) == ["II. A", "a) B", "b) C", "VII. D", "- E", "- F", "1. G"]


def test_scripts_styles_and_hidden_parts_are_left_out() -> None:
    unseen = "<nav>Trang chủ</nav><p style='display:none'>ẩn</p><p hidden>ẩn</p>"
    assert lines(f"<script>x()</script><style>p{{}}</style>{unseen}<p>A</p>") == ["A"]


def test_a_table_says_what_is_merged_in_every_row() -> None:
    head = "<tr><th>TT<th>Cơ quan<th>Việc"
    rows = f"{head}<tr><td>1<td rowspan=2>Sở Y tế<td>A|B<tr><td>2<td>C<tr><td colspan=2>Cộng<td>3"
    assert lines(f"<table border=1>{rows}</table>") == [
        "| TT | Cơ quan | Việc |", "| 1 | Sở Y tế | A\\|B |", "| 2 | Sở Y tế | C |", "| Cộng |  | 3 |",
    ]  # fmt: skip


def test_the_head_of_the_official_form_reads_left_then_right() -> None:
    rows = "<tr><td>UBND TỈNH<td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Độc lập</p>"
    assert lines(f"<table>{rows}</table>") == ["UBND TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập"]


def test_a_page_of_great_depth_is_read_up_to_there() -> None:
    assert lines("<p>Sở Y tế</p>" + "<div>" * 150 + "A") == ["Sở Y tế", "A"]
    assert lines("<p>Sở Y tế</p>" + "<div>" * 5_000 + "A")[0] == "Sở Y tế"


def test_old_letters_of_a_whole_page_are_recovered_with_a_note() -> None:
    table = ENCODINGS["tcvn3"]
    codes = dict(zip(table["letters"], bytes.fromhex(table["bytes"]), strict=True))
    text = "ủy ban nhân dân tỉnh và các sở, ban, ngành của tỉnh thực hiện kế hoạch phòng, chống mua bán người"
    old = "".join(chr(codes[c]) if c in codes else c for c in text)
    laid = open_file(PAGE.format("utf-8", f"<p><font face='.VnTime'>{old}</font></p>").encode())
    assert (laid.text.strip(), laid.notes[0].code) == (text, "encoding.converted")
