"""Days, numbers, states and found words as pages print them."""

import datetime as dt
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils import timezone

from haidang.domain.terms.refusal import Refusal
from haidang.sites.office.frame import refusals
from haidang.sites.office.templatetags import office

TODAY = dt.date(2026, 3, 11)


def test_days_and_moments_are_printed_the_vietnamese_way():
    assert office.day(dt.date(2026, 3, 16)) == "16/3/2026"
    assert office.short_day(dt.date(2026, 3, 6)) == "6/3"
    moment = dt.datetime(2026, 3, 15, 20, 5, tzinfo=dt.UTC)
    assert office.day(moment) == "16/3/2026"
    assert office.daytime(moment) == "3:05 16/3/2026"
    assert office.weekday(TODAY) == "Thứ Tư"
    assert timezone.get_current_timezone_name() == "Asia/Ho_Chi_Minh"


def test_nothing_reported_is_not_printed_as_zero():
    assert (office.number(None), office.number(0), office.number(Decimal("1234.50"))) == ("–", "0", "1.234,5")


@pytest.mark.parametrize(
    ("days", "kind", "words"),
    [
        (-11, "late", "quá hạn 11 ngày"),
        (0, "soon", "đến hạn hôm nay"),
        (7, "soon", "còn 7 ngày"),
        (8, "quiet", "còn 8 ngày"),
    ],
)
def test_a_due_day_is_told_from_today(days, kind, words):
    chip = office.due(TODAY + dt.timedelta(days=days), TODAY)
    assert f'class="chip {kind}"' in chip
    assert words in chip


def test_finished_work_is_in_time_or_late_and_without_a_day_neither():
    due = dt.date(2026, 3, 5)
    assert "hoàn thành đúng hạn" in office.due(due, TODAY, due)
    assert "hoàn thành quá hạn" in office.due(due, TODAY, due + dt.timedelta(days=1))
    assert "đã hoàn thành" in office.due(None, TODAY, due)
    assert "không ấn định ngày" in office.due(None, TODAY)


def test_a_court_is_asked_and_never_reads_late():
    chip = office.due(dt.date(2026, 3, 1), TODAY, courtesy=True)
    assert "late" not in chip
    assert "quá hạn" not in chip


def test_a_state_has_one_of_six_colours():
    with pytest.raises(ValueError, match="unknown kind"):
        office.chip("x", "pink")
    assert "&lt;b&gt;" in office.chip("<b>", "late")


def test_found_words_are_marked_without_marks_and_escaped():
    shown = office.hits("Hỗ trợ <nạn nhân> ở Đồng Sậy", "nan dong")
    assert shown == ('Hỗ trợ &lt;<mark class="hit">nạn</mark> nhân&gt; ở <mark class="hit">Đồng</mark> Sậy')
    assert office.hits("a < b", " ") == "a &lt; b"


def test_a_tile_shows_what_a_count_is_part_of_even_when_it_is_zero():
    tile = '{% include "office/frame/parts/tile.html" with figure=0 of=0 name="x" %}'
    assert "/0" in Template(tile).render(Context())


def test_a_refusal_without_words_still_names_its_rule():
    assert "no.such_rule" in refusals.words(Refusal("no.such_rule"))
