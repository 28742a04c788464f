"""Doubts about words that were recognised from a picture."""

from haidang.domain.directives.reader import read
from haidang.domain.directives.scanned import with_doubts
from haidang.domain.terms.laid import Laid, Place, Sheet

TEXT = (
    "KẾ HOẠCH\n\nKiểm kê thuốc\n\nỦy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n\nI. PHÂN CÔNG\n\n1. Sở Y tế\n\n"
    "- Rà soát kho dược trước ngày 05/6/2026.\n\n- Lập danh sách tủ lạnh.\n"
)


def laid(*unsure: str, confidence: int = 40) -> Laid:
    """The text as if recognised from a picture, these words uncertain."""
    places = sorted((TEXT.index(word), TEXT.index(word) + len(word)) for word in unsure)
    boxes = tuple(Place(start, end, 1, (0, 0, 10, 10), confidence) for start, end in places)
    return Laid(TEXT, "scan", sheets=(Sheet(595, 842, True),), places=boxes)


def doubts(of: Laid) -> list[list[tuple[str, str]]]:
    """The doubts about scanning, duty by duty."""
    reading = with_doubts(read(of.text), of)
    return [[(d.code, d.words) for d in duty.doubts if d.code == "scan.unsure"] for duty in reading.duties]


def test_only_the_duty_that_holds_the_word_is_doubted() -> None:
    assert doubts(laid("dược", "05/6/2026")) == [[("scan.unsure", "dược, 05/6/2026")], []]


def test_words_of_sure_letters_and_words_outside_duties_raise_no_doubt() -> None:
    assert doubts(laid("dược", confidence=80)) == [[], []]
    assert doubts(laid("HOẠCH")) == [[], []]


def test_a_reading_of_another_text_is_left_alone() -> None:
    other = read("1. Sở Y tế\n- Rà soát kho thuốc.\n")
    assert with_doubts(other, laid("dược")) is other
