"""One page through Tesseract as a process of its own: words with boxes in pixels and their confidence."""

import os
import shutil
import subprocess
from dataclasses import dataclass

from PIL import Image

from haidang.domain.terms.refusal import Refusal

PACKAGES = "tesseract-ocr tesseract-ocr-vie"
# A page that takes longer, in seconds, is given up; the rest of the file is still read.
PAGE_SECONDS = 120
_LAYOUT = "3"


@dataclass(frozen=True, slots=True)
class Seen:
    """One recognised word: letters, box in pixels, confidence 0–99."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: int


def program() -> str:
    """The path of Tesseract. Raises `Refusal("file.needs_ocr", packages=…)` where it is not installed."""
    found = shutil.which("tesseract")
    if not found:
        raise Refusal("file.needs_ocr", "file", packages=PACKAGES)
    return found


def recognised(page: Image.Image, dpi: int) -> list[list[Seen]] | None:
    """The lines of words of a grey page; None when it took too long or could not be recognised at all.

    Raises `Refusal("file.needs_ocr", packages=…)` when Tesseract or its Vietnamese data is missing.
    """
    command = [program(), "stdin", "stdout", "-l", "vie", "--dpi", str(dpi), "--psm", _LAYOUT, "tsv"]
    given = b"P5\n%d %d\n255\n" % page.size + page.tobytes()
    # One thread a page: as many pages at a time as there are cores is faster than many threads on one page.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(command, input=given, capture_output=True, timeout=PAGE_SECONDS, env=environment)
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        if b"vie.traineddata" in done.stderr or b"load any languages" in done.stderr:
            raise Refusal("file.needs_ocr", "file", packages=PACKAGES)
        return None
    return lines(done.stdout.decode("utf-8", "replace"))


def lines(table: str) -> list[list[Seen]]:
    """The words of Tesseract's table, line by line."""
    made: list[list[Seen]] = []
    last = None
    for entry in table.splitlines()[1:]:
        columns = entry.split("\t")
        if len(columns) != 12 or columns[0] != "5" or not columns[11].strip():
            continue
        place = columns[2:5]
        left, top, width, height = (int(column) for column in columns[6:10])
        sure = max(0, min(99, round(float(columns[10]))))
        if place != last:
            made.append([])
            last = place
        made[-1].append(Seen(columns[11].strip(), left, top, left + width, top + height, sure))
    return made
