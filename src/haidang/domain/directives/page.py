"""One normalised text, and the same without page breaks, marks and line wraps, with the places of one in the other."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from haidang.domain.directives.reading import Span
from haidang.domain.terms.text import nfc

# A mark of Markdown, an escape, or blanks: nothing that is read.
_MARKS = re.compile(
    r"\s+|\*\*+|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)|\\(?=[*_#\-\[\]()>.+])|`+|__+|(?<=\s)#{1,6}(?=\s)|\ufeff"
)
_PLAIN = re.compile(r"^(?!>)[^\s*\\`_#\ufeff]+(?: [^\s*\\`_#\ufeff]+)*$")
_LEAD = re.compile(r"^\s*(?:>\s*)*(#{1,6}\s+)?(?=(\\?\*\s+)?)")
# Of a line without the blanks at its ends: blanks in two places side by side would be shared out in every possible way.
_NOISE = re.compile(r"(?:[-–—]\s*)?\d{1,3}(?:\s*[-–—])?|trang\s+\d+(?:\s*/\s*\d+)?|[-–—_=*.~\s]+", re.IGNORECASE)


@dataclass(slots=True)
class Line:
    """One physical line that says something: its words, where its pieces stand, and how it is set off."""

    value: str
    pieces: list[tuple[int, int]]
    after_blank: bool
    heading: bool
    star: bool
    indent: int = 0


@dataclass(slots=True)
class Page:
    """`text` is the normalised source; `value` what is read of it: single blanks, `\\n` only between paragraphs."""

    text: str
    value: str = ""
    flat_at: list[int] = field(default_factory=list)
    text_at: list[int] = field(default_factory=list)
    newlines: list[int] = field(default_factory=list)

    def place(self, position: int) -> int:
        """Where a character of `value` stands in `text`."""
        found = bisect_right(self.flat_at, position) - 1
        return self.text_at[found] + position - self.flat_at[found]

    def span(self, start: int, end: int) -> Span:
        """The span in `text` of a stretch of `value`, blanks at its ends left out."""
        while start < end and self.value[start].isspace():
            start += 1
        while end > start and self.value[end - 1].isspace():
            end -= 1
        first = self.place(start)
        last = self.place(end - 1) + 1 if end > start else first
        return Span(first, last, bisect_right(self.newlines, first - 1) + 1)

    def source_span(self, start: int, end: int) -> Span:
        """The span of a stretch of `text` itself."""
        return Span(start, end, bisect_right(self.newlines, start - 1) + 1)


def normalise(raw: str) -> str:
    """NFC and `\\n` line ends; the number of physical lines stays the same."""
    return nfc(raw.replace("\r\n", "\n").replace("\r", "\n"))


def plain(fragment: str) -> str:
    """The words of a stretch of the source: without marks, page numbers and line wraps.

    A span begins and ends on words that were read, so its first and last line are never a page number.
    """
    return " ".join(line.value for line in read_lines(fragment, whole=False))


def read_lines(text: str, *, whole: bool = True) -> list[Line]:
    """The lines that say something, with their pieces; page numbers, rules and empty lines are left out."""
    lines: list[Line] = []
    start, blank = 0, True
    raws = text.split("\n")
    for order, raw in enumerate(raws):
        if not raw or raw.isspace():
            blank = True
        elif _NOISE.fullmatch(raw.strip()) and (whole or 0 < order < len(raws) - 1):
            pass
        else:
            lines.append(_read_line(raw, start, blank))
            blank = False
        start += len(raw) + 1
    return lines


def _read_line(raw: str, start: int, blank: bool) -> Line:
    indent = len(raw) - len(raw.lstrip(" \t"))
    words = raw.strip()
    if _PLAIN.match(words):
        first = start + len(raw) - len(raw.lstrip())
        return Line(words, [(first, first + len(words))], blank, False, False, indent)
    lead = _LEAD.match(raw)
    at = lead.end() if lead else 0
    heading, star = bool(lead and lead[1]), bool(lead and lead[2])
    pieces, value, gap = [], [], False
    if star and lead:
        spot = at + lead[2].index("*")
        pieces.append((start + spot, start + spot + 1))
        value.append("*")
        at, gap = spot + 1, True
    while at < len(raw):
        mark = _MARKS.search(raw, at)
        end = mark.start() if mark else len(raw)
        if end > at:
            if gap and value:
                value.append(" ")
            gap = False
            value.append(raw[at:end])
            pieces.append((start + at, start + end))
        if mark:
            gap = gap or mark[0][0].isspace()
        at = mark.end() if mark else len(raw)
    return Line("".join(value), pieces, blank, heading, star, indent)


def lay(text: str, paragraphs: list[list[Line]]) -> Page:
    """Put the paragraphs one after the other: lines joined by a blank, paragraphs parted by `\\n`."""
    page = Page(text)
    out: list[str] = []
    at = 0
    for number, paragraph in enumerate(paragraphs):
        for order, line in enumerate(paragraph):
            if out:
                out.append("\n" if number and not order else " ")
                at += 1
            walked = 0
            for begin, end in line.pieces:
                page.flat_at.append(at + walked)
                page.text_at.append(begin)
                walked += end - begin
                if walked < len(line.value) and line.value[walked] == " ":
                    walked += 1
            out.append(line.value)
            at += len(line.value)
    page.value = "".join(out)
    page.newlines = [found.start() for found in re.finditer("\n", text)]
    return page
