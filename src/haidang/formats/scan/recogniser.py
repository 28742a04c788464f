"""Pages recognised side by side, one process a core, never more pictures in memory than are worked on."""

import os
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import BoundedSemaphore
from types import TracebackType

from PIL import Image

from haidang.formats.leaves.columns import in_order
from haidang.formats.leaves.leaf import Leaf, Row, Word
from haidang.formats.leaves.rows import to_strips
from haidang.formats.scan.cleaning import clean
from haidang.formats.scan.straighten import leaning, turned_back, upright
from haidang.formats.scan.tesseract import Seen, recognised


@dataclass(frozen=True, slots=True)
class Picture:
    """A grey picture of a page and the page's width and height in points."""

    image: Image.Image
    width: float
    height: float


class Recogniser:
    """A few processes for one file; leave it by `with`, so that none stays behind."""

    def __init__(self) -> None:
        self.workers = os.cpu_count() or 1
        self.pool = ThreadPoolExecutor(self.workers, thread_name_prefix="recognise")
        # One more than is worked on, so that the next picture is ready when a process ends.
        self.room = BoundedSemaphore(self.workers + 1)

    def __enter__(self) -> "Recogniser":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.pool.shutdown(wait=True, cancel_futures=True)

    def wait_for_room(self) -> None:
        """Wait until one more picture may be made."""
        self.room.acquire()

    def submit(self, picture: Picture) -> Future[Leaf]:
        """Hand over a picture, after `wait_for_room`; its page comes later."""
        future = self.pool.submit(leaf_of, picture)
        future.add_done_callback(lambda _: self.room.release())
        return future


def leaf_of(picture: Picture) -> Leaf:
    """One page recognised: its rows in reading order, every word with its place on the page as it was scanned.

    Raises `Refusal("file.needs_ocr", packages=…)`.
    """
    image = picture.image
    angle = leaning(image)
    dpi = max(70, round(72 * image.width / picture.width))
    seen = recognised(upright(image, angle), dpi)
    if seen is None:
        return Leaf(picture.width, picture.height, True, (), ("scan.page_failed",))
    scale = picture.width / image.width
    lines = [_words(line, scale) for line in clean(seen)]
    rows = in_order(to_strips(lines))
    placed = tuple(_turned(row, picture, angle) for row in rows)
    return Leaf(picture.width, picture.height, True, placed, () if rows else ("scan.page_blank",))


def _words(line: list[Seen], scale: float) -> list[Word]:
    """The words of a line in points; their size is the height of the line's letters."""
    heights = sorted(word.bottom - word.top for word in line)
    size = max(4.0, scale * heights[(3 * len(heights)) // 4] * 1.1)
    return [
        Word(
            word.text, scale * word.left, scale * word.top, scale * word.right, scale * word.bottom,
            size, confidence=word.confidence,
        )
        for word in line
    ]  # fmt: skip


def _turned(row: Row, picture: Picture, angle: float) -> Row:
    """The row with the places of its words on the page as it was scanned; the row's own box stays upright."""
    marks = []
    for start, end, left, top, right, bottom, confidence in row.marks:
        x, y = turned_back((left + right) / 2, (top + bottom) / 2, picture.width, picture.height, angle)
        wide, high = (right - left) / 2, (bottom - top) / 2
        marks.append((start, end, x - wide, y - high, x + wide, y + high, confidence))
    return replace(row, marks=tuple(marks))
