"""From a PDF's own places (points from the lower left, before turning) to the page as a person sees it."""

from collections.abc import Callable

import pypdfium2 as pdfium

from haidang.formats.leaves.leaf import Box

Placing = Callable[[float, float, float, float], Box]


def placing(page: pdfium.PdfPage) -> Placing:
    """Turns (left, bottom, right, top) or any two corners of a box into points from the page's top left corner."""
    left, bottom, right, top = page.get_bbox()
    turned = page.get_rotation()

    def upright(x0: float, y0: float, x1: float, y1: float) -> Box:
        low_x, high_x = (x0, x1) if x0 <= x1 else (x1, x0)
        low_y, high_y = (y0, y1) if y0 <= y1 else (y1, y0)
        if turned == 90:
            return low_y - bottom, low_x - left, high_y - bottom, high_x - left
        if turned == 180:
            return right - high_x, low_y - bottom, right - low_x, high_y - bottom
        if turned == 270:
            return top - high_y, right - high_x, top - low_y, right - low_x
        return low_x - left, top - high_y, high_x - left, top - low_y

    return upright
