"""What is drawn on a page beside letters: ruled lines of tables, and pictures large enough to be the page itself."""

import ctypes
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from haidang.formats.leaves.leaf import Box
from haidang.formats.leaves.tables import Rule
from haidang.formats.pdf.placing import Placing, placing

# A ruled line is at most so thick and at least so long, in points.
_THICK, _LONG = 3.0, 8.0
# Pages with more drawn objects than this are drawings; their lines are no tables.
_MOST = 20_000
_ONE_RECTANGLE = 5
_COLOURS = 24
_LOOKED_AT = {raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM}


@dataclass(slots=True)
class Drawn:
    """Ruled lines across and down, how many shapes; the share of the page that its largest picture covers, that
    picture's size in pixels and in points, and whether it is coloured."""

    across: list[Rule]
    down: list[Rule]
    paths: int = 0
    covered: float = 0.0
    pixels: tuple[int, int] = (0, 0)
    points: tuple[float, float] = (0.0, 0.0)
    coloured: bool = False


def drawn(page: pdfium.PdfPage) -> Drawn:
    """The lines and the largest picture of a page."""
    made = Drawn([], [])
    upright = placing(page)
    whole = page.get_width() * page.get_height() or 1.0
    corner = [ctypes.c_float() for _ in range(4)]
    references = [ctypes.byref(side) for side in corner]
    for order in range(min(_MOST, raw.FPDFPage_CountObjects(page))):
        item = raw.FPDFPage_GetObject(page, order)
        kind = raw.FPDFPageObj_GetType(item)
        if kind not in _LOOKED_AT or not raw.FPDFPageObj_GetBounds(item, *references):
            continue
        left, top, right, bottom = upright(*(side.value for side in corner))
        if kind == raw.FPDF_PAGEOBJ_PATH:
            made.paths += 1
            if raw.FPDFPath_CountSegments(item) > _ONE_RECTANGLE:
                _add_pieces(made, item, upright)
            else:
                _add(made, left, top, right, bottom)
        elif (right - left) * (bottom - top) / whole > made.covered:
            made.covered, made.points = (right - left) * (bottom - top) / whole, (right - left, bottom - top)
            made.pixels, made.coloured = _picture(item, page) if kind == raw.FPDF_PAGEOBJ_IMAGE else ((0, 0), False)
    return made


def _add(made: Drawn, left: float, top: float, right: float, bottom: float) -> None:
    """A thin shape is a line; a rectangle is four."""
    width, height = right - left, bottom - top
    if height <= _THICK:
        if width >= _LONG:
            made.across.append(Rule((top + bottom) / 2, left, right))
    elif width <= _THICK:
        if height >= _LONG:
            made.down.append(Rule((left + right) / 2, top, bottom))
    elif width >= _LONG and height >= _LONG:
        made.across.extend((Rule(top, left, right), Rule(bottom, left, right)))
        made.down.extend((Rule(left, top, bottom), Rule(right, top, bottom)))


def _add_pieces(made: Drawn, item: raw.FPDF_PAGEOBJECT, upright: Placing) -> None:
    """The straight pieces of a shape that draws many lines at once."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix))
    x, y = ctypes.c_float(), ctypes.c_float()
    last = start = (0.0, 0.0)
    for order in range(min(_MOST, raw.FPDFPath_CountSegments(item))):
        piece = raw.FPDFPath_GetPathSegment(item, order)
        raw.FPDFPathSegment_GetPoint(piece, ctypes.byref(x), ctypes.byref(y))
        at = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = raw.FPDFPathSegment_GetType(piece)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = at
        elif kind == raw.FPDF_SEGMENT_LINETO:
            _add_line(made, upright(*last, *at))
        if raw.FPDFPathSegment_GetClose(piece):
            _add_line(made, upright(*at, *start))
        last = at


def _add_line(made: Drawn, box: Box) -> None:
    if min(box[2] - box[0], box[3] - box[1]) <= _THICK:
        _add(made, *box)


def _picture(item: raw.FPDF_PAGEOBJECT, page: pdfium.PdfPage) -> tuple[tuple[int, int], bool]:
    """A picture's pixels across and down, and whether it has colours."""
    seen = raw.FPDF_IMAGEOBJ_METADATA()
    raw.FPDFImageObj_GetImageMetadata(item, page, ctypes.byref(seen))
    return (int(seen.width), int(seen.height)), seen.bits_per_pixel >= _COLOURS
