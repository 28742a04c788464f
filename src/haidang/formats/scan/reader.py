"""A picture of one page (PNG, JPEG) in: upright by its own note, in grey, at the resolution Tesseract likes."""

import io
from typing import Any

from PIL import Image, ImageOps

from haidang.domain.terms.laid import Laid
from haidang.domain.terms.refusal import Refusal
from haidang.formats.leaves.joining import join
from haidang.formats.leaves.leaf import Leaf, Progress
from haidang.formats.scan.recogniser import Picture, leaf_of

LIMIT_MB, LIMIT_PIXELS = 50, 100_000_000
# Pillow's own limit only warns; ours refuses, on the size that the file's head tells, before anything is decoded.
Image.MAX_IMAGE_PIXELS = None
FORM = "scan"
_FORMATS = ("PNG", "JPEG")
# Dots per inch: outside of these a picture is made smaller or larger, to one of these.
_LEAST, _MOST, _SMALLER, _LARGER = 130, 330, 300, 200
# An A4 page is as high, in inches; pictures from telephones say nothing true about their resolution.
_HIGH, _PLAUSIBLE = 11.69, (5.0, 24.0)


def pages_in(data: bytes) -> int:
    """How many pages the file has: one. Raises what `read` raises of a file that is no picture."""
    _open(data)
    return 1


def read_pages(data: bytes, first: int, last: int, progress: Progress | None = None) -> list[Leaf]:
    """Pages `first` to `last`, from 1: for a picture its one page. Raises `Refusal`: as `read`, `file.no_such_page`."""
    if (first, last) != (1, 1):
        raise Refusal("file.no_such_page", "page", page=last)
    leaf = leaf_of(_picture(data))
    if progress:
        progress(1, 1)
    return [leaf]


def read(data: bytes, progress: Progress | None = None) -> Laid:
    """The text of the picture. Raises `Refusal`: `file.empty`, `file.too_large`, `file.too_many_pixels`,
    `file.damaged`, `file.needs_ocr`."""
    return join(read_pages(data, 1, 1, progress), FORM)


def picture(data: bytes, page: int, width: int) -> bytes:
    """The picture as PNG, `width` pixels wide. Raises `Refusal`: `file.no_such_page`, as `read`."""
    if page != 1:
        raise Refusal("file.no_such_page", "page", page=page)
    image = _decoded(data, width)
    return png(image, width)


def png(image: Image.Image, width: int) -> bytes:
    """A picture as PNG, `width` pixels wide; grey stays grey."""
    height = max(1, round(image.height * width / image.width))
    if image.size != (width, height):
        image = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=6)
    return out.getvalue()


def grey(image: Image.Image) -> Image.Image:
    """The page in grey as red glass shows it: red stamps vanish, black and blue ink stays."""
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        image = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    if image.mode in {"L", "1", "I", "I;16", "F"}:
        return image.convert("L")
    return image.convert("RGB").getchannel("R")


def _open(data: bytes) -> Image.Image:
    """The picture, not yet decoded."""
    if not data:
        raise Refusal("file.empty", "file")
    if len(data) > LIMIT_MB * 1_000_000:
        raise Refusal("file.too_large", "file", limit=LIMIT_MB)
    try:
        image = Image.open(io.BytesIO(data), formats=_FORMATS)
    except (OSError, ValueError, SyntaxError) as error:
        raise Refusal("file.damaged", "file") from error
    if image.width * image.height > LIMIT_PIXELS:
        raise Refusal("file.too_many_pixels", "file", limit=LIMIT_PIXELS // 1_000_000)
    return image


def _decoded(data: bytes, width: int = 0) -> Image.Image:
    """The picture upright, decoded only as finely as a width asks for, where the format can."""
    image = _open(data)
    try:
        if width:
            image.draft(None, (width, width))
        image.load()
        upright: Any = ImageOps.exif_transpose(image)
    except (OSError, ValueError, SyntaxError, MemoryError) as error:
        raise Refusal("file.damaged", "file") from error
    made: Image.Image = upright
    return made if made.mode in {"L", "RGB"} or not width else made.convert("RGB")


def _picture(data: bytes) -> Picture:
    image = _decoded(data)
    dpi = _resolution(image)
    flat = grey(image)
    width, height = 72 * flat.width / dpi, 72 * flat.height / dpi
    wanted = _SMALLER if dpi > _MOST else _LARGER if dpi < _LEAST else dpi
    if wanted != dpi:
        share = wanted / dpi
        size = max(1, round(flat.width * share)), max(1, round(flat.height * share))
        flat = flat.resize(size, Image.Resampling.BICUBIC, reducing_gap=2.0)
    return Picture(flat, width, height)


def _resolution(image: Image.Image) -> float:
    """Dots per inch: as the file says where that gives a sheet of paper, else as if it were an A4 page."""
    longer = max(image.size)
    said = image.info.get("dpi", (0, 0))
    dpi = float(said[0]) if isinstance(said, tuple) and said else 0.0
    if dpi > 0 and _PLAUSIBLE[0] <= longer / dpi <= _PLAUSIBLE[1]:
        return dpi
    return longer / _HIGH
