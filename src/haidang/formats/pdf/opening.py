"""Opening a PDF within its limits, one thread at a time: pdfium itself knows no threads."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from haidang.domain.terms.refusal import Refusal

LIMIT_MB, LIMIT_PAGES = 50, 500
# pdfium keeps global state: whoever touches a document, page or bitmap holds this.
GUARD = threading.RLock()


@contextmanager
def opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    """The document, closed afterwards. Hold `GUARD` while using it if other threads may read files too.

    Raises `Refusal`: `file.empty`, `file.too_large`, `file.too_many_pages`, `file.encrypted`, `file.damaged`.
    """
    if not data:
        raise Refusal("file.empty", "file")
    if len(data) > LIMIT_MB * 1_000_000:
        raise Refusal("file.too_large", "file", limit=LIMIT_MB)
    with GUARD:
        document = _open(data)
    try:
        if len(document) > LIMIT_PAGES:
            raise Refusal("file.too_many_pages", "file", limit=LIMIT_PAGES)
        if not len(document):
            raise Refusal("file.damaged", "file")
        yield document
    finally:
        with GUARD:
            document.close()


def load(document: pdfium.PdfDocument, number: int) -> pdfium.PdfPage:
    """Page `number` from 1. Raises `Refusal("file.damaged")` for a page that cannot be opened."""
    try:
        return document[number - 1]
    except pdfium.PdfiumError as error:
        raise Refusal("file.damaged", "file") from error


def _open(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}
        raise Refusal("file.encrypted" if locked else "file.damaged", "file") from error
