"""What an official document is made of: frozen values named after the parts of Decree 30/2020 (annex I)."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from haidang.domain.terms import dates

# Room left for the hand or the stamp that fills in a number or a day; no-break spaces, so that no program folds it.
_ROOM = "\u00a0" * 6


class Align(StrEnum):
    """Where the text of a table column stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look; the look is added to that of the block it stands in."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """An item of the outline: level 1 = part (`I.`), 2 = numbered item (`1.`), 3 = letter (`a)`).

    `label` is printed before the text as it stands; empty for a heading without a number.
    """

    level: int
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body: runs printed one after the other."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Bullet:
    """A dash item of the body; the dash is printed by whoever writes the file."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: its share of the table's width (shares need not add up to anything) and where its text stands."""

    share: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Row:
    """A table row, one text per column (`\\n` breaks the line); `total` marks a row of sums."""

    cells: tuple[str, ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table; the head is repeated on each page. `dense` asks for the small type of a wide table."""

    columns: tuple[Column, ...]
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    note: str = ""
    dense: bool = False

    def __post_init__(self) -> None:
        width = len(self.columns)
        if len(self.head) != width or any(len(row.cells) != width for row in self.rows):
            raise ValueError("each row of a table has one text per column")


Block = Heading | Paragraph | Bullet | Table


@dataclass(frozen=True, slots=True)
class Header:
    """The head of the first page.

    `parent_issuer` and `issuer` are lines in capitals (`\\n` breaks the line); `symbol` is what follows the number
    (`KH-UBND`); a working paper without a symbol bears no number either. `number` None and `date` None print as room
    to be filled in; the year then comes from `year`, and without that is room too.
    """

    issuer: str
    symbol: str
    place: str
    parent_issuer: str | None = None
    number: str | None = None
    date: dt.date | None = None
    year: int | None = None

    @property
    def number_line(self) -> str:
        """`Số: 05/KH-UBND` (a zero before 1–9), or with room for the number; nothing without a symbol."""
        if not self.symbol:
            return ""
        number = _ROOM if self.number is None else self.number
        return f"Số: {number.zfill(2) if number.isdecimal() else number}/{self.symbol}"

    @property
    def date_line(self) -> str:
        """`An Hải, ngày 05 tháng 3 năm 2026`, or with room for what is not known."""
        if self.date is not None:
            return f"{self.place}, {dates.long(self.date)}"
        year = str(self.year) if self.year is not None else _ROOM
        return f"{self.place}, ngày{_ROOM}tháng{_ROOM}năm {year}"


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: lines of authority in capitals (`TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`), the post, the name."""

    authority: tuple[str, ...]
    position: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex on pages of its own: label (`Phụ lục I`), title, the line that ties it to the document, its blocks."""

    label: str
    title: str
    attached_to: str
    body: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """An official document that bears the name of its kind (văn bản có tên loại).

    `addressees` print as "Kính gửi" under the title (reports sent upwards); `preamble` are the grounds (căn cứ), each
    already ending in ";" or "."; `closing` is the last paragraph, already ending in "./."; `recipients` are the lines
    of "Nơi nhận" with their dash and mark.
    """

    header: Header
    kind_title: str
    subject: str
    body: tuple[Block, ...]
    closing: str
    recipients: tuple[str, ...]
    signature: Signature
    preamble: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()
