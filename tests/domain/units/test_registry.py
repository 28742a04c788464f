"""Which unit a written name means on a day, seen from a province."""

import datetime as dt
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.domain.terms.text import fold
from haidang.domain.units.registry import province_of, the_one, units_named
from haidang.domain.units.table import Unit, table

BEFORE, NOW = dt.date(2025, 3, 20), dt.date(2026, 3, 11)
UNITS = sorted(table().units.values(), key=lambda unit: unit.id)
units = st.sampled_from(UNITS)


def day_of(unit: Unit) -> dt.date:
    day = unit.valid_from or unit.valid_to
    assert day
    return day


def code_of(unit: Unit) -> str:
    return unit.province.partition(":")[2]


def best(written: str, on: dt.date, province: str | None = None) -> set[str]:
    found = units_named(written, on=on, province=province)
    return {match.unit.id for match in found if match.score == found[0].score}


def chain(unit: Unit) -> str:
    names, above = [unit.full], unit.parent
    while above:
        names.append(table().units[above].full)
        above = table().units[above].parent
    return ", ".join(names)


def test_every_unit_is_found_by_its_own_full_name_on_its_day():
    assert [unit.id for unit in UNITS if unit.id not in best(unit.full, day_of(unit), code_of(unit))] == []


@given(units)
def test_with_the_units_around_it_named_a_unit_is_found_alone(unit):
    found = the_one(units_named(chain(unit), on=day_of(unit)))
    assert found is not None
    assert found.unit == unit


@given(units)
def test_without_any_mark_a_unit_is_still_among_the_best(unit):
    assert unit.id in best(fold(unit.full), day_of(unit), code_of(unit))


@given(units, st.sampled_from(["NFC", "NFD"]), st.sampled_from([str, str.upper, str.title]))
def test_capitals_and_the_composition_of_letters_change_nothing(unit, form, case):
    other = unicodedata.normalize(form, case(unit.full))
    assert units_named(other, on=day_of(unit)) == units_named(unit.full, on=day_of(unit))


@given(units, st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)))
def test_scores_fall_and_what_did_not_exist_says_so(unit, on):
    found = units_named(unit.full, on=on)
    scores = [match.score for match in found]
    assert scores == sorted(scores, reverse=True)
    for match in found:
        assert match.unit.exists(on) == (not {"gone", "not_yet"} & set(match.why))


@pytest.mark.parametrize(
    ("written", "on", "province", "full", "why"),
    [
        ("UBND phường Sài Gòn", NOW, "79", "phường Sài Gòn", "exact"),
        ("P. Sài Gòn", NOW, "79", "phường Sài Gòn", "exact"),
        ("phuong sai gon", NOW, "79", "phường Sài Gòn", "without_marks"),
        ("phường Sài Gòm", NOW, "79", "phường Sài Gòn", "similar"),
        ("tỉnh Thanh Hoá", NOW, None, "tỉnh Thanh Hóa", "exact"),
        ("Tỉnh Thanh Hoa", NOW, None, "tỉnh Thanh Hóa", "marks"),
        ("TPHCM", NOW, None, "thành phố Hồ Chí Minh", "alias"),
        ("TP. HCM", NOW, None, "thành phố Hồ Chí Minh", "alias"),
        ("tỉnh Đắc Lắc", NOW, None, "tỉnh Đắk Lắk", "alias"),
        ("tỉnh Bà Rịa-Vũng Tàu", BEFORE, None, "tỉnh Bà Rịa - Vũng Tàu", "exact"),
        ("tỉnh Bà Rịa – Vũng Tàu", BEFORE, None, "tỉnh Bà Rịa - Vũng Tàu", "exact"),
        ("TP Phan Rang Tháp Chàm", BEFORE, None, "thành phố Phan Rang - Tháp Chàm", "exact"),
        ("Q1, TP.HCM", BEFORE, None, "quận 1", "exact"),
        ("P.04, Q.3, TP.HCM", BEFORE, None, "phường 4", "exact"),
        ("huyện Ea H’leo", BEFORE, None, "huyện Ea H'leo", "exact"),
        ("tx Sa Pa - tỉnh Lào Cai", BEFORE, None, "thị xã Sa Pa", "exact"),
        ("huyện Mường Nhé tỉnh Điện Biên", BEFORE, None, "huyện Mường Nhé", "exact"),
        ("xã Mỹ Tịnh An, tỉnh Đồng Tháp", NOW, None, "xã Mỹ Tịnh An", "exact"),
    ],
)
def test_a_written_name_means_one_unit(written, on, province, full, why):
    found = the_one(units_named(written, on=on, province=province))
    assert found is not None
    assert (found.unit.full, found.why[0]) == (full, why)


def test_a_name_that_several_units_bear_is_ambiguous_until_a_province_is_known():
    found = units_named("xã Tân Lập", on=NOW)
    assert the_one(found) is None
    for match in found:
        if match.unit.exists(NOW) and match.why == ("exact",):
            assert match.unit.id in best("xã Tân Lập", NOW, code_of(match.unit))


def test_one_number_is_never_taken_for_another():
    assert all(match.unit.name == "21" for match in units_named("phường 21", on=BEFORE))


@pytest.mark.parametrize("written", ["", "  ", "UBND", "xã", ",", "xã Hoàn Toàn Không Có"])
def test_what_names_no_unit_finds_none(written):
    assert units_named(written, on=NOW) == ()


@pytest.mark.parametrize(
    ("written", "on", "code"),
    [
        ("tỉnh Kon Tum", BEFORE, "62"),
        ("tỉnh Kon Tum", NOW, "51"),
        ("huyện Mường Nhé", NOW, "11"),
        ("xã Tân Lập", NOW, None),
    ],
)
def test_the_province_of_a_written_unit(written, on, code):
    assert province_of(written, on=on) == code


@given(st.text(max_size=60), st.sampled_from([None, "79", "xx"]))
def test_any_text_can_be_asked_about(written, province):
    for match in units_named(written, on=NOW, province=province):
        assert 50 <= match.score <= 100
