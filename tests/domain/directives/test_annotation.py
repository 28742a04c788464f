"""Annotations made of readings and of what people changed."""

from dataclasses import replace

import pytest

from haidang.domain.directives.annotation import BY_MACHINE, BY_PERSON, Settled, anchor, annotate
from haidang.domain.directives.as_json import to_json
from haidang.domain.directives.reader import read
from haidang.domain.directives.reading import Reading, Span
from haidang.domain.directives.scoring import LISTS, SCALARS, Score, compare

from .scoring import TEXTS


def settled(reading: Reading) -> list[Settled]:
    return [Settled(d.text, d.leads, d.supports, d.due.printed, d.span) for d in reading.duties]


@pytest.mark.parametrize("path", sorted(TEXTS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_reading_that_nobody_corrected_is_annotated_as_it_was_read(path) -> None:
    reading = read(path.read_text(encoding="utf-8"))
    found = annotate(reading, settled(reading), "here")
    assert compare(found, to_json(reading)).misses == ()
    assert {row["origin"] for row in found["assignments"]} <= {"machine"}
    assert [row["anchor"] for row in found["assignments"]] == [duty.anchor for duty in reading.duties]


def test_an_annotation_has_every_field_of_the_form_and_says_whose_each_is() -> None:
    found = annotate(read("UBND XÃ BÃI NGANG\n"), (), "here")
    assert set(found) >= {*SCALARS, *LISTS, "source", "excerpt", "topic", "layout", "addressees"}
    assert {*BY_PERSON, *BY_MACHINE} == {*SCALARS, *LISTS, "addressees"}


TEXT = "1. Sở Y tế\n- Chuẩn bị mười giường cho người mới được đưa về;\n**tập huấn** y tá các trạm ven biển."
WHOLE = Span(TEXT.index("- Chuẩn"), len(TEXT), 2)


@pytest.mark.parametrize(
    ("words", "span", "expected"),
    [
        ("tập huấn y tá các trạm ven biển.", WHOLE, "tập huấn y tá các trạm ven biển."),
        ("Tập huấn y tá các trạm ven biển.", WHOLE, "Tập huấn y tá các trạm ven biển."),
        ("Sắm thêm giường", WHOLE, "Chuẩn bị mười giường cho người mới được"),
        ("Sắm thêm giường", Span(0, 0, 0), "Sắm thêm giường"),
        ("Sở Y tế", Span(0, 10, 1), "Sở Y tế"),
        ("Ngành y tế", Span(0, 10, 1), "Sở Y tế"),
    ],
)
def test_an_anchor_is_the_words_of_the_source(words: str, span: Span, expected: str) -> None:
    assert anchor(TEXT, Settled(words, ("Sở Y tế",), (), None, span)) == expected


def test_two_reworded_duties_of_one_place_do_not_share_an_anchor() -> None:
    reading = read(TEXT)
    duties = [Settled(words, ("Sở Y tế",), (), None, WHOLE) for words in ("Sắm giường", "Dạy nghề y tá")]
    assert [row["anchor"] for row in annotate(reading, duties, "here")["assignments"]] == [
        "Chuẩn bị mười giường cho người mới được", "Dạy nghề y tá",
    ]  # fmt: skip


def test_what_was_deleted_is_no_duty_and_is_kept_as_set_aside() -> None:
    path = sorted(TEXTS.glob("*.txt"))[0]
    reading = read(path.read_text(encoding="utf-8"))
    first, *others = settled(reading)
    gone = replace(first, deleted=True)
    mine = replace(first, text="Nội dung do người thêm rồi bỏ", by_person=True, deleted=True)
    found = annotate(reading, [gone, mine, *others], "here")
    assert compare(found, to_json(reading)).scores["assignments"] == Score(len(others), 1, 0)
    assert [row["anchor"] for row in found["set_aside"]] == [reading.duties[0].anchor]
