"""The tables of administrative units: how many, how they hang together, what became of them."""

import datetime as dt
from collections import Counter

import pytest

from haidang.domain.units.bodies import bodies
from haidang.domain.units.registry import predecessors, successors
from haidang.domain.units.table import Level, Part, gaps, table

UNITS = table().units.values()
LAST_OF_63, FIRST_OF_34 = dt.date(2025, 6, 30), dt.date(2025, 7, 1)


def counted(on: dt.date) -> Counter[str]:
    return Counter(unit.level.value for unit in UNITS if unit.exists(on))


def kinds(on: dt.date, level: Level) -> dict[str, int]:
    return Counter(unit.kind for unit in UNITS if unit.level is level and unit.exists(on))


def test_before_the_reform_there_were_63_provinces_696_districts_and_10035_communes():
    assert counted(LAST_OF_63) == {"province": 63, "district": 696, "commune": 10_035}


def test_since_the_reform_there_are_34_provinces_and_3321_communes():
    assert counted(FIRST_OF_34) == {"province": 34, "commune": 3_321}
    assert kinds(FIRST_OF_34, Level.COMMUNE) == {"xã": 2_621, "phường": 687, "đặc khu": 13}
    assert kinds(FIRST_OF_34, Level.PROVINCE) == {"tỉnh": 28, "thành phố": 6}


@pytest.mark.parametrize(
    ("day", "wards", "cities"),
    [
        (dt.date(2026, 4, 29), 687, 6),
        (dt.date(2026, 4, 30), 697, 7),
        (dt.date(2026, 9, 1), 697, 8),
        (dt.date(2026, 9, 20), 709, 9),
    ],
)
def test_later_changes_change_kinds_and_no_number_of_units(day, wards, cities):
    assert counted(day) == {"province": 34, "commune": 3_321}
    assert kinds(day, Level.COMMUNE)["phường"] == wards
    assert kinds(day, Level.PROVINCE)["thành phố"] == cities


def test_every_unit_stands_in_units_of_the_level_above():
    units = table().units
    for unit in UNITS:
        assert units[unit.province].level is Level.PROVINCE
        if unit.parent:
            assert units[unit.parent].level is not Level.COMMUNE
            assert units[unit.parent].province == unit.province
        else:
            assert unit.level is Level.PROVINCE


def test_every_old_unit_became_units_that_existed_on_the_first_day():
    for unit in UNITS:
        if unit.exists(LAST_OF_63):
            heirs = successors(unit.id, FIRST_OF_34)
            assert heirs, unit
            assert all(heir.unit.exists(FIRST_OF_34) for heir in heirs)
            assert len(heirs) == 1 or all(heir.part is not Part.WHOLE for heir in heirs)


def test_what_a_commune_became_lies_in_what_its_province_became():
    for unit in UNITS:
        if unit.exists(LAST_OF_63) and unit.level is Level.COMMUNE:
            (province,) = successors(unit.province, FIRST_OF_34)
            assert {heir.unit.province for heir in successors(unit.id, FIRST_OF_34)} == {province.unit.id}


def test_every_new_unit_was_made_of_something():
    assert [unit.full for unit in UNITS if unit.exists(FIRST_OF_34) and not predecessors(unit.id)] == []


def test_a_part_is_unknown_exactly_where_a_gap_is_listed():
    unsure = {old for old, edges in table().after.items() if any(part is Part.UNKNOWN for _, part in edges)}
    assert unsure == {f"63:{gap.code}" for gap in gaps()}
    assert 30 <= len(unsure) <= 50
    assert all(gap.reason for gap in gaps())


def test_a_change_leads_from_the_old_form_to_the_new():
    (heir,) = successors("34:75", dt.date(2026, 5, 1))
    assert heir.unit.full == "thành phố Đồng Nai"
    assert (heir.unit.confidence, heir.part) == ("reported", Part.WHOLE)
    assert successors("34:75", dt.date(2026, 3, 1)) == ()


def test_succession_goes_on_through_later_changes():
    (old,) = [unit for unit in UNITS if unit.full == "thị trấn Trảng Bom"]
    names = {day: {heir.unit.full for heir in successors(old.id, day)} for day in (FIRST_OF_34, dt.date(2026, 5, 1))}
    assert "xã Trảng Bom" in names[FIRST_OF_34]
    assert "phường Trảng Bom" in names[dt.date(2026, 5, 1)]


def test_bodies_that_ended_say_from_which_source_and_every_heir_of_a_department_is_a_body_of_the_list():
    known = {body.name for body in bodies()}
    for body in bodies():
        assert body.source
        assert body.first_day is None or body.last_day is None or body.first_day <= body.last_day
        assert {heir.name for heir in body.became if heir.name.startswith("Sở ")} <= known


def test_a_provinces_communes_are_counted_the_same_by_its_provinces_and_by_its_communes():
    # 10,035 old communes, each counted at the province that its own successors lie in and at the one that its old
    # province became: an officer who adds up by either way has the same total.
    old = [unit for unit in UNITS if unit.level is Level.COMMUNE and unit.exists(LAST_OF_63)]
    units, after = table().units, table().after
    by_commune, by_province, doubtful = Counter(), Counter(), 0
    for unit in old:
        ((new, _part),) = after[unit.province]
        by_province[units[new].province] += 1
        provinces = {units[successor].province for successor, _part in after[unit.id]}
        doubtful += len(provinces) > 1
        by_commune[next(iter(sorted(provinces)))] += 1
    assert doubtful == 0
    assert by_commune == by_province
    assert sum(by_commune.values()) == 10_035
    assert len(by_commune) == 34
