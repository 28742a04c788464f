"""A small scorer of readings against annotations: what was found, what was missed, what was made up."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from haidang.domain.directives.as_json import to_json
from haidang.domain.directives.reader import read

TEXTS = Path(__file__).parent / "texts"
SCALARS = ("kind", "number", "issuer", "issuer_level", "place", "date", "title", "theme", "signer")


@dataclass
class Score:
    """Counts of one field or of all."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1.0 where there was nothing to find and nothing was found."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0


def plain(value: Any) -> str:
    """Letters and digits only, small; the long and the short name of a committee are one."""
    text = str(value if value is not None else "").lower().replace("uỷ", "ủy").replace("ủy ban nhân dân", "ubnd")
    return "".join(char for char in text if char.isalnum())


def subject(value: Any) -> str:
    """A title without its leading "về việc"."""
    text = plain(value)
    return text.removeprefix("vềviệc") if text.startswith("vềviệc") else text.removeprefix("về")


def keys(field: str, given: dict[str, Any]) -> list[Any]:
    """What is compared of each entry of a list."""
    rows = given.get(field) or []
    if field == "recipients":
        return [plain(row) for row in rows]
    if field == "assignments":
        return [(frozenset(map(plain, row["lead"])), plain(row["anchor"])[:18]) for row in rows]
    if field == "legal_bases":
        return [(row["kind"], plain(row["number"]), row["date"]) for row in rows]
    if field == "targets":
        return [(row["op"], float(row["value"]), row["unit"].lower()) for row in rows]
    if field == "windows":
        return [(row["start"], row["end"]) for row in rows]
    if field == "reports":
        return [(row["due"], row["period"], plain(row["to"]), plain(row["via"])) for row in rows]
    if field == "support":
        return [(plain(row["anchor"])[:18], plain(name)) for row in given["assignments"] for name in row["support"]]
    return [(plain(row["anchor"])[:18], row["due"]) for row in given["assignments"] if row.get("due")]


LISTS = ("legal_bases", "targets", "assignments", "windows", "reports", "recipients", "support", "due")


def compare(gold: dict[str, Any], found: dict[str, Any]) -> dict[str, Score]:
    """The score of each field of one document."""
    scores = {}
    for field in SCALARS:
        clean = subject if field == "title" else plain
        want, have = clean(gold.get(field)), clean(found.get(field))
        right = bool(want) and want == have
        scores[field] = Score(int(right), int(bool(have) and not right), int(bool(want) and not right))
    for field in LISTS:
        left = keys(field, found)
        right = 0
        wanted = keys(field, gold)
        for key in wanted:
            if key in left:
                left.remove(key)
                right += 1
        scores[field] = Score(right, len(left), len(wanted) - right)
    return scores


def flattened(text: str) -> str:
    """The text as some archives keep it: one running paragraph, page numbers and marks gone, a rule after the motto."""
    text = re.sub(r"^\s*\d{1,2}\s*$|\*\*|^#+ ", "", text, flags=re.MULTILINE)
    return " ".join(text.split()).replace("Hạnh phúc", "Hạnh phúc ---------------", 1)


def score_texts(change: Callable[[str], str] = str) -> dict[str, dict[str, Score]]:
    """Every annotated text of this folder, changed before it is read: name → field → score."""
    scores = {}
    for path in sorted(TEXTS.glob("*.txt")):
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        scores[path.stem] = compare(gold, to_json(read(change(path.read_text(encoding="utf-8")))))
    return scores
