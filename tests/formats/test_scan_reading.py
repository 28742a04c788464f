"""Scanned pages: recognised, straightened, in reading order, every word with its place and its doubt."""

import json
from functools import cache

import pytest

from haidang.domain.terms.laid import Laid
from haidang.domain.terms.refusal import Refusal
from haidang.formats import registry
from haidang.formats.scan.rehearsal import Scanner, scanned
from tests import needs
from tests.formats import papers

SCANNER = Scanner(dpi=150, skew=1.0)


@cache
def scan() -> bytes:
    needs.program("tesseract")
    return papers.as_scanned_pdf(scanned(papers.typed(papers.plan()), papers.faces(), SCANNER), SCANNER.dpi)


@cache
def laid() -> Laid:
    return registry.read("pdf", scan())


def test_a_scanned_plan_is_read_in_the_order_of_the_plan() -> None:
    read = laid().text.strip().split("\n\n")
    assert read[0].split("\n") == list(papers.HEAD.left)
    assert read[1].split("\n") == list(papers.HEAD.right)
    assert read[2] == "KẾ HOẠCH"
    assert [f"{number}. {text}" in read for number, text in enumerate(papers.BODY, 1)] == [True, True, True]
    assert read[-3].split("\n") == list(papers.FOOT.left)
    assert read[-1] == "Lê Thị Hải Yến"


def test_every_recognised_word_has_its_place_and_is_never_held_for_certain() -> None:
    found = laid()
    assert found.scanned
    assert len(found.places) == len(found.text.split())
    assert all(place.confidence < 100 for place in found.places)
    assert all(" " not in found.text[place.start : place.end] for place in found.places)


def test_scanned_pages_kept_as_json_join_to_the_same_text() -> None:
    kept = json.dumps(registry.read_pages("pdf", scan(), 1, 1))
    assert registry.join_pages("pdf", json.loads(kept)) == laid()


def test_without_tesseract_a_scan_is_refused_by_the_names_of_the_packages_and_text_is_still_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = scan()
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(Refusal) as refused:
        registry.read("pdf", data)
    assert refused.value.code == "file.needs_ocr"
    assert refused.value.values_by_name == {"packages": "tesseract-ocr tesseract-ocr-vie"}
    assert "KẾ HOẠCH" in registry.read("pdf", papers.as_pdf(papers.typed(papers.plan()))).text
