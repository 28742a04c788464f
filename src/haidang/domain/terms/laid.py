"""A text and where it stands on the pages it came from: what every format gives and every reader takes."""

from dataclasses import dataclass

# Below this share in a hundred a recognised word is shown as uncertain.
SURE = 80


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the text and where it stands: `text[start:end]` on `page` (from 1) within `box`.

    `box` is (left, top, right, bottom) in ten-thousandths of the page's width and height, from its top left corner.
    `confidence` is 100 where the letters were given, 0–99 where they were recognised from a picture.
    """

    start: int
    end: int
    page: int
    box: tuple[int, int, int, int]
    confidence: int = 100


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: width and height in points, and whether its text was recognised from a picture."""

    width: float
    height: float
    scanned: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """What a person should know about how a file was read: a stable code and, where useful, a word or number."""

    code: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Laid:
    """The text of a file, with the places of its lines or words.

    `text` is NFC with `\\n` line ends, so that normalising it again changes nothing and every span points into it.
    A paragraph is one line where the format knows paragraphs, and paragraphs are parted by an empty line. A row of a
    table is one line `| cell | cell |` (`|` inside a cell as `\\|`, line breaks inside a cell as a blank); the rows of
    one table are consecutive lines with an empty line before and after.
    `places` are in order of `start`, empty for formats without pages. `form` is the kind of file (`txt`, `docx`, `pdf`,
    `scan`, `odt`, `html`, `doc`), `encoding` the encoding of a text file, else `form`.
    """

    text: str
    form: str
    encoding: str = ""
    sheets: tuple[Sheet, ...] = ()
    places: tuple[Place, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def scanned(self) -> bool:
        """Whether any page was recognised from a picture: its duties need a person's confirmation one by one."""
        return any(sheet.scanned for sheet in self.sheets)
