"""Spoilt files: whatever stands in them, reading gives a text or a refusal with words, and checking goes through."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from functools import cache

import pytest

from haidang.cli.refusals import REFUSALS
from haidang.domain.checks.checker import check
from haidang.domain.directives.reader import read
from haidang.domain.drafting.plan import compose_plan
from haidang.domain.terms.refusal import Refusal
from haidang.formats import registry
from haidang.formats.opening import open_file
from haidang.formats.scan.rehearsal import Scanner, scanned
from haidang.formats.spoiling import chosen, spoilt
from tests import needs
from tests.domain.drafting.examples import PLAN
from tests.formats import papers

TODAY = dt.date(2026, 11, 2)
HTML = "<html><body>{}<table><tr><td>1</td><td>Sở Y tế</td></tr></table></body></html>"


@cache
def docx() -> bytes:
    return registry.writer("docx")(compose_plan(PLAN))


@cache
def pdf() -> bytes:
    return papers.as_pdf(papers.typed(papers.plan(2)))


@cache
def picture() -> bytes:
    needs.program("tesseract")
    scanner = Scanner(dpi=150)
    return papers.as_picture(scanned(papers.typed(papers.plan()), papers.faces(), scanner)[0])


def html() -> bytes:
    return HTML.format("".join(f"<p>{line}</p>" for line in papers.plan_text().split("\n"))).encode()


SEEDS: dict[str, tuple[Callable[[], bytes], int]] = {
    "a.txt": (lambda: papers.plan_text().encode(), 70),
    "b.txt": (lambda: papers.plan_text().encode("utf-16"), 20),
    "a.docx": (docx, 90),
    "a.html": (html, 50),
    "a.pdf": (pdf, 66),
    "a.png": (picture, 4),
}


def outcome(data: bytes, name: str) -> str:
    """`read`, or the code of the refusal; anything else goes up and fails the test."""
    try:
        checked = check(read(open_file(data, name).text), today=TODAY)
    except Refusal as refusal:
        return refusal.code
    return "read" if checked.outcomes else "unchecked"


@pytest.mark.parametrize("name", sorted(SEEDS))
def test_a_spoilt_file_is_read_or_refused_in_words(name: str) -> None:
    sound, times = SEEDS[name]
    assert outcome(sound(), name) == "read"
    met = {outcome(spoilt(sound(), seed), name) for seed in range(times)}
    assert met <= {"read", *REFUSALS}


def test_three_hundred_files_are_spoilt_and_each_can_be_made_again() -> None:
    assert sum(times for _, times in SEEDS.values()) == 300
    assert all(spoilt(html(), seed) == spoilt(html(), seed) for seed in range(20))
    assert len({spoilt(html(), seed) for seed in range(20)}) > 15


@pytest.mark.parametrize(("quick", "slow"), [(7, 5), (7, 4), (5, 10), (1, 1)])
def test_every_kind_of_file_gets_its_turn_the_slow_ones_as_often_as_one_another(quick: int, slow: int) -> None:
    fast, long = [f"q{n}" for n in range(quick)], [f"s{n}" for n in range(slow)]
    turns = Counter(chosen(turn, fast, long, 100) for turn in range(20_000))
    assert set(turns) == {*fast, *long}
    assert sum(turns[name] for name in long) == 200
    assert max(turns[name] for name in long) - min(turns[name] for name in long) <= 1
