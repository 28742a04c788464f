"""The reader against our own annotated texts: floors, on every run."""

from functools import cache

import pytest

from .scoring import ASIDE, TEXTS, Score, flattened, score_texts


@cache
def scores() -> dict[str, dict[str, Score]]:
    return score_texts()


def total(field: str) -> float:
    return sum((fields[field] for fields in scores().values()), Score()).f1


def test_every_text_is_annotated() -> None:
    assert len(list(TEXTS.glob("*.txt"))) >= 5
    assert all(path.with_suffix(".json").exists() for path in TEXTS.glob("*.txt"))


def test_all_texts_together_are_read_well() -> None:
    all_fields = [score for fields in scores().values() for name, score in fields.items() if name not in ASIDE]
    assert sum(all_fields, Score()).f1 >= 0.97


@pytest.mark.parametrize("name", sorted(path.stem for path in TEXTS.glob("*.txt")))
def test_each_text_is_read_well(name: str) -> None:
    fields = scores()[name]
    assert sum((score for field, score in fields.items() if field not in ASIDE), Score()).f1 >= 0.9, fields


@pytest.mark.parametrize(
    ("field", "floor"), [("assignments", 0.95), ("support", 0.9), ("due", 0.9), ("reports", 0.9), ("recipients", 0.97)]
)
def test_what_the_loop_depends_on_is_read_well(field: str, floor: float) -> None:
    assert total(field) >= floor


def test_texts_flattened_to_running_words_are_read_nearly_as_well() -> None:
    fields = [score for found in score_texts(flattened).values() for name, score in found.items() if name not in ASIDE]
    assert sum(fields, Score()).f1 >= 0.96
