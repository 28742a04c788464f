"""A name on an old paper: which units there were, and what they are today."""

import datetime as dt

from haidang.domain.units.looking import look_up
from haidang.domain.units.table import table

TODAY = dt.date(2026, 3, 11)


def test_an_old_province_is_now_part_of_another() -> None:
    found = look_up("tinh hai duong", on=TODAY)
    (old,) = [one for one in found.units if one.unit.full == "tỉnh Hải Dương"]
    assert [next.unit.full for next in old.now] == ["thành phố Hải Phòng"]


def test_a_unit_of_today_says_what_it_was_made_from_and_nothing_of_its_future() -> None:
    found = look_up("thành phố Hải Phòng", on=TODAY)
    now = found.units[0]
    assert now.unit.exists(TODAY)
    assert now.now == ()
    assert "tỉnh Hải Dương" in {before.unit.full for before in now.came_from}


def test_marks_may_be_left_out_and_today_s_come_first() -> None:
    plain, marked = look_up("can gio", on=TODAY), look_up("Cần Giờ", on=TODAY)
    assert [one.unit.id for one in plain.units] == [one.unit.id for one in marked.units]
    alive = [one.unit.exists(TODAY) for one in plain.units]
    assert alive == sorted(alive, reverse=True)


def test_a_code_finds_its_unit() -> None:
    unit = next(unit for unit in table().units.values() if unit.id.startswith("34:") and len(unit.code) == 5)
    assert unit.id in {one.unit.id for one in look_up(unit.code, on=TODAY).units}


def test_no_words_find_nothing_and_what_is_cut_is_counted() -> None:
    assert look_up("  ", on=TODAY).total == 0
    cut = look_up("xã", on=TODAY, most=10)
    assert len(cut.units) == 10
    assert cut.total > 5_000
