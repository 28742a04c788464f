"""The checker against the known defects of real documents, by the corpus's own scorer."""

import datetime as dt
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from haidang.domain.checks.checker import as_json, check
from haidang.domain.directives.reader import read
from tests.needs import SHARED

pytestmark = pytest.mark.corpus
CORPUS = SHARED / "corpus"
PAGE = 3_000
TODAY = dt.date(2026, 11, 2)


def test_nine_of_ten_known_defects_are_found_and_little_else_is_said(tmp_path: Path) -> None:
    pages = {}
    for path in sorted((CORPUS / "sources").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        pages[path.stem] = len(text) / PAGE
        found = json.dumps(as_json(check(read(text), today=TODAY)), ensure_ascii=False)
        (tmp_path / f"{path.stem}.json").write_text(found, encoding="utf-8")
    command = [sys.executable, str(CORPUS / "score_checks.py"), str(tmp_path)]
    printed = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    recall = re.search(r"^recall ([\d.]+)$", printed, re.MULTILINE)
    assert recall
    assert float(recall[1]) >= 0.9
    others = re.findall(r"^(\d+): \d+/\d+ known defects found, (\d+) other", printed, re.MULTILINE)
    assert len(others) == 3
    for name, count in others:
        assert int(count) <= 2 * pages[name], name
