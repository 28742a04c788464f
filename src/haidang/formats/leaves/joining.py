"""Pages to one text: rows joined to paragraphs across lines, columns and pages, with the places of every stretch."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from haidang.domain.terms.laid import Laid, Note, Place, Sheet
from haidang.formats.leaves.furniture import without_furniture
from haidang.formats.leaves.leaf import Box, Leaf, Row
from haidang.formats.leaves.measure import Frame, frames, goes_on, is_stacked
from haidang.formats.leaves.syllables import welded

_SCALE = 10_000


@dataclass(slots=True)
class _Writer:
    """The text so far and its places."""

    parts: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    length: int = 0

    def say(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def drop(self, count: int) -> None:
        """Take back the last characters, a hyphen at a line's end."""
        self.parts[-1] = self.parts[-1][:-count]
        self.length -= count


def join(leaves: Iterable[Leaf], form: str) -> Laid:
    """The text of all pages, in order. `form` is the kind of file."""
    pages = list(leaves)
    kept = without_furniture(pages)
    writer = _Writer()
    before: tuple[Row, Frame, int] | None = None
    waiting: list[tuple[Row, Leaf, int]] = []
    for number, (leaf, rows, measured) in enumerate(zip(pages, kept, frames(pages, kept), strict=True), 1):
        notes = [row for row in rows if row.note]
        for row in rows:
            if row.note:
                continue
            frame = measured[row.group]
            same_page = before is not None and before[2] == number
            if before is None:
                parting = ""
            elif goes_on(before[0], before[1], row, frame, same_page=same_page):
                parting = " "
            elif _in_one_table(before[0], row, same_page) or is_stacked(before[0], row, frame, same_page=same_page):
                parting = "\n"
            else:
                parting = "\n\n"
            if waiting and parting == "\n\n":
                _footnotes(writer, waiting)
                waiting = []
            _put(writer, row, leaf, number, parting)
            before = (row, frame, number)
        waiting.extend((row, leaf, number) for row in notes)
    _footnotes(writer, waiting)
    codes = dict.fromkeys(code for leaf in pages for code in leaf.notes)
    text = "".join(writer.parts)
    return Laid(
        text + "\n" if text else "",
        form,
        form,
        tuple(Sheet(leaf.width, leaf.height, leaf.scanned) for leaf in pages),
        tuple(writer.places),
        tuple(_note(code, pages) for code in codes),
    )


def _note(code: str, pages: list[Leaf]) -> Note:
    """A note with the pages it speaks of, at most ten by number."""
    numbers = [str(number) for number, leaf in enumerate(pages, 1) if code in leaf.notes]
    return Note(code, ", ".join(numbers[:10]) + (" …" if len(numbers) > 10 else ""))


def _footnotes(writer: _Writer, waiting: list[tuple[Row, Leaf, int]]) -> None:
    """Footnotes, behind the paragraph that was open when their page ended."""
    for order, (row, leaf, number) in enumerate(waiting):
        opens = not order or re.match(r"\(?\d{1,3}\)?[\s.]|\*", row.text)
        _put(writer, row, leaf, number, ("\n\n" if writer.length else "") if opens else " ")


def _in_one_table(before: Row, row: Row, same_page: bool) -> bool:
    """Rows of one table, also of one that goes on at the top of the next page."""
    if not before.table or not row.table:
        return False
    return before.table == row.table if same_page else before.text.count(" |") == row.text.count(" |")


def _put(writer: _Writer, row: Row, leaf: Leaf, number: int, parting: str) -> None:
    """Add a row's text and its places."""
    if parting == " " and writer.parts:
        hyphen = welded(writer.parts[-1], row.text)
        if hyphen is not None:
            parting = ""
            if hyphen:
                writer.drop(hyphen)
                last = writer.places[-1]
                writer.places[-1] = Place(last.start, last.end - hyphen, last.page, last.box, last.confidence)
    writer.say(parting)
    start = writer.length
    writer.say(row.text)
    if not row.marks:
        writer.places.append(Place(start, writer.length, number, _share(row.box, leaf)))
    for first, last_, left, top, right, bottom, confidence in row.marks:
        box = _share((left, top, right, bottom), leaf)
        writer.places.append(Place(start + first, start + last_, number, box, confidence))


def _share(box: Box, leaf: Leaf) -> tuple[int, int, int, int]:
    """A box in points as ten-thousandths of the page."""
    width, height = leaf.width or 1.0, leaf.height or 1.0
    left, top, right, bottom = (
        max(0, min(_SCALE, round(_SCALE * side / whole)))
        for side, whole in zip(box, (width, height, width, height), strict=True)
    )
    return left, top, right, bottom
