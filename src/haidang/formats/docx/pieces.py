"""The pieces every page is built from: styled paragraphs, ruled lines, tables of fixed widths, page numbers."""

from collections.abc import Sequence

from docx.blkcntnr import BlockItemContainer
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph as WordParagraph

from haidang.domain.drafting.blocks import Run
from haidang.domain.drafting.wording import refuse_forbidden
from haidang.domain.terms.text import nfc
from haidang.formats.docx import form

_TWIPS_PER_MM = 1440 / 25.4
# What the schema wants in front of a paragraph's borders and of a section's page numbering.
_BEFORE_BORDERS = ("w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:widowControl")
_BEFORE_NUMBERING = ("w:headerReference", "w:footerReference", "w:type", "w:pgSz", "w:pgMar")


def write_runs(paragraph: WordParagraph, runs: Sequence[Run]) -> WordParagraph:
    """Put runs into a paragraph. Raises `Refusal("text.control_characters")` for what no Word file can hold."""
    for run in runs:
        if not run.text:
            continue
        written = paragraph.add_run(refuse_forbidden(nfc(run.text)))
        written.bold, written.italic = run.bold or None, run.italic or None
    return paragraph


def dress(paragraph: WordParagraph, style: form.Style) -> None:
    """Give a paragraph one of our styles, by id: the library's way by name searches all styles for each cell."""
    paragraph._p.style = style.id


def add_paragraph(place: BlockItemContainer, style: form.Style, *runs: str | Run) -> WordParagraph:
    """A paragraph of the given style; plain texts take the style's look."""
    paragraph = place.add_paragraph()
    dress(paragraph, style)
    return write_runs(paragraph, [Run(run) if isinstance(run, str) else run for run in runs])


def first_paragraph(cell: _Cell, style: form.Style, text: str) -> WordParagraph:
    """The paragraph that a new cell already has."""
    paragraph = cell.paragraphs[0]
    dress(paragraph, style)
    return write_runs(paragraph, [Run(text)])


def add_rule(place: BlockItemContainer, length: float, available: float) -> WordParagraph:
    """A solid line of `length` mm, centred in `available` mm: the upper border of a paragraph as high as nothing."""
    paragraph = add_paragraph(place, form.RULE_STYLE)
    layout = paragraph.paragraph_format
    layout.left_indent = layout.right_indent = Mm(max(0.0, (available - length) / 2))
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(3)
    layout.space_before = Pt(2)
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    _insert_in_order(paragraph._p.get_or_add_pPr(), borders, _BEFORE_BORDERS)
    return paragraph


def rule_length(text: str, style: form.Style, available: float) -> float:
    """How long the line under these words is: a share of their longest line, mm."""
    capital = sum(char.isupper() for char in text) > len(text) / 2
    letter = (form.LETTER_CAPITAL if capital else form.LETTER_SMALL) * style.size * 25.4 / 72
    longest = max((len(line) for line in text.splitlines()), default=0) * letter
    return min(longest, available) * form.RULE_SHARE


def add_table(place: BlockItemContainer, widths: Sequence[float], *, ruled: bool, cell_margin: float) -> WordTable:
    """A table without rows whose columns are exactly `widths` mm wide in Word and in LibreOffice alike.

    Both need it said three times: fixed layout, the grid, and (see `add_row`) each cell.
    """
    table = place.add_table(0, len(widths), Mm(sum(widths)))
    properties = table._tbl.tblPr
    for name in ("w:tblStyle", "w:tblLook", "w:tblW", "w:tblLayout"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
    properties.append(_element("w:tblW", w=_twips(sum(widths)), type="dxa"))
    if ruled:
        properties.append(_borders())
    properties.append(_element("w:tblLayout", type="fixed"))
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(_element(f"w:{side}", w=_twips(cell_margin), type="dxa"))
    properties.append(margins)
    for column, width in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
        column.set(qn("w:w"), _twips(width))
    return table


def add_row(table: WordTable, widths: Sequence[float], *, repeated: bool = False) -> _Row:
    """A row that is not torn over two pages; `repeated` marks the head that each page shows again."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if repeated:
        properties.append(OxmlElement("w:tblHeader"))
    for cell, width in zip(row.cells, widths, strict=True):
        cell.width = Mm(width)
    return row


def number_pages(section: Section, *, restart: bool) -> None:
    """Page numbers centred in the top margin, none on the section's first page; `restart` counts from 1 again."""
    section.different_first_page_header_footer = True
    section.header_distance = Mm(form.PAGE_NUMBER_AT)
    if restart:
        kind = _element("w:pgNumType", start="1")
        _insert_in_order(section._sectPr, kind, _BEFORE_NUMBERING)
        return
    section.header.is_linked_to_previous = section.first_page_header.is_linked_to_previous = False
    for header, filled in ((section.header, True), (section.first_page_header, False)):
        paragraph = header.paragraphs[0]
        dress(paragraph, form.PAGE_NUMBER_STYLE)
        if filled:
            field = _element("w:fldSimple", instr=" PAGE ")
            run, text = OxmlElement("w:r"), OxmlElement("w:t")
            text.text = "2"
            run.append(text)
            field.append(run)
            paragraph._p.append(field)


def _twips(millimetres: float) -> str:
    return str(round(millimetres * _TWIPS_PER_MM))


def _element(tag: str, **attributes: str) -> BaseOxmlElement:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def _borders() -> BaseOxmlElement:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_element(f"w:{side}", val="single", sz="4", space="0", color="000000"))
    return borders


def _insert_in_order(parent: BaseOxmlElement, child: BaseOxmlElement, before: Sequence[str]) -> None:
    """Put a child after the last of the siblings that the schema wants before it; Word refuses a wrong order."""
    names = {qn(name) for name in before}
    place = 0
    for index, sibling in enumerate(parent, start=1):
        if sibling.tag in names:
            place = index
    parent.insert(place, child)
