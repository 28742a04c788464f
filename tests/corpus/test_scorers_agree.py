"""Our scorer and the corpus's own give the same figures, on good readings and on bad ones."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from haidang.cli.main import main
from haidang.domain.directives.as_json import to_json
from haidang.domain.directives.reader import read
from haidang.domain.directives.scoring import ASIDE, FIELDS, Score, compare, total
from tests.needs import SHARED

pytestmark = pytest.mark.corpus
CORPUS = SHARED / "corpus"
ROW = re.compile(r"^(\w+)\*?\s+(\d+)\s+(\d+)\s+(\d+)\s", re.MULTILINE)


def without_blank_lines(text: str) -> str:
    return re.sub(r"\n\s*\n", "\n", text)


def flattened(text: str) -> str:
    return " ".join(text.split())


def first_half(text: str) -> str:
    return text[: len(text) // 2]


def misspelt(text: str) -> str:
    return text.replace("ủ", "u").replace("phối hợp", "phối hơp").replace("2025", "2024")


@pytest.mark.parametrize("gold", ["sources-gold", "documents-gold"])
@pytest.mark.parametrize("change", [str, without_blank_lines, flattened, first_half, misspelt])
def test_both_count_the_same_field_by_field(gold: str, change: Callable[[str], str], tmp_path: Path) -> None:
    scores: list[dict[str, Score]] = []
    for path in sorted((CORPUS / gold).glob("*.json")):
        text = (CORPUS / gold.removesuffix("-gold") / f"{path.stem}.txt").read_text(encoding="utf-8")
        found = to_json(read(change(text)))
        (tmp_path / path.name).write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
        scores.append(compare(json.loads(path.read_text(encoding="utf-8")), found).scores)
    mine = {field: total(score[field] for score in scores) for field in FIELDS}
    theirs, overall = printed(tmp_path, gold)
    assert {field: (s.right, s.wrong, s.missed) for field, s in mine.items()} == theirs
    assert f"{total(s for field, s in mine.items() if field not in ASIDE).f1:.4f}" == overall


def test_the_command_gives_the_figures_of_the_corpus(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in sorted((CORPUS / "documents").glob("*.txt")):
        found = to_json(read(path.read_text(encoding="utf-8")))
        (tmp_path / f"{path.stem}.json").write_text(json.dumps(found), encoding="utf-8")
    assert main(["corpus", "score", str(CORPUS / "documents"), "--json"]) == 0
    said: dict[str, Any] = json.loads(capsys.readouterr().out)
    theirs, overall = printed(tmp_path, "documents-gold")
    assert {f: (row["right"], row["wrong"], row["missed"]) for f, row in said["fields"].items()} == theirs
    assert f"{said['overall']['f1']:.4f}" == overall
    assert main(["corpus", "score", str(CORPUS), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["documents"] == 11


def printed(folder: Path, gold: str) -> tuple[dict[str, tuple[int, ...]], str]:
    """What the corpus's own scorer prints: counts by field, and the overall figure."""
    command = [sys.executable, str(CORPUS / "score.py"), str(folder), "--gold", str(CORPUS / gold)]
    said = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    overall = re.search(r"micro-F1 ([\d.]+)", said)
    assert overall
    return {name: (int(a), int(b), int(c)) for name, a, b, c in ROW.findall(said)}, overall[1]
