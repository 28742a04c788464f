"""The demonstration speaks in its own words: no longer run of words of a real document stands in its texts."""

import datetime as dt
from importlib import resources
from pathlib import Path

import pytest

from haidang.conf.demonstration import texts
from haidang.domain.terms.text import fold

RUN = 12
# What a decree lays down word for word is nobody's sentence.
MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of twelve words, marks and signs aside."""
    words = "".join(c if c.isalnum() else " " for c in fold(text)).split()
    return {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


def own_files() -> list[Path]:
    """All data of the demonstration but its directory: official names of bodies are nobody's sentences."""
    with resources.as_file(resources.files("haidang.conf.demonstration").joinpath("data")) as folder:
        return sorted(path for path in folder.iterdir() if path.name != "province.toml")


@pytest.mark.corpus
def test_no_run_of_twelve_words_of_a_real_document_stands_in_the_demonstration() -> None:
    real: set[tuple[str, ...]] = set()
    for path in [*CORPUS.glob("sources/*.txt"), *CORPUS.glob("documents/*.txt")]:
        real |= runs(path.read_text(encoding="utf-8"))
    assert real
    for path in own_files():
        mine = texts.filled(path.read_text(encoding="utf-8"), dt.date(2026, 3, 11))
        for line in MOTTO:
            mine = mine.replace(line, "")
        assert [" ".join(run) for run in runs(mine) & real] == [], path.name
