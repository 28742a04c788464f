"""The reader against the annotated corpus, by the corpus's own scorer: floors wherever the corpus is present."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from haidang.domain.directives.as_json import to_json
from haidang.domain.directives.page import plain
from haidang.domain.directives.reader import read
from tests.needs import SHARED

pytestmark = pytest.mark.corpus
CORPUS = SHARED / "corpus"


def scores(texts: str, gold: str, out: Path) -> dict[str, float]:
    """Read a folder and run the scorer on it: F1 by field, and `overall`."""
    for path in sorted((CORPUS / texts).glob("*.txt")):
        found = json.dumps(to_json(read(path.read_text(encoding="utf-8"))), ensure_ascii=False)
        (out / f"{path.stem}.json").write_text(found, encoding="utf-8")
    command = [sys.executable, str(CORPUS / "score.py"), str(out), "--gold", str(CORPUS / gold)]
    printed = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    rows = re.findall(r"^(\w+)\*?\s+\d+\s+\d+\s+\d+\s+\S+\s+\S+\s+([\d.]+)$", printed, re.MULTILINE)
    overall = re.search(r"OVERALL micro-F1 ([\d.]+)", printed)
    assert overall
    return {name: float(figure) for name, figure in rows} | {"overall": float(overall[1])}


def test_the_annotated_sources_are_read(tmp_path: Path) -> None:
    reached = scores("sources", "sources-gold", tmp_path)
    assert reached["overall"] >= 0.98
    assert reached["assignments"] >= 0.98
    assert reached["support"] >= 0.95


def test_the_documents_of_other_themes_are_read(tmp_path: Path) -> None:
    reached = scores("documents", "documents-gold", tmp_path)
    assert reached["overall"] >= 0.97
    assert reached["assignments"] >= 0.95


def test_values_of_the_corpus_stand_at_their_spans() -> None:
    paths = [*(CORPUS / "sources").glob("*.txt"), *(CORPUS / "documents").glob("*.txt")]
    assert paths
    for path in paths:
        reading = read(path.read_text(encoding="utf-8"))
        for part in (*reading.duties, *reading.outline):
            assert plain(reading.text[part.span.start : part.span.end]) == part.text
        for order, name in enumerate(reading.head.recipients):
            span = reading.spans[f"recipient.{order}"]
            assert plain(reading.text[span.start : span.end]) == name
