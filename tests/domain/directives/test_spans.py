"""Every value stands where its span says, whatever the text is like."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from haidang.domain.directives.as_json import from_json, to_json
from haidang.domain.directives.dues import DAY
from haidang.domain.directives.page import normalise, plain
from haidang.domain.directives.reader import read
from haidang.domain.directives.reading import Reading, Span

from .scoring import TEXTS


def at(reading: Reading, span: Span) -> str:
    return plain(reading.text[span.start : span.end])


def check(reading: Reading) -> None:
    for duty in reading.duties:
        assert at(reading, duty.span) == duty.text
        assert duty.text.startswith(duty.anchor)
        if duty.due.span:
            assert duty.span.start <= duty.due.span.start <= duty.due.span.end
            if duty.due.printed:
                assert DAY.search(at(reading, duty.due.span))
    for heading in reading.outline:
        assert at(reading, heading.span) == heading.text
    for cited in reading.citations:
        assert (cited.number or "") in at(reading, cited.span)
    for target in reading.targets:
        assert any(char.isdigit() for char in at(reading, target.span))
    for report in reading.reports:
        assert at(reading, report.span)
    for number, recipient in enumerate(reading.head.recipients):
        assert at(reading, reading.spans[f"recipient.{number}"]) == recipient
    for name, value in (("number", reading.head.number), ("place", reading.head.place), ("theme", reading.head.theme)):
        if value:
            assert at(reading, reading.spans[name]) == value
    if reading.head.title:
        assert at(reading, reading.spans["title"]).lower() == reading.head.title.lower()
    if reading.head.signer:
        assert at(reading, reading.spans["signer"]).title() == reading.head.signer.title()
    for span in (*reading.spans.values(), *(d.span for d in reading.duties)):
        assert 0 <= span.start <= span.end <= len(reading.text)
        assert span.line == reading.text.count("\n", 0, span.start) + 1


@pytest.mark.parametrize("path", sorted(TEXTS.glob("*.txt")), ids=lambda path: path.stem)
def test_values_of_our_texts_stand_at_their_spans(path) -> None:
    check(read(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", sorted(TEXTS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_reading_goes_to_json_and_back(path) -> None:
    reading = read(path.read_text(encoding="utf-8"))
    assert from_json(to_json(reading)) == reading


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_foreign_line_ends_keep_the_lines(ending: str) -> None:
    text = (TEXTS / "05-quyet-dinh-phe-duyet.txt").read_text(encoding="utf-8")
    assert read(text.replace("\n", ending)) == read(text)


LINES = st.sampled_from(
    """UBND TỈNH AN HẢI|Số: 12/KH-UBND|An Hải, ngày 3 tháng 4 năm 2026|KẾ HOẠCH|**Bảo vệ rừng ven biển**
Căn cứ Quyết định số 5/QĐ-UBND ngày 01/02/2026 của UBND tỉnh như sau:|I. MỤC ĐÍCH|## II. NHIỆM VỤ|1. Công an tỉnh
2. Sở Y tế, Sở Tài chính và UBND các xã:|- Phối hợp với *Sở Xây dựng* lập danh sách trước|ngày 05/6/2026;
a) Tổ chức tuần tra từ ngày 01/7 đến ngày 30/9/2026.|  + đạt trên 90% (*theo quý*)|12|\f|----|…|30/7|%|“|:|   |
Tổ chức thực hiện: Công an xã chủ trì, phối hợp với các thôn.|Báo cáo về UBND tỉnh (qua Sở Y tế) trước ngày 3/9.
Nơi nhận:|- Như trên;|- Lưu: VT.|CHỦ TỊCH|Lê Văn Tám|(1) Sở Y tế thực hiện;|Điều 2. Giao|\\* Phòng ngừa|(xem [1])
TM. ỦY BAN|Kính gửi: Các sở, ngành|1.1. Sở Nội vụ:|V/v lập hồ sơ|100%|Ban hành kèm theo|QUYẾT ĐỊNH
tối thiểu 02 lớp""".replace("\n", "|").split("|")
)


@settings(max_examples=200, deadline=None)
@given(st.lists(LINES, max_size=40), st.sampled_from(["\n", "\n\n", " ", " \n "]))
@example(["QUYẾT ĐỊNH", "## II. NHIỆM VỤ"], " ")
@example(["2. Sở Y tế, Sở Tài chính và UBND các xã:", "## II. NHIỆM VỤ"], " ")
def test_values_stand_at_their_spans_in_jumbled_documents(lines: list[str], between: str) -> None:
    check(read(between.join(lines)))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_at_all_is_read_without_complaint(text: str) -> None:
    reading = read(text)
    check(reading)
    assert reading.text == normalise(text)
