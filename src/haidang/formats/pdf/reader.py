"""PDF files in: pages with letters are read from them, pages without are recognised; both give the same rows."""

from concurrent.futures import Future

import pypdfium2 as pdfium
from PIL import Image

from haidang.domain.terms.laid import Laid
from haidang.domain.terms.refusal import Refusal
from haidang.formats.leaves.columns import in_order
from haidang.formats.leaves.joining import join
from haidang.formats.leaves.leaf import Leaf, Progress
from haidang.formats.leaves.notes import set_apart
from haidang.formats.leaves.rows import to_strips
from haidang.formats.leaves.tables import grids, take_tables
from haidang.formats.pdf.drawn import Drawn, drawn
from haidang.formats.pdf.letters import Letters, letters
from haidang.formats.pdf.opening import GUARD, load, opened
from haidang.formats.scan.reader import LIMIT_PIXELS, grey, png
from haidang.formats.scan.recogniser import Picture, Recogniser

FORM = "pdf"
# A page that is one picture with fewer letters than this (a signature's stamp, a page number) is a scan.
_FEW, _COVERED = 250, 0.5
# More letters than this share unknown: the file's table of letters is broken, the picture of the page is not.
_BROKEN = 0.1
# Dots per inch at which a page is recognised: a scan's own within these, else the last.
_COARSE, _FINE, _USUAL = 140, 230, 230
_MOST_PIXELS = 40_000_000
# A page without letters but with so many shapes may be text turned into outlines.
_OUTLINES = 200


def pages_in(data: bytes) -> int:
    """How many pages the file has. Raises `Refusal`: `file.too_large`, `file.too_many_pages`, `file.encrypted`,
    `file.damaged`, `file.empty`."""
    with opened(data) as document:
        return len(document)


def read_pages(
    data: bytes, first: int, last: int, progress: Progress | None = None, most_pictures: int | None = None
) -> list[Leaf]:
    """Pages `first` to `last`, both from 1 and included; `progress` hears of pages done and pages asked for.

    Raises `Refusal`: as `pages_in`, `file.no_such_page`, `file.too_many_scanned` when more than `most_pictures` pages
    are pictures, and `file.needs_ocr` when a page is one and Tesseract or its Vietnamese data is not installed.
    """
    with opened(data) as document, Recogniser() as recogniser:
        if not 1 <= first <= last <= len(document):
            raise Refusal("file.no_such_page", "page", page=last)
        numbers = range(first, last + 1)
        given: list[Leaf | Future[Leaf]] = []
        done = pictures = 0
        for number in numbers:
            page = _read_page(document, number, recogniser)
            given.append(page)
            pictures += not isinstance(page, Leaf)
            if most_pictures is not None and pictures > most_pictures:
                raise Refusal("file.too_many_scanned", "file", limit=most_pictures)
            # Pages that are ready are told of while later ones are still drawn and recognised.
            while progress and done < len(given) and _ready(given[done]):
                done += 1
                progress(done, len(numbers))
        made = []
        for order, page in enumerate(given, 1):
            made.append(page if isinstance(page, Leaf) else page.result())
            if progress and order > done:
                progress(order, len(numbers))
        return made


def read(data: bytes, progress: Progress | None = None, most_pictures: int | None = None) -> Laid:
    """The text of the file with the places of its lines (of its words, where they were recognised).

    Raises `Refusal`: as `read_pages`.
    """
    return join(read_pages(data, 1, pages_in(data), progress, most_pictures), FORM)


def picture(data: bytes, page: int, width: int) -> bytes:
    """One page as PNG, `width` pixels wide. Raises `Refusal`: as `pages_in`, `file.no_such_page`."""
    with opened(data) as document:
        if not 1 <= page <= len(document):
            raise Refusal("file.no_such_page", "page", page=page)
        with GUARD:
            sheet = load(document, page)
            scale = min(width / (sheet.get_width() or 1), (_MOST_PIXELS / _area(sheet)) ** 0.5)
            image = _rendered(sheet, scale, colour=True)
            sheet.close()
    return png(image, width)


def _ready(page: Leaf | Future[Leaf]) -> bool:
    return isinstance(page, Leaf) or page.done()


def _read_page(document: pdfium.PdfDocument, number: int, recogniser: Recogniser) -> Leaf | Future[Leaf]:
    """One page: at once from its letters, or later from its picture."""
    with GUARD:
        sheet = load(document, number)
        try:
            found, shapes = letters(sheet), drawn(sheet)
            if not _is_picture(found, shapes):
                return _leaf(sheet, found, shapes)
        finally:
            sheet.close()
    recogniser.wait_for_room()
    with GUARD:
        sheet = load(document, number)
        try:
            made = _photographed(sheet, shapes)
        finally:
            sheet.close()
    return recogniser.submit(made)


def _is_picture(found: Letters, shapes: Drawn) -> bool:
    """Whether the page must be recognised: letters that are broken, hidden behind a scan, or hardly any on a scan."""
    shown = found.count - found.hidden
    if shapes.covered > _COVERED and shown < _FEW:
        return True
    if found.unknown > max(3, _BROKEN * found.count):
        return True
    return not shown and (shapes.covered > 0.02 or shapes.paths > _OUTLINES)


def _leaf(sheet: pdfium.PdfPage, found: Letters, shapes: Drawn) -> Leaf:
    """A page from its letters."""
    lines, tables = take_tables(found.lines, grids(shapes.across, shapes.down))
    strips = sorted([*to_strips(lines), *tables], key=lambda strip: strip.top)
    rows = set_apart(in_order(strips), sheet.get_height())
    notes = tuple(f"encoding.{name}" for name in found.encodings)
    return Leaf(sheet.get_width(), sheet.get_height(), False, tuple(rows), notes)


def _photographed(sheet: pdfium.PdfPage, shapes: Drawn) -> Picture:
    """A page as a grey picture, a scan at its own resolution."""
    dpi: float = _USUAL
    if shapes.covered > _COVERED and shapes.pixels[0]:
        own = 72 * max(shapes.pixels) / (max(shapes.points) or 1)
        dpi = min(_FINE, max(_COARSE, own))
    if shapes.pixels[0] * shapes.pixels[1] > LIMIT_PIXELS:
        raise Refusal("file.too_many_pixels", "file", limit=LIMIT_PIXELS // 1_000_000)
    scale = min(dpi / 72, (_MOST_PIXELS / _area(sheet)) ** 0.5)
    image = grey(_rendered(sheet, scale, colour=shapes.coloured))
    return Picture(image, sheet.get_width(), sheet.get_height())


def _area(sheet: pdfium.PdfPage) -> float:
    return max(1.0, float(sheet.get_width() * sheet.get_height()))


def _rendered(sheet: pdfium.PdfPage, scale: float, *, colour: bool) -> Image.Image:
    """The page drawn."""
    bitmap = sheet.render(scale=scale, grayscale=not colour)
    try:
        image: Image.Image = bitmap.to_pil()
        return image.copy()
    finally:
        bitmap.close()
