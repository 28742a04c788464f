"""What the rules promise, one sentence each, on small invented texts."""

import pytest

from haidang.domain.directives.names import read_names
from haidang.domain.directives.reader import read
from haidang.domain.directives.reading import DueKind, Duty

HEAD = "UBND TỈNH AN HẢI\n\nSố: 9/KH-UBND\n\nAn Hải, ngày 03 tháng 4 năm 2026\n\nKẾ HOẠCH\nGiữ sạch bến cá\n\n"


def duties(body: str) -> tuple[Duty, ...]:
    return read(HEAD + "UBND tỉnh ban hành Kế hoạch như sau:\n\n" + body).duties


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Các sở, ban, ngành, đoàn thể tỉnh và UBND các xã, phường", 2),
        ("Sở Văn hóa, Thể thao và Du lịch; Sở Nông nghiệp và Môi trường", 2),
        ("Phòng Lao động, Thương binh và xã hội", 1),
        ("Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh và các đơn vị liên quan", 3),
        ("các tổ chức Hội, đoàn thể", 1),
        ("Thủ trưởng các sở, ngành; Chủ tịch UBND các xã, phường", 2),
        ("các Bộ: Công an, Tài chính, Nông nghiệp và Môi trường", 3),
        ("UBND các xã Bến Tre Con, Gò Lũy", 2),
        ("Phòng Tuyên giáo, cổ động và thi đua", 1),
    ],
)
def test_a_list_of_agencies_falls_into_its_names(written: str, names: int) -> None:
    assert len(read_names(written, 0).names) == names


def test_a_list_after_a_shared_word_gets_it_back() -> None:
    assert read_names("các Sở: Y tế, Tài chính", 0).names == ("Sở Y tế", "Sở Tài chính")


def test_a_gloss_is_no_part_of_a_name() -> None:
    assert read_names("Công an tỉnh (Phòng Cảnh sát hình sự), Sở Y tế", 0).names == ("Công an tỉnh", "Sở Y tế")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ban Chỉ đạo 138 tỉnh họp hằng tháng",
        "Sở Xây dựng lắp đèn",
        "Cơ quan điều tra làm rõ",
        "Ban Tổ chức Tỉnh ủy chọn người",
    ],
)
def test_a_doing_inside_a_name_does_not_end_it(sentence: str) -> None:
    assert read_names(sentence, 0).names[0] in sentence
    assert len(read_names(sentence, 0).names[0].split()) >= 3


def test_a_heading_covers_what_stands_under_it() -> None:
    found = duties(
        "1. Sở Y tế, Công an tỉnh\n\n- Khám sức khỏe ngư dân tại bến.\n- Đề nghị Sở Tài chính thêm tiền khám.\n"
    )
    assert [duty.leads for duty in found] == [("Sở Y tế", "Công an tỉnh")] * 2


def test_a_bullet_that_opens_with_its_own_doer_takes_it() -> None:
    found = duties("1. Sở Y tế\n\n- Khám sức khỏe ngư dân tại bến.\n- Chi cục Thủy sản lập danh sách chủ tàu.\n")
    assert found[1].leads == ("Chi cục Thủy sản",)


def test_a_line_after_the_items_assigns_them_all() -> None:
    found = duties(
        "1. Vệ sinh cầu cảng\n\n- Quét dọn sau mỗi chuyến tàu.\n\n- Thu lưới rách về một chỗ.\n\n"
        "Tổ chức thực hiện: Ban Quản lý cảng chủ trì, phối hợp với các chủ tàu.\n"
    )
    assert [(duty.leads, duty.supports) for duty in found] == [(("Ban Quản lý cảng",), ("các chủ tàu",))] * 2


def test_a_later_paragraph_inherits_the_agency_of_its_item() -> None:
    found = duties("1. Sở Y tế mở ba điểm khám tại bến.\n\nGửi kết quả về UBND tỉnh trước ngày 05/6/2026.\n")
    assert [duty.leads for duty in found] == [("Sở Y tế",), ("Sở Y tế",)]
    assert found[1].is_report


def test_aims_and_exhortations_lay_nothing_on_anybody() -> None:
    found = duties(
        "I. MỤC ĐÍCH, YÊU CẦU\n\n- Các sở, ngành chủ động vào cuộc.\n\nII. NHIỆM VỤ\n\n"
        "1. Sở Y tế\n\nMở điểm khám tại bến cá.\n\n"
        "Yêu cầu các sở, ngành nghiêm túc thực hiện./.\n"
    )
    assert [duty.anchor for duty in found] == ["Mở điểm khám tại bến cá."]


def test_nobody_named_is_no_duty_but_a_doubt_of_the_document() -> None:
    reading = read(HEAD + "Kế hoạch như sau:\n\n1. Quét dọn bến cá sau mỗi chuyến tàu cập bờ.\n")
    assert reading.duties == ()
    assert {"no_duties", "unowned"} <= {doubt.code for doubt in reading.doubts}


def test_a_day_is_kept_as_printed_and_no_day_is_made_up() -> None:
    found = duties(
        "1. Sở Y tế\n\n- Gửi số liệu trước ngày 05/6.\n\n- Khám định kỳ hằng quý.\n\n- Giữ bến cá sạch sẽ.\n"
    )
    assert (found[0].due.printed, found[0].due.before) == ("06-05", True)
    assert (found[1].due.kind, found[1].due.rhythm) == (DueKind.RHYTHM, "quarter")
    assert found[2].due.kind is DueKind.THROUGHOUT


def test_the_day_of_a_cited_act_is_no_due_date() -> None:
    found = duties("1. Sở Y tế thực hiện Kế hoạch số 5/KH-UBND ngày 02/01/2026 của UBND tỉnh.\n")
    assert found[0].due.kind is DueKind.THROUGHOUT


def test_two_days_raise_a_doubt() -> None:
    found = duties("1. Sở Y tế lập danh sách trước ngày 05/6/2026, khám xong trước ngày 05/9/2026.\n")
    assert "due.ambiguous" in {doubt.code for doubt in found[0].doubts}


def test_an_order_inside_a_paragraph_is_a_duty_of_its_own() -> None:
    found = duties("1. Sở Y tế mở điểm khám; giao Công an tỉnh phân luồng xe.\n")
    assert [duty.leads for duty in found] == [("Sở Y tế",), ("Công an tỉnh",)]
    assert found[0].text == "Sở Y tế mở điểm khám;"


def test_clauses_are_cited_as_a_jurist_would() -> None:
    found = duties(
        "I. NHIỆM VỤ\n\n1. Sở Y tế\n\na) Mở ba điểm khám:\n\n- Điểm bến cá mở cửa cả tuần.\n\n- Điểm chợ mở ngày rằm.\n"
    )
    assert [duty.clause for duty in found] == ["I.1.a, gạch đầu dòng 1", "I.1.a, gạch đầu dòng 2"]


def test_page_numbers_and_wraps_leave_no_trace() -> None:
    found = duties("1. Sở Y tế\n\n- Mở điểm khám sức khỏe cho ngư dân và gia\n\n2\n\nđình tại bến cá.\n")
    assert found[0].text == "Mở điểm khám sức khỏe cho ngư dân và gia đình tại bến cá."


def test_a_report_names_its_addressee_collector_and_period() -> None:
    reading = read(
        HEAD + "Kế hoạch như sau:\n\n"
        "1. UBND các xã báo cáo quý I (trước ngày 10/3), năm (trước ngày 10/12) về UBND tỉnh (qua Sở Y tế).\n"
    )
    assert [(r.to, r.via, r.due, r.period) for r in reading.reports] == [
        ("UBND tỉnh", "Sở Y tế", "03-10", "Q1"),
        ("UBND tỉnh", "Sở Y tế", "12-10", "Y"),
    ]


def test_a_report_without_a_day_raises_a_doubt() -> None:
    found = duties("1. UBND các xã định kỳ báo cáo kết quả về UBND tỉnh theo quy định.\n")
    assert "report.no_date" in {doubt.code for doubt in found[0].doubts}


def test_a_very_long_text_is_read_whole() -> None:
    item = "{}. Sở Y tế\n\n- Khám sức khỏe ngư dân trước ngày 05/6/2026; phối hợp với Công an tỉnh giữ trật tự.\n\n"
    text = HEAD + "như sau:\n\n" + "".join(item.format(n % 90 + 1) for n in range(8_000))
    reading = read(text)
    assert len(text) > 700_000
    assert len(reading.duties) == 8_000


def test_a_blank_day_and_number_raise_doubts() -> None:
    reading = read(
        "UBND XÃ GÒ LŨY\n\nSố: /KH-UBND\n\nGò Lũy, ngày tháng 4 năm 2026\n\n"
        "KẾ HOẠCH\nLàm sạch kênh\n\n1. Các thôn nạo vét kênh.\n"
    )
    assert (reading.head.number, reading.head.date, reading.head.place) == (None, None, "Gò Lũy")
    assert {"date.blank", "number.blank"} <= {doubt.code for doubt in reading.doubts}


def test_a_line_of_names_alone_covers_the_paragraphs_under_it() -> None:
    found = duties(
        "Đối với UBND các xã:\n\nQuét dọn bến cá sau mỗi chuyến tàu.\n\nThu lưới rách về một chỗ.\n\n"
        "Đối với Sở Y tế:\n\nMở điểm khám tại bến cá.\n"
    )
    assert [duty.leads for duty in found] == [("UBND các xã",), ("UBND các xã",), ("Sở Y tế",)]


def test_parts_may_go_by_capital_letters() -> None:
    found = duties(
        "A. MỤC ĐÍCH\n\n1. Các sở, ngành chủ động vào cuộc.\n\n"
        "B. PHÂN CÔNG\n\nI. Sở Y tế\n\n1. Mở điểm khám tại bến cá.\n"
    )
    assert [(duty.clause, duty.leads) for duty in found] == [("B.I.1", ("Sở Y tế",))]


def test_helpers_of_a_lead_in_help_with_every_item_under_it() -> None:
    found = duties(
        "1. Sở Y tế\n\na) Chủ trì, phối hợp với Sở Ngoại giao nhân dân:\n\n"
        "- Mở điểm khám tại bến cá.\n\n- Phát thuốc cho ngư dân.\n"
    )
    assert [(duty.leads, duty.supports) for duty in found] == [(("Sở Y tế",), ("Sở Ngoại giao nhân dân",))] * 2


def test_you_in_a_letter_are_its_addressees() -> None:
    reading = read(
        "SỞ Y TẾ\n\nSố: 9/SYT-NV\nV/v giữ sạch bến cá\n\nAn Hải, ngày 03 tháng 4 năm 2026\n\n"
        "Kính gửi: UBND các xã ven biển\n\nĐể bến cá sạch sẽ, Sở Y tế đề nghị quý cơ quan thực hiện các việc sau:\n\n"
        "1. Quét dọn bến cá sau mỗi chuyến tàu.\n\n2. Thu lưới rách về một chỗ.\n\nTrân trọng cảm ơn quý cơ quan./.\n"
    )
    assert [duty.leads for duty in reading.duties] == [("UBND các xã ven biển",)] * 2
    assert all("lead.inherited" in {doubt.code for doubt in duty.doubts} for duty in reading.duties)


def test_at_least_so_many_is_an_aim_only_where_it_is_shared_out_or_announced() -> None:
    reading = read(
        HEAD + "Kế hoạch như sau:\n\nI. CHỈ TIÊU\n\n1. Trồng ít nhất 300 cây.\n\nII. PHÂN CÔNG\n\n"
        "1. Sở Y tế cử đội trực ít nhất 10 người.\n\n2. UBND các xã mở ít nhất 02 buổi mỗi tháng.\n"
    )
    assert [(aim.value, aim.unit) for aim in reading.targets] == [(300, "cây"), (2, "buổi")]


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("GIỮ SẠCH BẾN CÁ TRÊN ĐỊA BÀN TỈNH AN HẢI NĂM 2026", "Giữ sạch bến cá trên địa bàn tỉnh An Hải năm 2026"),
        ("GIỮ SẠCH BẾN CÁ XÃ GÒ LŨY VÀ XÃ BÃI ĐÁ", "Giữ sạch bến cá xã Gò Lũy và xã Bãi Đá"),
        ("GIỮ SẠCH BẾN CÁ, XÃ HỘI CÙNG LÀM", "Giữ sạch bến cá, xã hội cùng làm"),
    ],
)
def test_names_keep_their_capitals_in_a_title_printed_in_capitals(printed: str, title: str) -> None:
    assert read(HEAD.replace("Giữ sạch bến cá", printed) + "UBND tỉnh ban hành Kế hoạch như sau:\n").head.title == title
