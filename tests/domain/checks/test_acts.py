"""The registry of acts, citations matched with it, and the time in which a document was written."""

import datetime as dt
from itertools import pairwise

import pytest

from haidang.domain.checks.acts import ACTS, matches
from haidang.domain.checks.cited import citations, key_of
from haidang.domain.checks.era import era, title_years
from haidang.domain.checks.findings import Paper, paper
from haidang.domain.directives.reader import read

TODAY = dt.date(2026, 11, 2)


def of(text: str) -> Paper:
    return paper(read(text), today=TODAY)


def test_every_act_has_a_source_and_its_days_are_in_order() -> None:
    for act in ACTS:
        assert act.source, act.number
        assert bool(act.ended) == bool(act.replaced_by), act.number
        assert act.since is None or act.date <= act.since, act.number
        assert act.ended is None or act.ended <= TODAY, act.number


def test_an_act_that_replaces_another_is_in_force_when_that_one_ends() -> None:
    laws = {act.name: [other for other in ACTS if other.alone and other.name == act.name] for act in ACTS if act.alone}
    for name, versions in laws.items():
        versions.sort(key=lambda act: act.date)
        for older, newer in pairwise(versions):
            assert older.ended is not None, name
            assert newer.date >= older.date, name


def test_no_two_acts_have_the_same_number_and_year() -> None:
    keys = [(key_of(act.number), act.date.year) for act in ACTS]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("793/QĐ-TTg", "793/QĐ-TTG"),
        ("13- KL/TW", "13-KL/TW"),
        ("72/BCĐ 138/CP", "72/BCĐ138/CP"),
        ("15/2021/NQ–HĐND", "15/2021/NQ-HĐND"),
    ],
)
def test_a_number_is_one_number_however_it_is_spaced(written: str, key: str) -> None:
    (cited,) = citations(of(f"Thực hiện Văn bản số {written} ngày 05/6/2024 của cấp trên."))
    assert (cited.key, cited.date) == (key, dt.date(2024, 6, 5))


def test_a_citation_broken_by_line_ends_keeps_its_day_and_its_place() -> None:
    document = of("Thực hiện Kế hoạch số 12/KH-UBND\n\nngày 24/6/2025 của\n\nUBND tỉnh.")
    (cited,) = citations(document)
    assert cited.kind == "ke_hoach"
    assert cited.date == dt.date(2025, 6, 24)
    assert document.line_at(cited.start) == 1
    assert document.text[cited.start : cited.end].startswith("12/KH-UBND")


def test_the_documents_own_number_is_no_citation() -> None:
    document = of(
        "ỦY BAN NHÂN DÂN\nTỈNH AN HẢI\n\nSố: 15/KH-UBND\n\nAn Hải, ngày 05 tháng 3 năm 2026\n\nKẾ HOẠCH\nHè 2026"
    )
    assert citations(document) == ()


def test_an_act_is_known_by_its_number_and_a_law_by_its_name_and_day() -> None:
    document = of(
        "Căn cứ Luật Phòng, chống mua bán người ngày 28/11/2024; Nghị định số 13/2023/NĐ-CP; "
        "Quyết định số 33/QĐ-TTg ngày 10/01/2020 về giống cây trồng."
    )
    assert [match.act.number for match in matches(document)] == ["53/2024/QH15", "13/2023/NĐ-CP"]


HEAD = "KẾ HOẠCH\nPhòng, chống mua bán người năm 2025\n\nThực hiện Kế hoạch số 3/KH-UBND ngày 27/6/2025 của UBND tỉnh, "


def test_a_document_without_a_date_is_younger_than_the_acts_it_is_based_on_and_older_than_its_reports() -> None:
    text = HEAD + "UBND xã ban hành Kế hoạch như sau:\n\n1. Các thôn báo cáo kết quả về UBND xã trước ngày 02/10/2025."
    when = era(of(text))
    assert (when.first, when.last, when.dated) == (dt.date(2025, 6, 27), dt.date(2025, 10, 2), False)


def test_a_date_left_blank_still_gives_its_month() -> None:
    head = "UBND XÃ ĐÔNG LÂM\n\nĐông Lâm, ngày     tháng 4 năm 2022\n\nKẾ HOẠCH\nHè 2022\n\n"
    text = head + "I. NHIỆM VỤ\n\n1. Công an xã rà soát."
    when = era(of(text))
    assert (when.first, when.last) == (dt.date(2022, 4, 1), dt.date(2022, 4, 30))


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("Phòng, chống mua bán người năm 2026", {2026}),
        ("Chương trình giai đoạn 2026 - 2028, định hướng đến năm 2035", {2026, 2027, 2028}),
        ("Thực hiện Chỉ thị số 22/CT-TTg ngày 18/8/2025 của Thủ tướng Chính phủ", set()),
        ("Triển khai Nghị định số 12/2026/NĐ-CP", set()),
    ],
)
def test_the_years_of_a_title_are_its_own(title: str, years: set[int]) -> None:
    assert title_years(of(f"KẾ HOẠCH\n{title}\n\nI. NHIỆM VỤ\n\n1. Công an xã rà soát địa bàn.")) == years
