import datetime as dt
import unicodedata

import pytest

from haidang.domain.drafting import wording
from haidang.domain.drafting.blocks import Header, Row, Table
from haidang.domain.drafting.figures import Column
from haidang.domain.terms.refusal import Refusal


def head(**given: object) -> Header:
    return Header(**{"issuer": "SỞ Y TẾ", "symbol": "BC-SYT", "place": "An Hải", **given})  # type: ignore[arg-type]


def test_a_number_that_nobody_has_given_is_left_as_room() -> None:
    assert head().number_line.split() == ["Số:", "/BC-SYT"]


def test_a_number_below_ten_gets_a_zero() -> None:
    assert head(number="7").number_line == "Số: 07/BC-SYT"
    assert head(number="118").number_line == "Số: 118/BC-SYT"


def test_a_day_that_nobody_has_given_is_left_as_room_but_the_known_year_is_printed() -> None:
    assert head(year=2026).date_line.split() == ["An", "Hải,", "ngày", "tháng", "năm", "2026"]
    assert head().date_line.split()[-1] == "năm"


def test_days_below_ten_and_the_first_two_months_get_a_zero() -> None:
    assert head(date=dt.date(2026, 2, 5)).date_line == "An Hải, ngày 05 tháng 02 năm 2026"
    assert head(date=dt.date(2026, 3, 16)).date_line == "An Hải, ngày 16 tháng 3 năm 2026"
    assert wording.day_short(dt.date(2026, 8, 5)) == "05/8/2026"


def test_a_table_refuses_a_row_of_another_width() -> None:
    with pytest.raises(ValueError, match="one text per column"):
        Table((Column(1),), ("A",), (Row(("1", "2")),))


def test_white_space_of_every_kind_becomes_one_blank() -> None:
    assert wording.plain("phối  hợp\n\n\x0cvới\tCông an\u00a0tỉnh ") == "phối hợp với Công an tỉnh"


def test_decomposed_letters_are_composed() -> None:
    assert wording.plain(unicodedata.normalize("NFD", "Phòng, chống")) == "Phòng, chống"


def test_marks_of_emphasis_from_pasted_text_are_not_printed() -> None:
    assert wording.plain("**Chủ đề** (*từ ngày 01/7*): 3 * 4") == "Chủ đề (từ ngày 01/7): 3 * 4"


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x1b", "\ufffe", "\ud800"])
def test_characters_that_no_file_can_hold_are_refused_with_their_field(char: str) -> None:
    with pytest.raises(Refusal) as refused:
        wording.plain(f"Công an{char}tỉnh", "duties")
    assert (refused.value.code, refused.value.field) == ("text.control_characters", "duties")


def test_an_item_loses_the_dash_it_was_typed_with() -> None:
    assert wording.item("- + Rà soát địa bàn") == "Rà soát địa bàn"


@pytest.mark.parametrize(
    ("written", "printed"),
    [("rà soát;", "Rà soát."), ("Rà soát.", "Rà soát."), ("Cụ thể:", "Cụ thể:"), ("đưa tin…", "Đưa tin…"), ("", "")],
)
def test_a_sentence_begins_and_ends_as_one(written: str, printed: str) -> None:
    assert wording.sentence(written) == printed


def test_the_last_sentence_ends_with_the_closing_mark_once() -> None:
    assert wording.end_mark("để giải quyết./.") == wording.end_mark("để giải quyết") == "để giải quyết./."


def test_grounds_end_in_semicolons_and_the_last_in_a_full_stop() -> None:
    written = ["Luật Phòng, chống mua bán người;", "Theo đề nghị của Giám đốc Công an tỉnh", ""]
    assert wording.grounds(written, "legal_bases") == (
        "Căn cứ Luật Phòng, chống mua bán người;",
        "Theo đề nghị của Giám đốc Công an tỉnh.",
    )


def test_recipients_end_with_the_file_copy() -> None:
    lines = wording.recipient_lines(["- Bộ Công an;", "Thường trực Tỉnh ủy"], "VT, NC", as_above=True, field="")
    assert lines == ("- Như trên;", "- Bộ Công an;", "- Thường trực Tỉnh ủy;", "- Lưu: VT, NC.")


def test_names_that_hold_a_comma_are_parted_by_semicolons() -> None:
    assert wording.listed(["Sở Y tế", "Sở Nội vụ"]) == "Sở Y tế, Sở Nội vụ"
    assert wording.listed(["Sở Văn hóa, Thể thao và Du lịch", "Sở Nội vụ"]).count(";") == 1


def test_a_long_issuer_is_broken_before_its_unit_unless_broken_by_hand() -> None:
    assert wording.issuer_lines("Ủy ban nhân dân xã Hòn Đèn") == "ỦY BAN NHÂN DÂN\nXÃ HÒN ĐÈN"
    assert wording.issuer_lines("Công an tỉnh An Hải") == "CÔNG AN TỈNH AN HẢI"
    assert wording.issuer_lines("Sở Văn hóa,\nThể thao và Du lịch") == "SỞ VĂN HÓA,\nTHỂ THAO VÀ DU LỊCH"


def test_parts_are_numbered_in_roman() -> None:
    assert [wording.roman(n) for n in (1, 4, 6, 9, 14, 19)] == ["I", "IV", "VI", "IX", "XIV", "XIX"]
