"""Whether what a document names exists on a day."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.domain.units.bodies import bodies_named
from haidang.domain.units.standing import Verdict, level_of, standing
from haidang.domain.units.table import Level, Part, Unit, table

BEFORE = dt.date(2025, 3, 20)
NOW = dt.date(2026, 3, 11)
ENDED = sorted((unit for unit in table().units.values() if unit.valid_to), key=lambda unit: unit.id)


def in_full(unit: Unit) -> str:
    names, above = [unit.full], unit.parent
    while above:
        names.append(table().units[above].full)
        above = table().units[above].parent
    return ", ".join(names)


@given(st.sampled_from(ENDED))
def test_a_unit_exists_on_its_last_day_and_is_gone_or_kept_its_name_on_the_next(unit):
    assert unit.valid_to
    last = standing(in_full(unit), on=unit.valid_to)
    assert (last.verdict, last.unit) == (Verdict.EXISTS, unit)
    after = standing(in_full(unit), on=unit.valid_to + dt.timedelta(days=1))
    if after.verdict is Verdict.GONE:
        assert after.ended == unit.valid_to
        assert after.became
    else:
        assert after.verdict is Verdict.EXISTS
        assert after.unit is None or (after.unit.kind, after.unit.name) == (unit.kind, unit.name)


@given(st.text(max_size=60), st.dates(dt.date(2015, 1, 1), dt.date(2035, 1, 1)), st.sampled_from([None, "51", "?"]))
def test_any_text_gets_an_answer(written, on, province):
    found = standing(written, on=on, province=province)
    assert found.written == written
    assert found.confidence in {"confirmed", "reported", "unconfirmed"}


@pytest.mark.parametrize(
    ("written", "name", "why"),
    [
        ("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội", ("exact", "gone")),
        ("so y te", "Sở Y tế", ("without_marks",)),
        ("Sở Nông nghiêp và Môi trườn", "Sở Nông nghiệp và Môi trường", ("similar",)),
    ],
)
def test_a_written_name_means_a_kind_of_body(written, name, why):
    found = bodies_named(written, on=NOW)[0]
    assert (found.body.name, found.why) == (name, why)


@pytest.mark.parametrize(
    ("written", "ended", "became"),
    [
        ("tỉnh Kon Tum", dt.date(2025, 6, 30), ("tỉnh Quảng Ngãi",)),
        ("UBND tỉnh Kon Tum", dt.date(2025, 6, 30), ("tỉnh Quảng Ngãi",)),
        ("Sở Y tế tỉnh Kon Tum", dt.date(2025, 6, 30), ("tỉnh Quảng Ngãi",)),
        ("tỉnh Thừa Thiên - Huế", dt.date(2024, 12, 31), ("thành phố Huế",)),
        ("huyện Côn Đảo", dt.date(2025, 6, 30), ("đặc khu Côn Đảo",)),
        ("phường Đa Kao, quận 1", dt.date(2025, 6, 30), ("phường Sài Gòn", "phường Tân Định")),
        ("Sở Kế hoạch và Đầu tư", dt.date(2025, 2, 28), ("Sở Tài chính",)),
        ("Sở KH&ĐT tỉnh", dt.date(2025, 2, 28), ("Sở Tài chính",)),
        ("Sở Giao thông vận tải", dt.date(2025, 2, 28), ("Sở Xây dựng",)),
        ("Công an huyện Mường Nhé", dt.date(2025, 2, 28), ("Công an tỉnh", "Công an cấp xã")),
        ("Toà án nhân dân huyện Mường Nhé", dt.date(2025, 6, 30), ("Tòa án nhân dân khu vực",)),
        ("Phòng LĐ-TB&XH", dt.date(2025, 6, 30), ("Phòng Văn hóa - Xã hội",)),
    ],
)
def test_what_is_gone_says_when_it_ended_and_what_it_became(written, ended, became):
    found = standing(written, on=NOW)
    assert found.verdict is Verdict.GONE
    assert found.ended == ended
    assert set(found.became) == set(became)
    assert found.source


@pytest.mark.parametrize(
    "written",
    [
        "thị xã Sa Pa",
        "UBND thị xã Sa Pa",
        "TX. Sa Pa, tỉnh Lào Cai",
        "thi xa sa pa",
        "Sở Lao động - Thương binh và Xã hội",
        "Công an tỉnh",
        "huyện",
        "UBND các huyện, thị xã",
        "Q.1, TP.HCM",
        "TP. Phan Rang-Tháp Chàm",
    ],
)
def test_what_existed_before_the_reform_existed_on_a_day_before_it(written):
    early = dt.date(2025, 2, 20)
    assert standing(written, on=early).verdict is Verdict.EXISTS


@pytest.mark.parametrize(
    "written",
    ["huyện", "UBND cấp huyện", "UBND các huyện, thị xã, thành phố", "huyện Không Có Tên", "Công an cấp huyện"],
)
def test_no_unit_of_district_level_is_left(written):
    found = standing(written, on=NOW)
    assert found.verdict is Verdict.GONE
    assert found.level_abolished


@pytest.mark.parametrize(
    "written",
    [
        "tỉnh Thanh Hóa",
        "tỉnh Thanh Hoá",
        "TP.HCM",
        "UBND phường Sài Gòn",
        "Công an tỉnh Lâm Đồng",
        "Sở Văn hóa, Thể thao và Du lịch",
        "Sở Y tế tỉnh Lâm Đồng",
        "TAND khu vực 1 - Lâm Đồng",
        "xã, phường",
    ],
)
def test_what_exists_is_said_to_exist(written):
    assert standing(written, on=NOW).verdict is Verdict.EXISTS


def test_a_province_that_became_a_city_is_gone_as_a_province_from_that_day_on():
    day = dt.date(2026, 4, 30)
    found = standing("tỉnh Đồng Nai", on=day)
    assert (found.verdict, found.became, found.ended) == (Verdict.GONE, ("thành phố Đồng Nai",), dt.date(2026, 4, 29))
    assert found.confidence == "reported"
    assert standing("tỉnh Đồng Nai", on=day - dt.timedelta(days=1)).verdict is Verdict.EXISTS
    assert standing("thành phố Đồng Nai", on=NOW).verdict is Verdict.NOT_YET


def test_another_level_word_in_the_same_province_is_a_wrong_level():
    found = standing("xã Sài Gòn", on=NOW, province="79")
    assert (found.verdict, found.expected) == (Verdict.WRONG_LEVEL, "phường Sài Gòn")


def test_a_misspelt_name_is_unknown_and_what_was_perhaps_meant_is_said():
    found = standing("phường Sài Gon", on=NOW, province="79")
    assert found.verdict is Verdict.UNKNOWN
    assert found.likely[0].unit.full == "phường Sài Gòn"


def test_a_name_nobody_knows_is_unknown_with_nothing_made_up():
    found = standing("xã Bãi Không Tên Nào Cả", on=NOW)
    assert (found.verdict, found.became, found.likely) == (Verdict.UNKNOWN, (), ())


def test_several_units_that_bore_the_name_are_all_said_and_none_is_chosen():
    found = standing("Phường 4", on=NOW, province="82")
    assert found.verdict is Verdict.GONE
    assert (found.unit, found.became) == (None, ())
    assert len(found.likely) > 1


def test_where_the_sources_differ_the_part_is_unknown():
    found = standing("Phường 4, thành phố Mỹ Tho", on=NOW)
    assert found.verdict is Verdict.GONE
    assert found.part is Part.UNKNOWN


def test_of_days_before_the_list_begins_nothing_is_confirmed():
    assert standing("huyện Mường Nhé", on=dt.date(2022, 1, 1)).confidence == "unconfirmed"
    assert standing("huyện Mường Nhé", on=BEFORE).confidence == "confirmed"


@pytest.mark.parametrize(
    ("written", "on", "level"),
    [
        ("thành phố Huế", NOW, Level.PROVINCE),
        ("thành phố Đà Lạt", NOW, Level.DISTRICT),
        ("UBND thị trấn Di Linh", BEFORE, Level.COMMUNE),
        ("đặc khu Phú Quốc", NOW, Level.COMMUNE),
        ("Lâm Đồng", NOW, Level.PROVINCE),
        ("Chỗ Không Ai Biết", NOW, None),
    ],
)
def test_the_level_of_a_written_unit(written, on, level):
    assert level_of(written, on=on) is level


def test_a_unit_that_ended_before_the_list_begins_is_gone_without_a_day_and_unconfirmed():
    found = standing("xã Đình Xuyên", on=NOW, province="01")
    assert (found.verdict, found.ended, found.confidence) == (Verdict.GONE, None, "unconfirmed")
    assert found.became == ("xã Phù Đổng",)
    assert standing("xã Đình Xuyên", on=BEFORE, province="01").became == ("xã Thiên Đức",)


def test_before_the_list_begins_such_a_unit_is_not_accused():
    assert standing("xã Đình Xuyên", on=dt.date(2022, 1, 1)).verdict is Verdict.UNKNOWN


def test_a_district_that_ended_earlier_is_surely_gone_since_the_reform():
    found = standing("quận 9", on=NOW, province="79")
    assert (found.verdict, found.confidence, found.level_abolished) == (Verdict.GONE, "confirmed", True)
    assert "phường Tăng Nhơn Phú" in found.became


@pytest.mark.parametrize(
    ("written", "province", "verdict"),
    [
        ("Công an thành phố", None, Verdict.EXISTS),
        ("Công an thành phố", "79", Verdict.EXISTS),
        ("Công an thành phố", "68", Verdict.GONE),
        ("thành phố thuộc tỉnh", "68", Verdict.GONE),
    ],
)
def test_a_city_without_a_name_is_that_of_the_province_or_none(written, province, verdict):
    assert standing(written, on=NOW, province=province).verdict is verdict


@pytest.mark.parametrize("written", ["Hội Nông dân huyện Mường Nhé", "Hội Nông dân huyện", "Ban Dân vận huyện"])
def test_a_body_we_do_not_know_at_a_unit_that_is_gone_is_gone_with_it(written):
    assert standing(written, on=NOW).verdict is Verdict.GONE
    assert standing(written, on=BEFORE).verdict is Verdict.EXISTS


def test_what_is_only_remembered_is_not_confirmed():
    assert standing("Thanh tra Sở Y tế", on=NOW).confidence == "unconfirmed"
    assert standing("Bộ Chỉ huy Bộ đội Biên phòng tỉnh", on=NOW).confidence == "unconfirmed"
