"""Reads a Word file (.docx, .docm, .dotx; transitional and strict) into text, straight from its XML."""

import posixpath
from collections.abc import Callable, Iterator

from haidang.domain.terms.intake import secrecy_stamp
from haidang.domain.terms.laid import Laid, Note
from haidang.domain.terms.refusal import Refusal
from haidang.formats.docx.reader_names import ALTERNATE, CHOICE, FALLBACK, WRAPPERS, part, value, w
from haidang.formats.docx.reader_numbers import Numbers
from haidang.formats.docx.reader_runs import Runs
from haidang.formats.docx.reader_styles import Styles
from haidang.formats.docx.reader_tables import Table, table_of
from haidang.formats.laying import Block, Laying, Rows, flat
from haidang.formats.letters import open_with_dash
from haidang.formats.markup import Element, parse_xml
from haidang.formats.numerals import number
from haidang.formats.package import Package

_DEEPEST = 25
_PARAGRAPH, _PROPERTIES, _TABLE, _LISTED = w("p"), w("pPr"), w("tbl"), w("numPr")
_STYLE, _MARK = w("pStyle"), w("rPr")
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_USUAL = "word/document.xml"


def read(data: bytes, progress: Callable[[int, int], None] | None = None) -> Laid:
    """The text: numbers of lists written out, notes at the end, headers and footers left out.

    Raises `Refusal`: `file.damaged`, `file.encrypted`, `file.entities`, `file.empty`, `file.too_many_parts`,
    `file.too_many_pages`, `file.unpacks_too_large`.
    """
    package = Package(data)
    name = _main_part(package)
    related = _relations(package, name)

    def other(kind: str) -> Element | None:
        targets = related.get(kind)
        return part(package, targets[0]) if targets else None

    root = part(package, name)
    body = root.find(w("body")) if root is not None else None
    if body is None:
        raise Refusal("file.damaged", "file")
    reading = _Body(Styles(other("styles")), Numbers(other("numbering")))
    if stamp := _stamp_in_headers(package, related.get("header", ())):
        reading.laying.add(stamp)
    for block in reading.blocks(body):
        reading.laying.add(block)
    for kind in ("footnote", "endnote"):
        for note in reading.notes(other(f"{kind}s"), kind):
            reading.laying.add(note)
    if progress:
        progress(1, 1)
    return reading.laying.laid("docx", _said(reading))


def _said(reading: "_Body") -> list[Note]:
    return [Note("encoding.converted", name) for name in sorted(reading.runs.found.encodings)]


def _main_part(package: Package) -> str:
    targets = _relations(package, "").get("officeDocument")
    if targets and targets[0] in package:
        return targets[0]
    if _USUAL in package:
        return _USUAL
    raise Refusal("file.damaged", "file")


def _relations(package: Package, name: str) -> dict[str, list[str]]:
    """The parts that a part refers to, by the last word of the relation's kind; what leads outside is left out."""
    folder, base = posixpath.split(name)
    data = package.part(posixpath.join(folder, "_rels", f"{base}.rels"))
    found: dict[str, list[str]] = {}
    if data is None:
        return found
    for relation in parse_xml(data).iter(_RELATION):
        if relation.get("TargetMode") == "External":
            continue
        target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
        found.setdefault(relation.get("Type", "").rsplit("/", 1)[-1], []).append(target)
    return found


def _stamp_in_headers(package: Package, names: list[str] | tuple[str, ...]) -> str | None:
    """A stamp of secrecy printed by a header: headers are left out, this must not be."""
    for name in names[:20]:
        root = part(package, name)
        if root is not None:
            lines = ("".join(text.text or "" for text in p.iter(w("t"))) for p in root.iter(_PARAGRAPH))
            if stamp := secrecy_stamp("\n".join(lines)):
                return stamp
    return None


class _Body:
    """Walks the blocks of a file in order."""

    def __init__(self, styles: Styles, numbers: Numbers) -> None:
        self.laying = Laying()
        self.runs = Runs()
        self._styles, self._numbers = styles, numbers
        self._joined = ""

    def blocks(self, container: Element, depth: int = 0) -> Iterator[Block]:
        """The paragraphs and tables inside an element."""
        if depth > _DEEPEST:
            raise Refusal("file.damaged", "file")
        for child in container:
            tag = child.tag
            if tag == _PARAGRAPH:
                yield from self._paragraph(child, depth)
            elif tag == _TABLE:
                yield from self._table(table_of(child, self._styles), depth)
            elif tag in WRAPPERS or tag == w("txbxContent"):
                yield from self.blocks(child, depth + 1)
            elif tag == ALTERNATE:
                chosen = child.find(CHOICE)
                chosen = child.find(FALLBACK) if chosen is None else chosen
                if chosen is not None:
                    yield from self.blocks(chosen, depth + 1)

    def notes(self, root: Element | None, kind: str) -> Iterator[str]:
        """The notes that the text refers to, in its order, each with its number."""
        if root is None:
            return
        by_id = {note.get(w("id"), ""): note for note in root.iterfind(w(kind))}
        referred = [key for found, key in self.runs.found.notes if found == kind]
        for place, key in enumerate(dict.fromkeys(referred), start=1):
            if key in by_id and (text := flat(self.blocks(by_id[key], 1))):
                yield f"[{place}] {text}"

    def _paragraph(self, paragraph: Element, depth: int) -> Iterator[Block]:
        properties = paragraph.find(_PROPERTIES)
        style = self._styles.paragraph(value(properties, _STYLE))
        text = self.runs.text(paragraph, self._styles.reader(style))
        boxes, self.runs.found.boxes = self.runs.found.boxes, []
        if properties is not None and _mark_is_deleted(properties):
            self._joined += text
        else:
            text, self._joined = self._joined + text, ""
            # An empty paragraph of a list counts too; in a column of numbers the number is all there is.
            label = self._label(properties, style.list_id, style.level)
            if text.strip():
                text = open_with_dash(text)
                yield f"{label} {text.lstrip()}" if label else text
            elif depth and label not in ("", "-", "+"):
                yield label
        for box in boxes:
            yield from self.blocks(box, depth + 1)

    def _label(self, properties: Element | None, list_id: str | None, level: str | None) -> str:
        listed = properties.find(_LISTED) if properties is not None else None
        if listed is not None:
            list_id = value(listed, w("numId")) or list_id
            level = value(listed, w("ilvl")) or level
        return self._numbers.label(list_id, number(level, 0)) if list_id else ""

    def _table(self, table: Table, depth: int) -> Iterator[Block]:
        if table.layout:
            for row in table.rows:
                for cell in row:
                    yield from self.blocks(cell.element, depth + 1)
        else:
            yield self._rows(table, depth)

    def _rows(self, table: Table, depth: int) -> Rows:
        """Each row on its own: what is merged downwards is said in every row, what is merged across once."""
        width, above, rows = table.width, dict[int, str](), Rows()
        for row in table.rows:
            line = [""] * width
            for cell in row:
                text = flat(self.blocks(cell.element, depth + 1))
                if cell.goes_on:
                    text = text or above.get(cell.column, "")
                above.pop(cell.column, None)
                if cell.begins or cell.goes_on:
                    above[cell.column] = text
                if text:
                    self.laying.check(len(text))
                line[cell.column] = text
            rows.append(line)
        return rows


def _mark_is_deleted(properties: Element) -> bool:
    """Whether the end of this paragraph was deleted as a tracked change: it goes on in the next one."""
    mark = properties.find(_MARK)
    return mark is not None and (mark.find(w("del")) is not None or mark.find(w("moveFrom")) is not None)
