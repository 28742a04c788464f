"""Names looked up among many."""

from hypothesis import assume, given
from hypothesis import strategies as st

from haidang.domain.terms.text import fold
from haidang.domain.units.keys import folded, toned
from haidang.domain.units.names import Names
from haidang.domain.units.table import table

SPELLED = sorted({unit.name for unit in table().units.values()})
NAMES = Names(SPELLED)
names = st.sampled_from(SPELLED)
LETTERS = st.sampled_from("abcdeghiklmnopqrstuvxy")


def found(hits) -> set[str]:
    return {NAMES[hit.place] for hit in hits}


@given(names)
def test_a_name_finds_itself_as_exact(name):
    hits = NAMES.folded(name)
    assert name in {NAMES[hit.place] for hit in hits if hit.why == "exact"}


@given(names)
def test_a_name_without_marks_finds_all_that_fold_to_it(name):
    assert name in found(NAMES.folded(fold(name)))
    assert folded(fold(name)) == folded(name) == folded(folded(name))


@given(names, st.data())
def test_one_letter_wrong_is_forgiven_in_a_name_that_is_not_short(name, data):
    key = folded(name)
    assume(len(key) >= 4 and not any(word.isdigit() for word in key.split()))
    at = data.draw(st.integers(0, len(key) - 1))
    wrong = key[:at] + data.draw(LETTERS) + key[at + 1 :]
    assume(folded(wrong) != key and len(folded(wrong)) >= 4)
    assert name in found(NAMES.similar(wrong))


@given(names)
def test_what_is_similar_is_never_the_name_itself(name):
    assert name not in found(NAMES.similar(name))


def test_the_place_of_the_tone_mark_does_not_matter_and_the_mark_does():
    assert toned("Hoà Bình") == toned("Hòa Bình") == toned("HÒA BÌNH")
    assert toned("Thuỷ") == toned("Thủy")
    assert toned("Hòa Bình") != toned("Hoa Bình")
    assert toned("Lý Sơn") == toned("Lí Sơn")


def test_two_letters_changed_about_are_one_slip():
    assert "Mường Nhé" in found(NAMES.similar("Mưnờg Nhé"))


def test_a_short_name_is_not_guessed_at():
    assert NAMES.similar("Ea") == []
