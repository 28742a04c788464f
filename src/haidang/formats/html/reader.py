"""Reads an HTML page into text: paragraphs, lists with their numbers, tables; scripts, styles and menus left out."""

import codecs
import re
from collections.abc import Callable

from lxml import etree

from haidang.domain.terms.intake import decode
from haidang.domain.terms.laid import Laid, Note
from haidang.domain.terms.refusal import Refusal
from haidang.formats.html.tables import rows_of
from haidang.formats.laying import Block, Laying
from haidang.formats.letters import open_with_dash
from haidang.formats.markup import Element
from haidang.formats.numerals import numeral
from haidang.formats.package import MOST_PART

_DEEPEST = 200
_META = re.compile(rb"<(?:meta\b[^>]*?charset|\?xml\b[^>]*?encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_HEAD_BYTES = 4_096
_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_SPACE = re.compile(r"[ \t\r\n\f]+")
_DROPPED = frozenset(
    (
        "head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "select",
        "button", "textarea", "input", "nav", "del", "canvas", "audio", "video",
    )
)  # fmt: skip
_BLOCKS = frozenset(
    (
        "html", "body", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "hr", "pre",
        "blockquote", "article", "section", "main", "header", "footer", "aside", "address", "center", "form", "menu",
        "fieldset", "figure", "figcaption", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "details", "dir",
        "summary",
    )
)  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_COUNTS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_OPENS_WITH_MARK = re.compile(r"[-–—+•*]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)")


def read(data: bytes, progress: Callable[[int, int], None] | None = None) -> Laid:
    """The text. Raises `Refusal`: `file.empty`, `file.encoding`, `file.unpacks_too_large`, `file.too_many_pages`."""
    if len(data) > MOST_PART:
        raise Refusal("file.unpacks_too_large", "file", limit=MOST_PART // 1_000_000)
    text, notes = _decoded(data)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, collect_ids=False
    )
    try:
        root = etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as broken:
        raise Refusal("file.empty", "file") from broken
    if root is None:
        raise Refusal("file.empty", "file")
    laying = Laying()
    for block in _Walk(laying).blocks(root):
        laying.add(block)
    if progress:
        progress(1, 1)
    return laying.laid("html", notes)


def _decoded(data: bytes) -> tuple[str, tuple[Note, ...]]:
    """By the mark at its beginning, by what it says of itself, and else as any text file."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), ()
    said = _META.search(data[:_HEAD_BYTES])
    if said:
        try:
            return data.decode(said[1].decode("ascii")), ()
        except (LookupError, ValueError):
            # It says something else than it is; what it is shows in the words.
            pass
    decoded = decode(data)
    return decoded.text, decoded.notes


class _Walk:
    """Walks a page; `_line` is the paragraph that is being collected, `_out` the blocks so far."""

    def __init__(self, laying: Laying) -> None:
        self._laying = laying
        self._out: list[Block] = []
        self._line: list[str] = []
        self._label = ""

    def blocks(self, element: Element, depth: int = 0) -> list[Block]:
        """The blocks inside an element, apart from what is being collected around it."""
        outer = self._out, self._line, self._label
        self._out, self._line, self._label = [], [], ""
        self._inside(element, depth, kept=False)
        self._flush()
        found = self._out
        self._out, self._line, self._label = outer
        return found

    def _inside(self, element: Element, depth: int, *, kept: bool) -> None:
        if depth > _DEEPEST:
            self._say("".join(element.itertext()), kept=kept)
            return
        self._say(element.text, kept=kept)
        count = _first(element)
        for child in element:
            if isinstance(child.tag, str):
                if child.tag == "li":
                    count = _number(child.get("value"), count)
                    self._item(child, _label(element, count), depth)
                    count += 1
                else:
                    self._element(child, depth, kept=kept)
            self._say(child.tail, kept=kept)

    def _element(self, element: Element, depth: int, *, kept: bool) -> None:
        tag = element.tag
        if tag in _DROPPED or "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")):
            return
        if tag == "br":
            self._line.append("\n")
        elif tag == "table":
            self._flush()
            self._out += rows_of(element, lambda cell: self.blocks(cell, depth + 3), self._laying)
        elif tag in _BLOCKS:
            self._flush()
            self._inside(element, depth + 1, kept=kept or tag == "pre")
            self._flush()
        else:
            self._inside(element, depth + 1, kept=kept)

    def _item(self, element: Element, label: str, depth: int) -> None:
        self._flush()
        self._label = label
        self._inside(element, depth + 1, kept=False)
        self._flush()
        self._label = ""

    def _say(self, text: str | None, *, kept: bool) -> None:
        if text:
            self._line.append(text if kept else _SPACE.sub(" ", text))

    def _flush(self) -> None:
        text = "".join(self._line).strip()
        self._line = []
        if not text:
            return
        text = open_with_dash(text)
        if self._label and not _OPENS_WITH_MARK.match(text):
            text = f"{self._label} {text}"
        self._label = ""
        self._laying.check(len(text))
        self._out.append(text)


def _first(element: Element) -> int:
    return _number(element.get("start"), 1) if element.tag == "ol" else 1


def _number(written: str | None, default: int) -> int:
    return int(written) if written and written.isascii() and written.isdecimal() and len(written) < 6 else default


def _label(parent: Element, count: int) -> str:
    if parent.tag != "ol":
        return "-"
    kind = _COUNTS.get(parent.get("type", "1"), "decimal")
    return f"{numeral(kind, count)}{')' if kind.endswith('Letter') else '.'}"
