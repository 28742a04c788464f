"""Correct documents in the official form, written before the checker saw them: next to nothing is said of them."""

import datetime as dt
from pathlib import Path

from haidang.domain.checks.checker import check
from haidang.domain.directives.reader import read

TEXTS = Path(__file__).parents[1] / "directives" / "texts"
TODAY = dt.date(2026, 11, 2)
# A draft with gaps on purpose: number and day blank, no report asked for.
GAPS = "depth-09-ke-hoach-thieu"
# True of its text: the plan stands on another plan and does not cite the Law itself.
TRUE = {("depth-11-ke-hoach-cong-an-tin-nhan", "citation.missing_basis")}


def found(path: Path) -> set[tuple[str, str]]:
    checked = check(read(path.read_text(encoding="utf-8")), today=TODAY)
    return {(path.stem, finding.rule) for finding in checked.findings}


def test_nothing_untrue_is_said_of_correct_documents() -> None:
    paths = [path for path in sorted(TEXTS.glob("depth-*.txt")) if path.stem != GAPS]
    assert len(paths) >= 10
    assert set().union(*map(found, paths)) == TRUE


def test_the_gaps_of_a_draft_are_named() -> None:
    rules = {rule for _, rule in found(TEXTS / f"{GAPS}.txt")}
    assert rules == {"deadline.no_report", "form.blanks", "form.recipients"}
