"""The scorer: what a perfect, an empty and a half-right reading score."""

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from haidang.domain.directives.scoring import ASIDE, FIELDS, LISTS, SCALARS, Score, compare, interval, total

TASKS = (
    "Lập danh sách bến cá chưa có đèn biển",
    "Mở lớp dạy nghề cho người trở về",
    "Kiểm tra giấy tờ của chủ tàu viễn dương",
    "Phát tờ rơi bằng tiếng dân tộc ít người",
    "Bố trí giường nghỉ tạm trong trạm y tế",
    "Xây dựng phóng sự truyền hình hằng quý",
)
BODIES = st.sampled_from(("Sở Y tế", "Công an tỉnh", "UBND các xã, phường", "Hội Nông dân tỉnh", "Sở Tư pháp"))
DAYS = st.sampled_from(("2026-04-15", "05-20", "2026-11-30", None))


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """An annotation: tasks with distinct openings, and of everything else a little."""
    anchors = draw(st.lists(st.sampled_from(TASKS), unique=True, max_size=6))
    return {
        "kind": draw(st.sampled_from(("ke_hoach", "cong_van", None))),
        "number": draw(st.sampled_from(("07/KH-BCĐ", "/KH-UBND", None))),
        "issuer": draw(st.sampled_from(("UBND tỉnh An Hải", None))),
        "title": draw(st.sampled_from(("Phòng ngừa mua bán người ở bến cá", None))),
        "date": draw(DAYS),
        "legal_bases": draw(st.lists(st.fixed_dictionaries({
            "kind": st.sampled_from(("luat", "quyet_dinh")), "number": st.sampled_from(("5/QĐ-TTg", None)),
            "date": DAYS,
        }), max_size=3)),
        "targets": [
            {"op": ">=", "value": value, "unit": "%"} for value in draw(st.lists(st.integers(1, 99), max_size=3))
        ],
        "assignments": [
            {"lead": draw(st.lists(BODIES, min_size=1, max_size=2, unique=True)),
             "support": draw(st.lists(BODIES, max_size=3, unique=True)), "anchor": anchor, "due": draw(DAYS)}
            for anchor in anchors
        ],
        "windows": draw(st.lists(st.fixed_dictionaries({"start": DAYS, "end": DAYS}), max_size=2)),
        "reports": draw(st.lists(st.fixed_dictionaries({
            "by": BODIES, "to": BODIES, "via": st.one_of(st.none(), BODIES), "due": DAYS,
            "period": st.sampled_from(("Q1", "event")),
        }), max_size=2)),
        "recipients": draw(st.lists(st.sampled_from(("Như trên", "Lưu: VT", "Công an tỉnh")), max_size=3)),
    }  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(documents())
def test_an_annotation_agrees_with_itself(gold: dict[str, Any]) -> None:
    done = compare(gold, copy.deepcopy(gold))
    assert set(done.scores) == set(FIELDS)
    assert done.misses == ()
    assert all(score.f1 == 1.0 for score in done.scores.values())


@settings(max_examples=60, deadline=None)
@given(documents(), st.randoms())
def test_the_order_in_which_entries_were_found_does_not_matter(gold: dict[str, Any], chance: Any) -> None:
    found = copy.deepcopy(gold)
    for field in ("assignments", "recipients", "targets", "windows", "legal_bases"):
        chance.shuffle(found[field])
    assert compare(gold, found).misses == ()


@settings(max_examples=60, deadline=None)
@given(documents(), documents())
def test_what_is_made_up_one_way_is_missed_the_other_way(one: dict[str, Any], two: dict[str, Any]) -> None:
    there, back = compare(one, two).scores, compare(two, one).scores
    for field in SCALARS:
        assert (there[field].wrong, there[field].missed) == (back[field].missed, back[field].wrong)


@settings(max_examples=60, deadline=None)
@given(documents(), documents())
def test_every_entry_counts_once(gold: dict[str, Any], found: dict[str, Any]) -> None:
    scores = compare(gold, found).scores
    for field in LISTS:
        assert scores[field].right + scores[field].missed == len(gold[field])
        assert scores[field].right + scores[field].wrong == len(found[field])


@settings(max_examples=60, deadline=None)
@given(documents())
def test_an_empty_reading_misses_all_and_makes_nothing_up(gold: dict[str, Any]) -> None:
    done = compare(gold, {}).overall()
    assert (done.right, done.wrong) == (0, 0)
    assert compare({}, gold).overall() == Score(wrong=done.missed)


TASK = {"lead": ["Sở Y tế"], "support": ["Công an tỉnh"], "anchor": "Lập danh sách bến cá chưa có đèn", "due": "05-20"}


@pytest.mark.parametrize(
    ("changed", "field", "expected"),
    [
        ({"lead": ["Sở Tư pháp"]}, "assignments", Score(wrong=1, missed=1)),
        ({"lead": ["Sở Y tế", "Sở Tư pháp"]}, "assignments", Score(wrong=1, missed=1)),
        ({"anchor": "Mở lớp dạy nghề cho người trở về"}, "assignments", Score(wrong=1, missed=1)),
        ({"anchor": "Lập danh sách"}, "assignments", Score(wrong=1, missed=1)),
        ({"anchor": "lập danh sách, bến cá chưa có đèn biển"}, "assignments", Score(right=1)),
        ({"support": ["Công an tỉnh", "Sở Tư pháp"]}, "support", Score(right=1, wrong=1)),
        ({"support": []}, "support", Score(missed=1)),
        ({"due": "05-21"}, "due", Score(wrong=1, missed=1)),
        ({"due": None}, "due", Score(missed=1)),
    ],
)
def test_a_duty_is_right_when_bodies_and_opening_are(changed: dict[str, Any], field: str, expected: Score) -> None:
    done = compare({"assignments": [TASK]}, {"assignments": [TASK | changed]})
    assert done.scores[field] == expected
    assert bool(done.misses) is bool(expected.wrong or expected.missed)


@pytest.mark.parametrize(
    ("field", "written", "read", "same"),
    [
        ("issuer", "Ủy ban nhân dân tỉnh An Hải", "UBND tỉnh An Hải", True),
        ("issuer", "Uỷ ban nhân dân TP An Hải", "UBND thành phố An Hải", True),
        ("issuer", "UBND tỉnh An Hải", "UBND tỉnh An Hà", False),
        ("title", "Về việc chống mua bán người trên biển", "Chống mua bán người trên biển", True),
        ("number", "Số: 07/KH-BCĐ", "07/KH-BCĐ", True),
        ("number", "07/KH-BCĐ", "08/KH-BCĐ", False),
    ],
)
def test_the_same_thing_written_otherwise_is_the_same(field: str, written: str, read: str, same: bool) -> None:
    assert compare({field: written}, {field: read}).scores[field] == (Score(1) if same else Score(0, 1, 1))


def test_a_number_whose_ordinal_is_blank_counts_as_none() -> None:
    assert compare({"number": "/KH-UBND"}, {"number": None}).overall() == Score()


def test_support_day_and_reporter_are_no_part_of_the_overall_figure() -> None:
    done = compare({"assignments": [TASK]}, {"assignments": [TASK | {"support": [], "due": None}]})
    assert [miss.field for miss in done.misses] == ["support", "due"]
    assert done.overall().f1 == 1.0
    assert not set(ASIDE) & {*SCALARS, *LISTS}


def test_the_interval_holds_the_figure_and_is_the_same_each_time() -> None:
    scores = [Score(9, 1, 0), Score(5, 5, 5), Score(20, 0, 1), Score(3, 0, 4)]
    low, high = interval(scores) or (1.0, 0.0)
    assert 0.0 <= low < total(scores).f1 < high <= 1.0
    assert interval(scores) == (low, high)


def test_documents_that_are_all_alike_leave_no_doubt_and_one_alone_has_no_interval() -> None:
    assert interval([Score(8, 2, 0)] * 5) == (Score(8, 2, 0).f1,) * 2
    assert interval([Score(8, 2, 0)]) is None
