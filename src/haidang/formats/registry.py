"""The single place where formats are imported late: acts ask by name and never load what they do not use."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from haidang.domain.drafting.blocks import Document
from haidang.domain.terms.laid import Laid
from haidang.domain.terms.refusal import Refusal
from haidang.formats.leaves.joining import join
from haidang.formats.leaves.leaf import from_json, to_json
from haidang.formats.recognition import recognise

__all__ = ["join_pages", "media_type", "pages_in", "picture", "read", "read_pages", "recognise", "writer"]

DocumentWriter = Callable[[Document], bytes]
Progress = Callable[[int, int], None]

# kind → (module, function of that module, media type)
_DOCUMENT_WRITERS = {
    "docx": (
        "haidang.formats.docx.writer",
        "write",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
}
_PAGED = frozenset({"pdf", "png", "jpg"})
# kind → (module, media type); the module has `read(data, progress) -> Laid`
_READERS = {
    "txt": ("haidang.formats.text.reader", "text/plain"),
    "docx": ("haidang.formats.docx.reader", _DOCUMENT_WRITERS["docx"][2]),
    "pdf": ("haidang.formats.pdf.reader", "application/pdf"),
    "png": ("haidang.formats.scan.reader", "image/png"),
    "jpg": ("haidang.formats.scan.reader", "image/jpeg"),
    "odt": ("haidang.formats.odt.reader", "application/vnd.oasis.opendocument.text"),
    "html": ("haidang.formats.html.reader", "text/html"),
    "doc": ("haidang.formats.doc.reader", "application/msword"),
    "rtf": ("haidang.formats.doc.reader", "application/rtf"),
}


def writer(kind: str) -> DocumentWriter:
    """The function that turns a document into the bytes of a file. Raises `Refusal("format.unknown", kind=…)`."""
    module, function, _ = _entry(kind)
    found: DocumentWriter = getattr(import_module(module), function)
    return found


def media_type(kind: str) -> str:
    """The media type under which such a file is sent. Raises `Refusal("format.unknown", kind=…)`."""
    return _READERS[kind][1] if kind in _READERS else _entry(kind)[2]


def read(kind: str, data: bytes, progress: Progress | None = None, *, most_pictures: int | None = None) -> Laid:
    """The text of a file of that kind, with its places; `progress` hears of pages done and pages in all.

    With `most_pictures` a file of more pages that must be recognised is refused (`file.too_many_scanned`).

    Raises `Refusal`: `format.unknown`, and what the format itself refuses (`file.*`).
    """
    if kind not in _READERS:
        raise Refusal("format.unknown", "format", kind=kind)
    reader: Any = import_module(_READERS[kind][0])
    limited = {"most_pictures": most_pictures} if kind == "pdf" else {}
    laid: Laid = reader.read(data, progress, **limited)
    return laid


def picture(kind: str, data: bytes, page: int, width: int) -> bytes:
    """Page number `page` (from 1) of a PDF or a picture file as PNG, `width` pixels wide.

    Raises `Refusal`: `format.unknown` for a kind without pages, `file.no_such_page`.
    """
    made: bytes = _paged(kind).picture(data, page, width)
    return made


def pages_in(kind: str, data: bytes) -> int:
    """How many pages a PDF or a picture file has; nothing is read yet. Raises as `read`."""
    pages: int = _paged(kind).pages_in(data)
    return pages


def read_pages(kind: str, data: bytes, first: int, last: int, progress: Progress | None = None) -> list[dict[str, Any]]:
    """Pages `first` to `last` (from 1, both included) of a PDF or a picture file, one value a page, fit for JSON.

    So a long scan can be read a few pages at a time, by whoever has time, in any order: keep the values, and when
    there is one for every page, in order, give them to `join_pages`. `read` does the same in one go. `progress` hears
    of pages done and pages asked for. Raises as `read`, and `Refusal("file.no_such_page")`.
    """
    return [to_json(leaf) for leaf in _paged(kind).read_pages(data, first, last, progress)]


def join_pages(kind: str, pages: list[dict[str, Any]]) -> Laid:
    """The text of all pages from what `read_pages` gave, page 1 first; the same as `read` gives."""
    return join([from_json(page) for page in pages], _paged(kind).FORM)


def _paged(kind: str) -> Any:
    if kind not in _PAGED:
        raise Refusal("format.unknown", "format", kind=kind)
    return import_module(_READERS[kind][0])


def _entry(kind: str) -> tuple[str, str, str]:
    if kind not in _DOCUMENT_WRITERS:
        raise Refusal("format.unknown", "format", kind=kind)
    return _DOCUMENT_WRITERS[kind]
