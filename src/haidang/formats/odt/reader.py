"""Reads an OpenDocument text (.odt, .ott) into text, straight from its XML."""

from collections.abc import Callable, Iterator

from haidang.domain.terms.laid import Laid, Note
from haidang.domain.terms.refusal import Refusal
from haidang.domain.terms.text import fold
from haidang.formats.laying import Block, Laying, flat
from haidang.formats.layouts import lays_out
from haidang.formats.letters import from_old_font, old_font, open_with_dash
from haidang.formats.markup import Element, parse_xml
from haidang.formats.numerals import number
from haidang.formats.odt.styles import MOST_LEVELS, List, Style, Styles, name
from haidang.formats.package import Package

_DEEPEST = 60
_MOST_COLUMNS = 64
_MOST_BLANKS = 100
_STYLE = name("text:style-name")
_PARAGRAPH, _HEADING, _LIST = name("text:p"), name("text:h"), name("text:list")
_ITEM, _LIST_HEADER = name("text:list-item"), name("text:list-header")
_TABLE, _ROW = name("table:table"), name("table:table-row")
_CELL, _COVERED = name("table:table-cell"), name("table:covered-table-cell")
_NOTE, _FRAME = name("text:note"), name("draw:text-box")
_HEAD_ROWS = name("table:table-header-rows")
_BLANKS, _TAB, _BREAK = name("text:s"), name("text:tab"), name("text:line-break")
# What was deleted, what says again what the headings say, what is said aside or to programs.
_DROPPED = frozenset(
    name(each)
    for each in (
        "text:tracked-changes", "text:table-of-content", "text:alphabetical-index", "text:sequence-decls",
        "office:annotation", "office:forms", "text:hidden-text", "text:note-citation", "text:variable-decls",
        "text:user-field-decls",
    )
)  # fmt: skip


def read(data: bytes, progress: Callable[[int, int], None] | None = None) -> Laid:
    """The text: numbers of lists written out, notes at the end. Raises `Refusal` as the reader of Word files does."""
    package = Package(data)
    content, shared = package.part("content.xml"), package.part("styles.xml")
    if content is None:
        raise Refusal("file.damaged", "file")
    root = parse_xml(content)
    body = root.find(f"{name('office:body')}/{name('office:text')}")
    if body is None:
        raise Refusal("file.damaged", "file")
    reading = _Body(Styles(root, parse_xml(shared) if shared is not None else None))
    for block in reading.blocks(body):
        reading.laying.add(block)
    for place, note in enumerate(reading.notes, start=1):
        reading.laying.add(f"[{place}] {flat(reading.blocks(note))}")
    if progress:
        progress(1, 1)
    return reading.laying.laid("odt", [Note("encoding.converted", each) for each in sorted(reading.encodings)])


class _Body:
    """Walks the blocks of a file in order."""

    def __init__(self, styles: Styles) -> None:
        self.laying = Laying()
        self.notes: list[Element] = []
        self.encodings: set[str] = set()
        self._styles = styles
        self._boxes: list[Element] = []

    def blocks(self, container: Element, depth: int = 0) -> Iterator[Block]:
        """The paragraphs and tables inside an element."""
        if depth > _DEEPEST:
            raise Refusal("file.damaged", "file")
        for child in container:
            tag = child.tag
            if tag == _PARAGRAPH:
                yield from self._paragraph(child, "", depth)
            elif tag == _HEADING:
                level = number(child.get(name("text:outline-level")), 1)
                yield from self._paragraph(child, self._styles.outline.label(level), depth)
            elif tag == _LIST:
                yield from self._list(child, None, 1, depth + 1)
            elif tag == _TABLE:
                yield from self._table(child, depth + 1)
            elif tag not in _DROPPED:
                yield from self.blocks(child, depth + 1)

    def _list(self, element: Element, above: List | None, level: int, depth: int) -> Iterator[Block]:
        if depth > _DEEPEST or level > MOST_LEVELS:
            raise Refusal("file.damaged", "file")
        style = element.get(_STYLE)
        found = above if above is not None and not style else self._styles.listed(style or "")
        goes_on = element.get(name("text:continue-numbering")) == "true" or element.get(name("text:continue-list"))
        if above is None and not goes_on:
            found.restart()
        for item in element:
            if item.tag not in (_ITEM, _LIST_HEADER):
                continue
            label = ""
            if item.tag == _ITEM and (len(item) == 0 or item[0].tag != _LIST):
                start = item.get(name("text:start-value"))
                label = found.label(level, None if start is None else number(start, 1))
            for child in item:
                if child.tag in (_PARAGRAPH, _HEADING):
                    yield from self._paragraph(child, label, depth)
                    label = ""
                elif child.tag == _LIST:
                    yield from self._list(child, found, level + 1, depth + 1)

    def _paragraph(self, element: Element, label: str, depth: int) -> Iterator[Block]:
        style = self._styles.named(element.get(_STYLE))
        outer, self._boxes = self._boxes, []
        text = "".join(self._inline(element, style, 0))
        boxes, self._boxes = self._boxes, outer
        if text.strip():
            text = open_with_dash(text)
            yield f"{label} {text.lstrip()}" if label else text
        for box in boxes:
            yield from self.blocks(box, depth + 1)

    def _inline(self, element: Element, style: Style, depth: int) -> Iterator[str]:
        if depth > _DEEPEST:
            raise Refusal("file.damaged", "file")
        if element.text:
            yield self._said(element.text, style)
        for child in element:
            tag = child.tag
            if tag == _BLANKS:
                yield " " * max(1, min(number(child.get(name("text:c")), 1), _MOST_BLANKS))
            elif tag == _TAB:
                yield "\t"
            elif tag == _BREAK:
                yield "\n"
            elif tag == _NOTE:
                self.notes += child.findall(name("text:note-body"))
            elif tag == _FRAME:
                self._boxes.append(child)
            elif tag not in _DROPPED:
                inner = self._styles.named(child.get(_STYLE)).over(style)
                yield from self._inline(child, inner, depth + 1)
            if child.tail:
                yield self._said(child.tail, style)

    def _said(self, text: str, style: Style) -> str:
        if style.hidden:
            return ""
        if text.isspace() or "\n" in text or "\t" in text or "  " in text:
            # Blanks of the markup: any run of them is one.
            text = f"{' ' if text[0].isspace() else ''}{' '.join(text.split())}{' ' if text[-1].isspace() else ''}"
            text = " " if text.isspace() else text
        if encoding := old_font(style.font):
            letters = from_old_font(text, encoding)
            if letters != text:
                self.encodings.add(encoding.lower())
            text = letters
        return text.upper() if style.caps else text

    def _table(self, element: Element, depth: int) -> Iterator[Block]:
        rows = list(_rows(element, 0))
        cells = [list(_cells(row)) for row in rows]
        first = [[_words(cell) for cell in row if cell.tag == _CELL] for row in cells[:12]]
        ruled = any(self._styles.has_lines(cell.get(name("table:style-name"))) for row in cells[:12] for cell in row)
        headed = element.find(_HEAD_ROWS) is not None
        if lays_out(first, rows=len(rows), ruled=ruled, headed=headed):
            for row in cells:
                for cell in row:
                    yield from self.blocks(cell, depth + 1)
            return
        out: list[list[str]] = []
        above: dict[int, tuple[int, str]] = {}
        for row in cells:
            line: list[str] = []
            for column, cell in enumerate(row):
                text = flat(self.blocks(cell, depth + 1)) if cell.tag == _CELL else ""
                rows_left, said = above.pop(column, (0, ""))
                if cell.tag == _COVERED and rows_left > 0:
                    text = said
                    above[column] = (rows_left - 1, said)
                elif (down := number(cell.get(name("table:number-rows-spanned")), 1)) > 1:
                    above[column] = (down - 1, text)
                if text:
                    self.laying.check(len(text))
                line.append(text)
            out.append(line)
        yield out


def _rows(element: Element, depth: int) -> Iterator[Element]:
    for child in element:
        if child.tag == _ROW:
            yield child
        elif child.tag != _TABLE and len(child) and depth < 5:
            yield from _rows(child, depth + 1)


def _cells(row: Element) -> Iterator[Element]:
    """The cells of a row, repeated ones as often as they stand there; empty ones at the end of a sheet are endless."""
    count = 0
    for cell in row:
        if cell.tag in (_CELL, _COVERED):
            times = max(1, min(number(cell.get(name("table:number-columns-repeated")), 1), _MOST_COLUMNS))
            for _ in range(times):
                if count < _MOST_COLUMNS:
                    count += 1
                    yield cell


def _words(cell: Element) -> str:
    return "\n".join(fold("".join(p.itertext())[:200]) for p in cell.iterchildren(_PARAGRAPH, _HEADING))
