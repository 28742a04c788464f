"""Paragraphs and table rows put one after the other into the one text that every format gives."""

import re
from collections.abc import Iterable, Sequence

from haidang.domain.terms.intake import recover
from haidang.domain.terms.laid import Laid, Note
from haidang.domain.terms.refusal import Refusal
from haidang.domain.terms.text import nfc, squash

MOST_PAGES = 500
# A printed page of an official document holds 3,000 characters, a page of small tables not over this.
_FULLEST_PAGE = 5_000
MOST_CHARACTERS = MOST_PAGES * _FULLEST_PAGE

# What nobody sees: control characters, marks of zero width and of direction, halves of a character.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffe\uffff\ud800-\udfff]")
_BLANKS = re.compile("[\xa0\u2000-\u200a\u202f\u205f\u3000]")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_AROUND = re.compile(r"[ \t]*\n[ \t\n]*")

# A table as rows of cells; a block of a text is a paragraph or such a table.
Rows = list[list[str]]
Block = str | Rows


class Laying:
    """Collects blocks and counts what they hold. Raises `Refusal("file.too_many_pages")` as soon as it is too much."""

    def __init__(self) -> None:
        self._blocks: list[str] = []
        self._count = 0
        self._unfinished = 0

    def add(self, block: Block) -> None:
        """A paragraph (its own line breaks stay), or the rows of a table; what is empty is left out."""
        if isinstance(block, str):
            text = tidy(block)
        else:
            text = "\n".join(row_line(row) for row in block if any(map(str.strip, row)))
        self._unfinished = 0
        if text:
            self.check(len(text))
            self._count, self._unfinished = self._count + len(text), 0
            self._blocks.append(text)

    def check(self, characters: int) -> None:
        """So much more will be added: asked while a table is put together, as merged cells repeat their text."""
        self._unfinished += characters
        if self._count + self._unfinished > MOST_CHARACTERS:
            raise Refusal("file.too_many_pages", "file", limit=MOST_PAGES)

    def laid(self, form: str, notes: Iterable[Note] = ()) -> Laid:
        """The text. Raises `Refusal("file.empty")` where there is none."""
        text = nfc("\n\n".join(self._blocks))
        if not text.strip():
            raise Refusal("file.empty", "file")
        recovered = recover(text)
        known = dict.fromkeys((*notes, *recovered.notes))
        # Soft hyphens go last: in text set in TCVN3 fonts they are the letter "ư".
        return Laid(recovered.text.replace("\xad", "") + "\n", form, encoding=form, notes=tuple(known))


def tidy(text: str) -> str:
    """A paragraph without what nobody sees, its lines without blanks at their ends and no empty line among them."""
    if text.isascii() and text.isprintable():
        return text.strip()
    text = _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))
    return _AROUND.sub("\n", _BLANKS.sub(" ", text)).strip()


def row_line(cells: Sequence[str]) -> str:
    """One row as a line `| cell | cell |`."""
    shown = (squash(tidy(cell)).replace("|", "\\|") for cell in cells)
    return "| " + " | ".join(shown) + " |"


def flat(blocks: Iterable[Block]) -> str:
    """Blocks as the text of one cell: paragraphs one after the other, a table inside as its cells."""
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, str):
            parts.append(block)
        else:
            parts += [cell for row in block for cell in row]
    return " ".join(part for part in map(str.strip, parts) if part)
