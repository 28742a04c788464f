"""Small office files made in code: parts of XML packed as the formats want them."""

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def packed(parts: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip package of these parts, in this order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as target:
        for name, content in parts.items():
            target.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, compression)
    return out.getvalue()


def _types(*names: str) -> str:
    """What each part is, as LibreOffice wants to be told."""
    office = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    kinds = {"document": "document.main"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{office}.{kinds.get(name, name)}+xml"/>' for name in names
    )
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{relations}"/>{overrides}</Types>'
    )


def word_parts(body: str, **others: str) -> dict[str, str]:
    """The parts of a Word file: `body` inside w:body, others (numbering, styles, footnotes, header) by their name."""
    relations = [f'<Relationship Id="r{n}" Type="{_KINDS}/{n}" Target="{n}.xml"/>' for n in others]
    main = f'<Relationship Id="r" Type="{_KINDS}/officeDocument" Target="word/document.xml"/>'
    parts = {
        "[Content_Types].xml": _types("document", *others),
        "_rels/.rels": _RELATIONS.format(main),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _RELATIONS.format("".join(relations)),
    }
    roots = {"header": "hdr"}
    for name, inside in others.items():
        root = roots.get(name, name)
        parts[f"word/{name}.xml"] = f"<w:{root} {_SPACES}>{inside}</w:{root}>"
    return parts


def word(body: str, **others: str) -> bytes:
    """A Word file."""
    return packed(word_parts(body, **others))


def strict(parts: Mapping[str, str]) -> dict[str, str]:
    """The same parts in the names of ISO 29500 strict."""
    return {name: content.replace(W, _STRICT) for name, content in parts.items()}


def para(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def listed(text: str, list_id: int = 1, level: int = 0) -> str:
    """A paragraph of a list."""
    return para(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def list_of(*levels: tuple[str, str], list_id: int = 1, override: str = "") -> str:
    """A list definition and its number; each level is (how it counts, what is printed)."""
    raw = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for place, (kind, text) in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="{list_id}">{raw}</w:abstractNum>'
        f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{list_id}"/>{override}</w:num>'
    )


def cell(text: str, properties: str = "") -> str:
    """A table cell; `|` in the text parts its paragraphs."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(para(each) for each in text.split('|'))}</w:tc>"


def table(*rows: str, ruled: bool = True) -> str:
    """A table of rows (each the XML of its cells)."""
    line = "single" if ruled else "nil"
    borders = f'<w:tblBorders><w:top w:val="{line}"/><w:insideH w:val="{line}"/></w:tblBorders>'
    inside = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{borders}</w:tblPr>{inside}</w:tbl>"


_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_ODF_SPACES = " ".join(
    f'xmlns:{short}="{_OASIS}:{long}:1.0"'
    for short, long in (
        ("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    )
)  # fmt: skip


def odt(body: str, styles: str = "", **others: str) -> bytes:
    """An OpenDocument text."""
    content = (
        f"<office:document-content {_ODF_SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    return packed({**parts, **{name.replace("__", "/"): text for name, text in others.items()}})
