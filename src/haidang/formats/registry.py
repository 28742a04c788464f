"""The single place where formats are imported late: acts ask by name and never load what they do not use."""

from collections.abc import Callable
from importlib import import_module

from haidang.domain.drafting.blocks import Document
from haidang.domain.terms.refusal import Refusal

DocumentWriter = Callable[[Document], bytes]

# kind → (module, function of that module, media type)
_DOCUMENT_WRITERS = {
    "docx": (
        "haidang.formats.docx.writer",
        "write",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
}


def writer(kind: str) -> DocumentWriter:
    """The function that turns a document into the bytes of a file. Raises `Refusal("format.unknown", kind=…)`."""
    module, function, _ = _entry(kind)
    found: DocumentWriter = getattr(import_module(module), function)
    return found


def media_type(kind: str) -> str:
    """The media type under which such a file is sent. Raises `Refusal("format.unknown", kind=…)`."""
    return _entry(kind)[2]


def _entry(kind: str) -> tuple[str, str, str]:
    if kind not in _DOCUMENT_WRITERS:
        raise Refusal("format.unknown", "format", kind=kind)
    return _DOCUMENT_WRITERS[kind]
