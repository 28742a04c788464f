"""What kind of file this is, by what it holds; a name is believed only where the content leaves it open."""

import re

from haidang.domain.terms.refusal import Refusal
from haidang.formats.package import Package

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}
_PDF = b"%PDF-"
# Acrobat itself looks for the mark in the first thousand bytes.
_PDF_WITHIN = 1_024
_RTF = b"{\\rtf"
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_WORD_HEAD = b"\xec\xa5"
_WORD_FLAGS = 10
_WORD_ENCRYPTED = 0x0100
_SECTOR = 512
_ODT = b"application/vnd.oasis.opendocument.text"
_SAMPLE = 4_096
_HTML_HEAD = re.compile(r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta)\b", re.I | re.S)
_HTML_TAG = re.compile(r"<(?:p|div|table|span|br|h[1-6]|font|center|b)\b[^<>]*>", re.I)
_HTML_NAMES = (".html", ".htm", ".xhtml")


def recognise(data: bytes, name: str = "") -> str:
    """The kind of a file: `docx`, `odt`, `pdf`, `png`, `jpg`, `doc`, `rtf`, `html` or, where nothing else, `txt`.

    Raises `Refusal`: `file.encrypted` for office files under a password, `file.unsupported` for packages and
    compound files that hold no text document, and what `Package` refuses.
    """
    if data.startswith(_ZIP):
        return _packed(Package(data))
    if data.startswith(_COMPOUND):
        return _compound(data)
    for mark, kind in _PICTURES.items():
        if data.startswith(mark):
            return kind
    if _PDF in data[:_PDF_WITHIN]:
        return "pdf"
    if data[:_SAMPLE].lstrip().startswith(_RTF):
        return "rtf"
    return "html" if _is_html(data, name) else "txt"


def _packed(package: Package) -> str:
    if "mimetype" in package:
        mime = package.part("mimetype") or b""
        if mime.strip().startswith(_ODT):
            return _open_document(package)
        raise Refusal("file.unsupported", "file")
    if package.encrypted:
        raise Refusal("file.encrypted", "file")
    if "word/document.xml" in package or any(
        name.startswith("word/") and name.endswith(".xml") for name in package.names
    ):
        return "docx"
    if any(name.startswith(("xl/", "ppt/")) for name in package.names) or "[Content_Types].xml" not in package:
        raise Refusal("file.unsupported", "file")
    return "docx"


def _open_document(package: Package) -> str:
    """OpenDocument encrypts part by part and says so in its manifest."""
    if b"encryption-data" in (package.part("META-INF/manifest.xml") or b""):
        raise Refusal("file.encrypted", "file")
    return "odt"


def _compound(data: bytes) -> str:
    if _ENCRYPTED_STREAM in data:
        raise Refusal("file.encrypted", "file")
    if _WORD_STREAM not in data:
        raise Refusal("file.unsupported", "file")
    for at in range(_SECTOR, min(len(data) - _SECTOR, 64 * _SECTOR), _SECTOR):
        if data.startswith(_WORD_HEAD, at):
            flags = int.from_bytes(data[at + _WORD_FLAGS : at + _WORD_FLAGS + 2], "little")
            if flags & _WORD_ENCRYPTED:
                raise Refusal("file.encrypted", "file")
            break
    return "doc"


def _is_html(data: bytes, name: str) -> bool:
    sample = data[:_SAMPLE]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in sample[:40]:
        sample = sample.replace(b"\x00", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    text = sample.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
    if _HTML_HEAD.match(text):
        return True
    return name.lower().endswith(_HTML_NAMES) and bool(_HTML_TAG.search(text))
