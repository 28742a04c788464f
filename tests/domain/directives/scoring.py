"""Our annotated texts, read and scored by the product's own scorer."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from haidang.domain.directives.as_json import to_json
from haidang.domain.directives.reader import read
from haidang.domain.directives.scoring import LISTS, SCALARS, Score, compare

__all__ = ["ASIDE", "LISTS", "SCALARS", "TEXTS", "Score", "compare", "flattened", "score_texts"]

TEXTS = Path(__file__).parent / "texts"
# Judged only on what was found; no part of a document's overall figure.
ASIDE = ("support", "due", "report_by")


def flattened(text: str) -> str:
    """The text as some archives keep it: one running paragraph, page numbers and marks gone, a rule after the motto."""
    text = re.sub(r"^\s*\d{1,2}\s*$|\*\*|^#+ ", "", text, flags=re.MULTILINE)
    return " ".join(text.split()).replace("Hạnh phúc", "Hạnh phúc ---------------", 1)


def score_texts(change: Callable[[str], str] = str) -> dict[str, dict[str, Score]]:
    """Every annotated text of this folder, changed before it is read: name → field → score."""
    scores = {}
    for path in sorted(TEXTS.glob("*.txt")):
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        scores[path.stem] = compare(gold, to_json(read(change(path.read_text(encoding="utf-8"))))).scores
    return scores
