"""Writes a document as a Word file, part by part from the head to the annexes."""

from docx.blkcntnr import BlockItemContainer
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.section import Section
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from haidang.domain.drafting.blocks import (
    Align,
    Annex,
    Block,
    Bullet,
    Document,
    Header,
    Heading,
    Paragraph,
    Run,
    Signature,
    Table,
)
from haidang.formats.docx import form
from haidang.formats.docx.package import ALIGNMENTS, blank, to_bytes
from haidang.formats.docx.pieces import (
    add_paragraph,
    add_row,
    add_rule,
    add_table,
    dress,
    first_paragraph,
    number_pages,
    rule_length,
)

_SIDES = form.MARGIN_LEFT + form.MARGIN_RIGHT
_PORTRAIT_TEXT = form.PAGE_WIDTH - _SIDES
_LANDSCAPE_TEXT = form.PAGE_HEIGHT - _SIDES
# Rows that go to the next page together, so that neither the totals nor an empty page follow alone.
_LAST_ROWS = 3
_CELL_ALIGNMENTS = {Align.LEFT: "left", Align.CENTRE: "centre", Align.RIGHT: "right"}


def write(document: Document) -> bytes:
    """The document as a .docx file; equal documents give equal bytes.

    Raises `Refusal("text.control_characters")` for text that no such file can hold.
    """
    word = blank()
    page = word.sections[0]
    _lay_page(page, landscape=False)
    number_pages(page, restart=False)
    body = word._body
    _head(body, document.header)
    _title(body, document)
    _blocks(body, document.body, _PORTRAIT_TEXT)
    # The last words stay on the page of the signature.
    add_paragraph(body, form.BODY_STYLE, document.closing).paragraph_format.keep_with_next = True
    _foot(body, document.recipients, document.signature)
    for annex in document.annexes:
        _annex(word, annex)
    return to_bytes(word, f"{document.kind_title} {document.subject}", document.header.date)


def _lay_page(page: Section, *, landscape: bool) -> None:
    width, height = (form.PAGE_HEIGHT, form.PAGE_WIDTH) if landscape else (form.PAGE_WIDTH, form.PAGE_HEIGHT)
    page.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = Mm(width), Mm(height)
    page.top_margin, page.bottom_margin = Mm(form.MARGIN_TOP), Mm(form.MARGIN_BOTTOM)
    page.left_margin, page.right_margin = Mm(form.MARGIN_LEFT), Mm(form.MARGIN_RIGHT)
    page.footer_distance = Mm(form.PAGE_NUMBER_AT)


def _head(body: BlockItemContainer, header: Header) -> None:
    table = add_table(body, form.HEAD_COLUMNS, ruled=False, cell_margin=0)
    left, right = add_row(table, form.HEAD_COLUMNS).cells
    issuers = [(line, form.PARENT_STYLE) for line in (header.parent_issuer or "").splitlines()]
    issuers += [(line, form.ISSUER_STYLE) for line in header.issuer.splitlines()]
    for place, (line, style) in enumerate(issuers):
        if place:
            add_paragraph(left, style, line)
        else:
            first_paragraph(left, style, line)
    add_rule(left, rule_length(header.issuer, form.ISSUER_STYLE, form.HEAD_COLUMNS[0]), form.HEAD_COLUMNS[0])
    first_paragraph(right, form.NATION_STYLE, form.NATION)
    add_paragraph(right, form.MOTTO_STYLE, form.MOTTO)
    add_rule(right, form.MOTTO_WIDTH, form.HEAD_COLUMNS[1])
    # A row of their own, so that number and day stand level however many lines the issuer takes.
    left, right = add_row(table, form.HEAD_COLUMNS).cells
    first_paragraph(left, form.NUMBER_STYLE, header.number_line)
    first_paragraph(right, form.PLACE_STYLE, header.date_line)


def _title(body: BlockItemContainer, document: Document) -> None:
    add_paragraph(body, form.KIND_STYLE, document.kind_title)
    add_paragraph(body, form.SUBJECT_STYLE, document.subject)
    length = rule_length(document.subject, form.SUBJECT_STYLE, _PORTRAIT_TEXT)
    _rule_under_title(body, length, _PORTRAIT_TEXT)
    if len(document.addressees) == 1:
        add_paragraph(body, form.ADDRESSEE_STYLE, f"Kính gửi: {document.addressees[0]}.")
    elif document.addressees:
        add_paragraph(body, form.ADDRESSEE_STYLE, "Kính gửi:")
        for place, name in enumerate(document.addressees, start=1):
            mark = "." if place == len(document.addressees) else ";"
            add_paragraph(body, form.ADDRESSEE_STYLE, f"- {name}{mark}")
    for ground in document.preamble:
        add_paragraph(body, form.GROUND_STYLE, ground)


def _rule_under_title(body: BlockItemContainer, length: float, width: float) -> None:
    layout = add_rule(body, length, width).paragraph_format
    layout.space_before, layout.space_after, layout.keep_with_next = Pt(5), Pt(8), True


def _blocks(body: BlockItemContainer, blocks: tuple[Block, ...], width: float) -> None:
    for block in blocks:
        if isinstance(block, Heading):
            add_paragraph(body, form.HEADING_STYLES[block.level], f"{block.label} {block.text}".strip())
        elif isinstance(block, Paragraph):
            add_paragraph(body, form.BODY_STYLE, *block.runs)
        elif isinstance(block, Bullet):
            add_paragraph(body, form.BODY_STYLE, "- ", *block.runs)
        else:
            _table(body, block, width)


def _table(body: BlockItemContainer, block: Table, width: float) -> None:
    if block.caption:
        add_paragraph(body, form.CAPTION_STYLE, block.caption)
    whole = sum(column.share for column in block.columns)
    widths = [column.share / whole * width for column in block.columns]
    head_style = form.TABLE_HEAD_DENSE_STYLE if block.dense else form.TABLE_HEAD_STYLE
    cell_style = form.CELL_DENSE_STYLE if block.dense else form.CELL_STYLE
    table = add_table(body, widths, ruled=True, cell_margin=0.8 if block.dense else 1.5)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for cell, text in zip(add_row(table, widths, repeated=True).cells, block.head, strict=True):
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        first_paragraph(cell, head_style, text)
    for place, row in enumerate(block.rows, start=1):
        is_last = place > len(block.rows) - _LAST_ROWS
        for cell, text, column in zip(add_row(table, widths).cells, row.cells, block.columns, strict=True):
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
            paragraph = first_paragraph(cell, cell_style, text)
            paragraph.paragraph_format.keep_with_next = is_last or None
            paragraph.alignment = ALIGNMENTS[_CELL_ALIGNMENTS[column.align]]
            _embolden(paragraph, row.total)
    # A paragraph after each table keeps its distance, and keeps two tables from growing together.
    add_paragraph(body, form.NOTE_STYLE if block.note else form.GAP_STYLE, block.note)


def _embolden(paragraph: WordParagraph, total: bool) -> None:
    for run in paragraph.runs:
        run.bold = total or None


def _foot(body: BlockItemContainer, recipients: tuple[str, ...], signature: Signature) -> None:
    table = add_table(body, form.FOOT_COLUMNS, ruled=False, cell_margin=0)
    left, right = add_row(table, form.FOOT_COLUMNS).cells
    first_paragraph(left, form.RECIPIENTS_STYLE, "Nơi nhận:")
    for line in recipients:
        add_paragraph(left, form.RECIPIENT_STYLE, line)
    for place, line in enumerate((*signature.authority, signature.position)):
        if place:
            add_paragraph(right, form.AUTHORITY_STYLE, line)
        else:
            first_paragraph(right, form.AUTHORITY_STYLE, line)
    add_paragraph(right, form.SIGNER_STYLE, signature.name or "")
    # Word wants a paragraph behind the last table; it is next to nothing high, so that it never opens a new page.
    add_paragraph(body, form.RULE_STYLE)


def _annex(word: WordDocument, annex: Annex) -> None:
    page = word.add_section(WD_SECTION.NEW_PAGE)
    # The break stands in a paragraph of its own; at full height it could fall on a page of its own too.
    dress(word.paragraphs[-1], form.RULE_STYLE)
    _lay_page(page, landscape=annex.landscape)
    number_pages(page, restart=True)
    body, width = word._body, _LANDSCAPE_TEXT if annex.landscape else _PORTRAIT_TEXT
    add_paragraph(body, form.ANNEX_STYLE, annex.label)
    add_paragraph(body, form.ANNEX_TITLE_STYLE, annex.title)
    add_paragraph(body, form.ANNEX_TIE_STYLE, Run(annex.attached_to))
    _rule_under_title(body, rule_length(annex.title, form.ANNEX_TITLE_STYLE, width), width)
    _blocks(body, annex.body, width)
