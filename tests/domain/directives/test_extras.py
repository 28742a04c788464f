"""What a directive says beside its duties."""

import pytest

from haidang.domain.directives.as_json import from_json, to_json
from haidang.domain.directives.reader import read

TEXT = """ỦY BAN NHÂN DÂN
TỈNH AN HẢI
Số: 12/CTr-UBND

An Hải, ngày 02 tháng 3 năm 2026

CHƯƠNG TRÌNH
Dạy bơi giai đoạn 2026 - 2030

Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020; triển khai Kế hoạch số 99/KH-BYT ngày 01/02/2026 thay thế Kế hoạch số
11/KH-BYT ngày 02/02/2021; theo dõi Công văn số 7/BYT-DP ngày 03/02/2026, Ủy ban nhân dân tỉnh ban hành Chương trình:

I. NỘI DUNG

1. Giai đoạn 2026 - 2028: dạy bơi cho học sinh tiểu học.

2. Năm 2030: tổng kết.

3. Nhắn tin với nội dung: “Hãy học bơi trước khi xuống nước cùng người lớn”. Tên người gửi: “ANHAI”.
Gọi đường dây nóng 111 hoặc 0255 3 822 113.

II. KINH PHÍ

Kinh phí 1,5 tỷ đồng từ ngân sách tỉnh và xã hội hóa.

Nơi nhận:
- Lưu: VT.
"""


def test_phases_of_years_are_read_with_what_is_to_be_done() -> None:
    phases = read(TEXT).phases
    assert [(phase.first, phase.last) for phase in phases] == [(2026, 2028), (2030, 2030)]
    assert phases[0].text == "dạy bơi cho học sinh tiểu học."


def test_a_message_is_read_with_the_name_it_is_sent_under() -> None:
    (message,) = read(TEXT).messages
    assert (message.text, message.sender) == ("Hãy học bơi trước khi xuống nước cùng người lớn", "ANHAI")


def test_numbers_to_call_are_read_as_digits_and_days_and_acts_are_none() -> None:
    assert [line.number for line in read(TEXT).hotlines] == ["111", "02553822113"]


@pytest.mark.parametrize(
    ("said", "amount"),
    [("250 triệu đồng", 250_000_000), ("1,25 tỷ đồng", 1_250_000_000), ("12.500.000 đồng", 12_500_000)],
)
def test_amounts_are_read_in_dong(said: str, amount: int) -> None:
    (money,) = read(TEXT.replace("1,5 tỷ đồng", said)).money
    assert (money.amount, money.sources) == (amount, ("ngân sách tỉnh", "xã hội hóa"))


def test_words_before_a_cited_act_say_what_this_document_does_with_it() -> None:
    found = {act.number: act.relation for act in read(TEXT).citations}
    assert found == {
        "30/2020/NĐ-CP": "ground", "99/KH-BYT": "implements", "11/KH-BYT": "replaces", "7/BYT-DP": "cites",
    }  # fmt: skip


def test_every_span_stands_on_its_words() -> None:
    reading = read(TEXT)
    for thing in (*reading.phases, *reading.messages, *reading.money):
        assert " ".join(reading.text[thing.span.start : thing.span.end].split()) == thing.text
    numbers = ["".join(c for c in reading.text[h.span.start : h.span.end] if c.isdigit()) for h in reading.hotlines]
    assert numbers == [h.number for h in reading.hotlines]


def test_they_survive_being_kept_and_older_readings_have_none() -> None:
    reading = read(TEXT)
    assert from_json(to_json(reading)) == reading
    older = {
        key: value for key, value in to_json(reading).items() if key not in ("phases", "messages", "hotlines", "money")
    }
    assert from_json(older).hotlines == ()
