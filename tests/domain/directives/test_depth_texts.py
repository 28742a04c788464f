"""The twelve texts with tables, rhythms, phases and gaps: what stands in them beside the fields that are scored."""

import json
from pathlib import Path
from typing import Any

import pytest

from haidang.domain.directives.reader import read

from .scoring import TEXTS, Score, score_texts

PATHS = sorted(TEXTS.glob("depth-*.txt"))
each = pytest.mark.parametrize("path", PATHS, ids=[path.stem for path in PATHS])


def gold(path: Path) -> dict[str, Any]:
    annotation: dict[str, Any] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return annotation


@each
def test_phases_hotlines_funds_and_messages_are_read_as_annotated(path: Path) -> None:
    reading, want = read(path.read_text(encoding="utf-8")), gold(path)
    assert [(p.first, p.last) for p in reading.phases] == [(p["from"], p["to"]) for p in want["phases"]]
    assert all(p.text.startswith(w["anchor"]) for p, w in zip(reading.phases, want["phases"], strict=True))
    assert [line.number for line in reading.hotlines] == want["hotlines"]
    assert [(m.amount, sorted(m.sources)) for m in reading.money] == [
        (m["amount"], sorted(m["sources"])) for m in want["money"]
    ]
    assert [(m.text, m.sender) for m in reading.messages] == [(m["text"], m["sender"]) for m in want["sms"]]


@each
def test_rhythms_and_relations_are_read_as_annotated(path: Path) -> None:
    reading, want = read(path.read_text(encoding="utf-8")), gold(path)
    rhythms = {duty.anchor: duty.due.rhythm for duty in reading.duties}
    assert {w["anchor"]: rhythms.get(w["anchor"]) for w in want["rhythms"]} == {
        w["anchor"]: w["rhythm"] for w in want["rhythms"]
    }
    relations = {act.number: act.relation for act in reading.citations}
    assert {w["number"]: relations.get(w["number"]) for w in want["relations"]} == {
        w["number"]: w["relation"] for w in want["relations"]
    }


def test_days_of_their_duties_are_read() -> None:
    due = sum((fields["due"] for name, fields in score_texts().items() if name.startswith("depth-")), Score())
    assert len(PATHS) >= 12
    assert due.f1 >= 0.9
