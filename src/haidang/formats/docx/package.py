"""An empty Word file in our form, and its bytes: styles of our own, no trace of a machine or a person, no clock."""

import datetime as dt
import io
import zipfile

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle

from haidang.formats.docx import form

ALIGNMENTS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}

# Styles of the library's template that the file format itself needs; the others are ten times the document's size.
_KEPT_STYLES = frozenset(("Normal", "DefaultParagraphFont", "TableNormal", "NoList"))
_DROPPED_PARTS = (
    "customXml",
    "stylesWithEffects",
    "numbering",
    "webSettings",
    "thumbnail",
    "extended-properties",
)
# The zip format's first day: a file's bytes depend on its content only.
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


def blank() -> WordDocument:
    """A document without content: our styles, Vietnamese, and none of the template's leftovers."""
    word = docx.Document()
    for rels in (word.part.rels, word.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(_DROPPED_PARTS)]:
            del rels[key]
    styles = word.styles.element
    for style in list(styles.findall(qn("w:style"))):
        if style.get(qn("w:styleId")) not in _KEPT_STYLES:
            styles.remove(style)
    _set_defaults(word)
    for style_data in form.STYLES:
        _add_style(word, style_data)
    return word


def to_bytes(word: WordDocument, title: str, issued: dt.date | None) -> bytes:
    """The file. Its properties name the document and the product; its day is the day of issue, or is left out."""
    properties = word.core_properties
    properties.title, properties.author, properties.comments = title[:255], form.PRODUCT, ""
    properties.language = form.LANGUAGE
    for name in ("created", "modified"):
        if issued is None:
            element = properties._element
            element.remove(element.find(qn(f"dcterms:{name}")))
        else:
            setattr(properties, name, dt.datetime(issued.year, issued.month, issued.day, tzinfo=dt.UTC))
    packed = io.BytesIO()
    word.save(packed)
    return _without_clock(packed)


def _without_clock(packed: io.BytesIO) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(name))
    return out.getvalue()


def _set_defaults(word: WordDocument) -> None:
    """Font and language for the whole file: all four scripts, since a program picks one of them by the letter."""
    properties = word.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for child in list(properties):
        properties.remove(child)
    fonts = OxmlElement("w:rFonts")
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), form.FONT)
    size, size_cs, language = OxmlElement("w:sz"), OxmlElement("w:szCs"), OxmlElement("w:lang")
    for element in (size, size_cs):
        element.set(qn("w:val"), "28")
    for attribute in ("val", "eastAsia"):
        language.set(qn(f"w:{attribute}"), form.LANGUAGE)
    for element in (fonts, size, size_cs, language):
        properties.append(element)
    spacing = word.styles.element.find(qn("w:docDefaults")).find(qn("w:pPrDefault")).find(qn("w:pPr"))
    for child in list(spacing):
        spacing.remove(child)
    settings = word.settings.element
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    for language in settings.iter(qn("w:themeFontLang")):
        language.attrib.clear()
        language.set(qn("w:val"), form.LANGUAGE)


def _add_style(word: WordDocument, data: form.Style) -> None:
    style = word.styles.add_style(data.name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.element.set(qn("w:styleId"), data.id)
    style.base_style = word.styles["Normal"]
    style.quick_style = True
    style.font.size = Pt(data.size)
    style.font.bold, style.font.italic = data.bold, data.italic
    layout = style.paragraph_format
    layout.alignment = ALIGNMENTS[data.align]
    layout.first_line_indent = Mm(data.first_line)
    layout.space_before, layout.space_after = Pt(data.before), Pt(data.after)
    layout.line_spacing = data.line
    layout.keep_with_next = data.keep_next
    layout.widow_control = True
    if data.outline is not None:
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(data.outline))
        style.element.get_or_add_pPr().append(level)
