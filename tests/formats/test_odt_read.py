"""Reading OpenDocument texts."""

from haidang.formats.opening import open_file
from tests.formats.office import odt


def lines(body: str, styles: str = "") -> list[str]:
    """The paragraphs and rows of a text with this body and these automatic styles."""
    return [line for line in open_file(odt(body, styles)).text.split("\n") if line]


LEVELS = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="1"/>'
    '<text:list-level-style-bullet text:level="3" text:bullet-char="●"/></text:list-style>'
)


def item(text: str, inside: str = "") -> str:
    return f"<text:list-item><text:p>{text}</text:p>{inside}</text:list-item>"


def test_paragraphs_headings_blanks_and_breaks() -> None:
    head = '<text:h text:outline-level="1">KẾ HOẠCH</text:h>'
    body = f'{head}<text:p>Công<text:s text:c="1"/>an\n  tỉnh<text:tab/>A</text:p>'
    laid = open_file(odt(body))
    assert (laid.text, laid.form) == ("KẾ HOẠCH\n\nCông an tỉnh\tA\n", "odt")


def test_numbers_of_lists_are_written_out_and_go_on_where_they_say_so() -> None:
    deepest = f"<text:list>{item('E')}</text:list>"
    deeper = f"<text:list>{item('C')}{item('D', deepest)}</text:list>"
    first = f'<text:list text:style-name="L">{item("A")}{item("B", deeper)}</text:list>'
    second = f'<text:list text:style-name="L" text:continue-numbering="true">{item("F")}</text:list>'
    third = f'<text:list text:style-name="L">{item("G")}</text:list>'
    found = lines(f"{first}<text:p>Giữa</text:p>{second}{third}", LEVELS)
    assert found == ["I. A", "II. B", "1. C", "2. D", "- E", "Giữa", "III. F", "I. G"]


def test_a_table_says_what_is_merged_in_every_row() -> None:
    def cell(text: str, more: str = "") -> str:
        return f'<table:table-cell table:style-name="C"{more}><text:p>{text}</text:p></table:table-cell>'

    ruled = (
        '<style:style style:name="C" style:family="table-cell">'
        '<style:table-cell-properties fo:border="0.05pt solid"/></style:style>'
    )
    merged = cell("Sở Y tế", ' table:number-rows-spanned="2"')
    rows = (cell("TT") + cell("Cơ quan"), cell("1") + merged, cell("2") + "<table:covered-table-cell/>")
    body = "<table:table>" + "".join(f"<table:table-row>{row}</table:table-row>" for row in rows) + "</table:table>"
    assert lines(body, ruled) == ["| TT | Cơ quan |", "| 1 | Sở Y tế |", "| 2 | Sở Y tế |"]


def test_what_was_deleted_hidden_or_repeats_headings_is_left_out() -> None:
    gone = "<text:tracked-changes><text:changed-region><text:deletion><text:p>bỏ</text:p></text:deletion>"
    gone += "</text:changed-region></text:tracked-changes>"
    inside = "<text:index-body><text:p>I. A 2</text:p></text:index-body>"
    contents = f"<text:table-of-content>{inside}</text:table-of-content>"
    hidden = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    body = f'{gone}{contents}<text:p>Giữ <text:span text:style-name="H">ẩn</text:span>lại</text:p>'
    assert lines(body, hidden) == ["Giữ lại"]


def test_frames_follow_their_paragraph_and_notes_stand_at_the_end() -> None:
    frame = "<draw:frame><draw:text-box><text:p>TRONG KHUNG</text:p></draw:text-box></draw:frame>"
    note = "<text:note-citation>1</text:note-citation><text:note-body><text:p>Nguồn</text:p></text:note-body>"
    body = f"<text:p>Ngoài{frame}<text:note>{note}</text:note></text:p><text:p>Sau</text:p>"
    assert lines(body) == ["Ngoài", "TRONG KHUNG", "Sau", "[1] Nguồn"]
