"""How far a scanned page leans, and the page upright: the angle at which the lines of text part most clearly."""

import math
from itertools import pairwise
from statistics import fmean

from PIL import Image

# The page is looked at in this width, at leanings up to so many degrees; less than `_LEAST` is left as it is.
_WIDTH, _MOST, _LEAST = 360, 4.0, 0.25
_COARSE, _FINE = 0.5, 0.125


def leaning(page: Image.Image) -> float:
    """The angle in degrees by which the lines of a grey page lean, from -4 to 4; positive falls to the right."""
    small = page.resize((_WIDTH, max(1, round(page.height * _WIDTH / page.width))), Image.Resampling.BOX)
    # The lines of a page lie within its middle; scanned edges and shadows lean otherwise.
    small = small.crop((_WIDTH // 10, small.height // 20, _WIDTH - _WIDTH // 10, small.height - small.height // 20))
    if small.height < 20:
        return 0.0
    steps = int(_MOST / _COARSE)
    best = max((step * _COARSE for step in range(-steps, steps + 1)), key=lambda angle: _parted(small, angle))
    around = int(_COARSE / _FINE)
    found = max((best + step * _FINE for step in range(-around, around + 1)), key=lambda angle: _parted(small, angle))
    # A page without lines of text parts nowhere: what is found there is chance.
    return found if _parted(small, found) > 1.05 * _parted(small, 0.0) else 0.0


def upright(page: Image.Image, angle: float) -> Image.Image:
    """The page turned back by that angle about its middle, its size kept, white where nothing was."""
    if abs(angle) < _LEAST:
        return page
    return page.rotate(angle, Image.Resampling.BILINEAR, fillcolor=255)


def turned_back(x: float, y: float, width: float, height: float, angle: float) -> tuple[float, float]:
    """Where a point of the upright page stood on the page as it was scanned."""
    if abs(angle) < _LEAST:
        return x, y
    turn = math.radians(angle)
    across, down = x - width / 2, y - height / 2
    return (
        width / 2 + across * math.cos(turn) - down * math.sin(turn),
        height / 2 + across * math.sin(turn) + down * math.cos(turn),
    )


def _parted(small: Image.Image, angle: float) -> float:
    """How much the rows differ from their neighbours once the page is sheared by that angle."""
    slope = math.tan(math.radians(angle))
    shift = -slope * small.width / 2
    sheared = small.transform(
        small.size, Image.Transform.AFFINE, (1, 0, 0, slope, 1, shift), Image.Resampling.BILINEAR, fillcolor=255
    )
    rows = sheared.resize((1, small.height), Image.Resampling.BOX).tobytes()
    return fmean((low - high) ** 2 for low, high in pairwise(rows))
