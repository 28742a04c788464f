"""Scans: what recognising loses of the duties, and how long it takes beside Tesseract alone on the same pages.

Texts with their annotations (`NAME.txt`, `NAME.json`) are taken from the folder in `HAIDANG_BENCH_TEXTS` (annotations
from `HAIDANG_BENCH_GOLD`, else from the same folder); without it, from the program's own test texts where they are.
They are printed in three faces, each at 150, 200 and 300 dots per inch, 1° askew, with grain, and read back.
"""

import io
import json
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from haidang.domain.directives.as_json import to_json
from haidang.domain.directives.page import normalise, read_lines
from haidang.domain.directives.paragraphs import join_lines
from haidang.domain.directives.reader import read
from haidang.domain.directives.scoring import Score, compare
from haidang.formats import registry
from haidang.formats.scan.rehearsal import Block, Scanner, scanned, set_type

_OWN = Path(sys.prefix).parent / "tests" / "domain" / "directives" / "texts"
_MOST_TEXTS = 6
_FACES = {
    "serif": "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf",
    "sans": "/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf",
    "dejavu": "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf",
}
_DPI = (150, 200, 300)
# At what pages are recognised: there both sides see pictures of one size.
_SAME = 230
_SHORT_LINE = 60


def measure() -> dict[str, float]:
    """F1 of assignments from the text and from each kind of scan, the largest loss, time over Tesseract's own."""
    texts = _texts()
    figures = {"text_assignments_f1": _f1([read(text).text for text, _ in texts], texts)}
    losses = []
    for name, face in _FACES.items():
        if not Path(face).exists():
            print(f"{face} is not installed: no figures for it", file=sys.stderr)
            continue
        for dpi in _DPI:
            found = [registry.read("pdf", _scan(text, face, Scanner(dpi=dpi, skew=1.0))).text for text, _ in texts]
            figures[f"scan_assignments_f1_{name}_{dpi}dpi"] = _f1(found, texts)
            losses.append(figures["text_assignments_f1"] - figures[f"scan_assignments_f1_{name}_{dpi}dpi"])
    if losses:
        figures["scan_assignments_f1_loss"] = max(losses)
    return {name: round(value, 3) for name, value in (figures | _ratios(texts[0][0])).items()}


def _texts() -> list[tuple[str, dict[str, Any]]]:
    folder = Path(os.environ.get("HAIDANG_BENCH_TEXTS", _OWN))
    gold = Path(os.environ.get("HAIDANG_BENCH_GOLD", folder))
    named = sorted(path for path in folder.glob("*.txt") if (gold / f"{path.stem}.json").exists())[:_MOST_TEXTS]
    return [
        (path.read_text(encoding="utf-8"), json.loads((gold / f"{path.stem}.json").read_text(encoding="utf-8")))
        for path in named
    ]


def _f1(found: list[str], texts: list[tuple[str, dict[str, Any]]]) -> float:
    scores = [
        compare(gold, to_json(read(text))).scores["assignments"] for text, (_, gold) in zip(found, texts, strict=True)
    ]
    return sum(scores, Score()).f1


def _scan(text: str, face: str, scanner: Scanner) -> bytes:
    pages = _pages(text, face, scanner)
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=scanner.dpi)
    return out.getvalue()


def _pages(text: str, face: str, scanner: Scanner) -> list[Any]:
    faces = (face, face)
    return scanned(set_type(_blocks(text), faces), faces, scanner)


def _blocks(text: str) -> list[Block]:
    """The paragraphs of the text; short lines in capitals stand in the middle, as titles do."""
    lines = join_lines(read_lines(normalise(text)))
    said = [" ".join(line.value for line in paragraph) for paragraph in lines]
    return [Block("centre" if one.isupper() and len(one) < _SHORT_LINE else "body", one) for one in said]


def _ratios(text: str) -> dict[str, float]:
    """Our time over Tesseract's for a scan at 300 dots per inch, and for one at the resolution that we recognise at."""
    if not Path(_FACES["serif"]).exists():
        return {}
    fine, same = _beside(text, max(_DPI)), _beside(text, _SAME)
    return {**fine, "ocr_vs_tesseract_same_pixels": same["ocr_vs_tesseract"]}


def _beside(text: str, dpi: int) -> dict[str, float]:
    """Our whole reading of a scanned file, rasterising included, over Tesseract on the same page pictures."""
    face = _FACES["serif"]
    pages = _pages(text, face, Scanner(dpi=dpi, skew=1.0))
    file = _scan(text, face, Scanner(dpi=dpi, skew=1.0))
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as folder:
        names = [Path(folder) / f"{order}.png" for order in range(len(pages))]
        for page, name in zip(pages, names, strict=True):
            page.save(name)
        for _ in range(3):
            begin = time.perf_counter()
            read(registry.read("pdf", file).text)
            ours.append(time.perf_counter() - begin)
            begin = time.perf_counter()
            with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
                list(pool.map(_tesseract, names))
            theirs.append(time.perf_counter() - begin)
    return {
        "ocr_pages": len(pages),
        "ocr_s_a_page": min(ours) / len(pages),
        "ocr_vs_tesseract": min(ours) / min(theirs),
    }


def _tesseract(page: Path) -> None:
    command = ["tesseract", str(page), "stdout", "-l", "vie", "tsv"]
    subprocess.run(command, capture_output=True, check=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"})
