"""Text: composing, squashing, folding."""

from haidang.domain.terms.text import fold, nfc, sentence_case, squash


def test_marks_written_apart_become_one_letter() -> None:
    assert nfc("Cô\u0323ng") == "Cộng"


def test_folding_drops_marks_stroke_and_case() -> None:
    assert fold("Ủy ban   NHÂN DÂN xã Đông Hải") == "uy ban nhan dan xa dong hai"


def test_squashing_leaves_single_blanks() -> None:
    assert squash(" a\u00a0b \n c ") == "a b c"


def test_a_title_in_capitals_becomes_a_sentence_and_other_text_stays() -> None:
    assert sentence_case("“PHÒNG, CHỐNG MA TÚY”") == "“Phòng, chống ma túy”"
    assert sentence_case("Phòng, chống HIV") == "Phòng, chống HIV"
    assert sentence_case("30/7") == "30/7"
