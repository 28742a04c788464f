from dataclasses import replace

import pytest

from haidang.domain.drafting.blocks import Bullet, Document, Heading, Paragraph
from haidang.domain.drafting.plan import DutyGroup, DutyLine, compose_plan
from haidang.domain.terms.refusal import Refusal
from tests.domain.drafting.examples import AMENDMENT, PLAN


def texts(document: Document) -> list[str]:
    return ["".join(run.text for run in block.runs) for block in document.body if isinstance(block, Bullet | Paragraph)]


def headings(document: Document, level: int) -> list[str]:
    return [f"{b.label} {b.text}" for b in document.body if isinstance(b, Heading) and b.level == level]


def one_duty(duty: DutyLine, *, courtesy: bool = False) -> str:
    group = DutyGroup("Sở Y tế", (duty,), courtesy)
    return texts(compose_plan(replace(PLAN, groups=(group,), aims=(), reports=(), organisation=(), funds=None)))[1]


def test_every_duty_stands_once_under_its_lead_agency() -> None:
    document = compose_plan(PLAN)
    duties = sum(len(group.duties) for group in PLAN.groups)
    assert duties == 40
    assert len(headings(document, 2)) == len(PLAN.groups) == 14
    assert sum(isinstance(b, Bullet) for b in document.body) == duties + len(PLAN.aims) + len(PLAN.reports)


def test_parts_without_content_are_left_out_and_the_others_numbered_on() -> None:
    document = compose_plan(replace(PLAN, aims=(), funds=None))
    assert headings(document, 1) == [
        "I. NỘI DUNG VÀ PHÂN CÔNG THỰC HIỆN",
        "II. CHẾ ĐỘ BÁO CÁO",
        "III. TỔ CHỨC THỰC HIỆN",
    ]


def test_courts_procuracy_front_and_military_are_asked_and_not_ordered() -> None:
    document = compose_plan(PLAN)
    asked = [title for title in headings(document, 2) if "Đề nghị" in title]
    assert len(asked) == sum(group.courtesy for group in PLAN.groups)
    assert "12. Đề nghị Tòa án nhân dân tỉnh phối hợp thực hiện" in asked
    assert "Đề nghị Tòa án nhân dân tỉnh, Viện kiểm sát nhân dân tỉnh báo cáo" in " ".join(texts(document))
    assert "Thời gian đề nghị: trước ngày 05/8/2026" in one_duty(
        DutyLine("Xét xử kịp thời", due="trước ngày 05/8/2026"), courtesy=True
    )


def test_the_closing_requires_only_whom_the_issuer_may_require() -> None:
    courtesy_only = tuple(group for group in PLAN.groups if group.courtesy)
    assert compose_plan(PLAN).closing.startswith("Yêu cầu các cơ quan")
    assert compose_plan(replace(PLAN, groups=courtesy_only)).closing.startswith("Đề nghị các cơ quan phối hợp")
    assert compose_plan(PLAN).closing.endswith("(qua Công an tỉnh) để xem xét, giải quyết./.")


def test_a_duty_names_who_cooperates_by_when_and_the_clause_above() -> None:
    duty = DutyLine("- mở lớp tập huấn;", ("Sở Nội vụ",), "hằng quý", "mục II.1, Kế hoạch số 31/KH-UBND")
    assert one_duty(duty) == (
        "Mở lớp tập huấn. Cơ quan phối hợp: Sở Nội vụ. Thời hạn: hằng quý."
        " (Thực hiện mục II.1, Kế hoạch số 31/KH-UBND.)"
    )


def test_what_the_duty_itself_says_is_not_said_twice() -> None:
    duty = DutyLine("Phối hợp với Sở Nội vụ mở lớp trước ngày 05/8/2026", ("Sở Nội vụ",), "trước ngày 05/8/2026")
    assert one_duty(duty) == "Phối hợp với Sở Nội vụ mở lớp trước ngày 05/8/2026."


def test_the_lead_agency_does_not_cooperate_with_itself() -> None:
    assert one_duty(DutyLine("Mở lớp", ("Sở Y tế",))) == "Mở lớp."


def test_a_duty_without_a_date_gets_none() -> None:
    assert one_duty(DutyLine("Mở lớp")) == "Mở lớp."


def test_an_amended_plan_says_which_plan_it_replaces_and_what_is_new() -> None:
    document = compose_plan(replace(PLAN, amendment=AMENDMENT))
    assert document.subject.startswith("Sửa đổi, bổ sung Kế hoạch triển khai công tác")
    assert "lần thứ 1, thay thế Kế hoạch số 45/KH-UBND ngày 05/02/2026" in texts(document)[0]
    assert texts(document)[1] == "Giao thêm một nội dung cho Sở Y tế."


def test_a_name_that_opens_the_title_keeps_its_capital_in_the_title_of_the_amendment() -> None:
    document = compose_plan(replace(PLAN, subject="An Hải không mua bán người", amendment=AMENDMENT))
    assert document.subject == "Sửa đổi, bổ sung Kế hoạch An Hải không mua bán người"


def test_head_and_signature_stand_in_capitals_and_nothing_is_made_up() -> None:
    document = compose_plan(replace(PLAN, frame=replace(PLAN.frame, signer=None)))
    assert document.header.issuer == "ỦY BAN NHÂN DÂN\nTỈNH AN HẢI"
    assert document.signature.authority == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")
    assert document.signature.position == "PHÓ CHỦ TỊCH"
    assert document.signature.name is None
    assert document.header.number is None
    assert document.header.date is None


def test_a_control_character_in_a_duty_is_refused_and_its_field_named() -> None:
    with pytest.raises(Refusal) as refused:
        one_duty(DutyLine("Mở\x00lớp"))
    assert (refused.value.code, refused.value.field) == ("text.control_characters", "duties")
