"""Pages as a scanner would have made them, for benches and tests: text set on A4, printed, laid askew, dirtied.

Nothing here reads; what is printed here is read back to know how well reading goes.
"""

import io
import random
from dataclasses import dataclass, field

from PIL import Image, ImageDraw, ImageFilter, ImageFont

# A4 and the margins of the Decree (left 30 mm, right 15–20 mm, top and bottom 20 mm), in points.
WIDTH, HEIGHT = 595.3, 841.9
_LEFT, _RIGHT, _TOP, _BOTTOM = 85.0, 547.0, 62.0, 785.0
_SIZE, _LEADING, _AFTER, _INDENT = 14.0, 1.25, 6.0, 36.0
_FOOT_SIZE = 12.0


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (`body`), a line in the middle (`centre`), or two columns side by side (`pair`)."""

    kind: str
    text: str = ""
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """A word in its place: page from 0, left end and base line in points, size in points."""

    page: int
    left: float
    base: float
    size: float
    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Scanner:
    """How the page is scanned: dots per inch, degrees askew, share of noise from 0 to 1, JPEG quality."""

    dpi: int = 200
    skew: float = 1.0
    noise: float = 0.08
    quality: int = 60


@dataclass(slots=True)
class _Press:
    """Where the next line goes."""

    regular: ImageFont.FreeTypeFont
    heavy: ImageFont.FreeTypeFont
    page: int = 0
    base: float = _TOP + _SIZE
    words: list[Printed] = field(default_factory=list)

    def width(self, text: str, size: float, bold: bool) -> float:
        font = self.heavy if bold else self.regular
        return font.getlength(text) * size / font.size

    def feed(self, height: float) -> None:
        self.base += height
        if self.base > _BOTTOM:
            self.page += 1
            self.base = _TOP + _SIZE

    def lines(self, text: str, width: float, size: float, *, indent: float, bold: bool) -> list[list[str]]:
        """The words of each line of a paragraph."""
        made: list[list[str]] = [[]]
        reach = indent
        blank = self.width(" ", size, bold)
        for word in text.split():
            wide = self.width(word, size, bold)
            if made[-1] and reach + blank + wide > width:
                made.append([])
                reach = 0.0
            reach += wide + (blank if made[-1] else 0.0)
            made[-1].append(word)
        return made

    def put(self, words: list[str], left: float, base: float, size: float, *, blank: float, bold: bool) -> None:
        for word in words:
            self.words.append(Printed(self.page, left, base, size, word, bold))
            left += self.width(word, size, bold) + blank


def set_type(blocks: list[Block], fonts: tuple[str, str]) -> list[Printed]:
    """The words of a document in their places. `fonts` are the files of the regular and the bold face."""
    press = _Press(ImageFont.truetype(fonts[0], 100), ImageFont.truetype(fonts[1], 100))
    for block in blocks:
        if block.kind == "pair":
            _pair(press, block)
        else:
            _paragraph(press, block)
    for page in range(1, press.page + 1):
        press.words.append(Printed(page, WIDTH / 2 - 4, 42, _SIZE, str(page + 1)))
    return press.words


def scanned(words: list[Printed], fonts: tuple[str, str], scanner: Scanner) -> list[Image.Image]:
    """A grey picture of every page, as that scanner makes it; the same every time."""
    scale = scanner.dpi / 72
    faces: dict[tuple[float, bool], ImageFont.FreeTypeFont] = {}
    pages = [
        Image.new("L", (round(WIDTH * scale), round(HEIGHT * scale)), 255)
        for _ in range(1 + max((word.page for word in words), default=0))
    ]
    pens = [ImageDraw.Draw(page) for page in pages]
    for word in words:
        look = (word.size, word.bold)
        if look not in faces:
            faces[look] = ImageFont.truetype(fonts[word.bold], word.size * scale)
        pens[word.page].text((word.left * scale, word.base * scale), word.text, fill=20, font=faces[look], anchor="ls")
    return [_aged(page, scanner, random.Random(number)) for number, page in enumerate(pages)]


def _paragraph(press: _Press, block: Block) -> None:
    centred = block.kind == "centre"
    indent = 0.0 if centred else _INDENT
    width = _RIGHT - _LEFT
    lines = press.lines(block.text, 0.9 * width if centred else width, _SIZE, indent=indent, bold=block.bold)
    for order, words in enumerate(lines):
        plain = press.width(" ", _SIZE, block.bold)
        said = sum(press.width(word, _SIZE, block.bold) for word in words)
        start = indent if order == 0 else 0.0
        blank, left = plain, _LEFT + start
        if centred:
            left = _LEFT + (width - said - plain * (len(words) - 1)) / 2
        elif order < len(lines) - 1 and len(words) > 1:
            blank = (width - start - said) / (len(words) - 1)
        press.put(words, left, press.base, _SIZE, blank=blank, bold=block.bold)
        press.feed(_SIZE * _LEADING)
    press.feed(_AFTER)


def _pair(press: _Press, block: Block) -> None:
    """Two columns from the same height down; the left one to its margin, the right one in the middle of its half."""
    middle = _LEFT + 0.45 * (_RIGHT - _LEFT)
    if press.base + _FOOT_SIZE * _LEADING * max(len(block.left), len(block.right)) > _BOTTOM:
        press.feed(HEIGHT)
    top, lowest = press.base, press.base
    for texts, start, end, centred in ((block.left, _LEFT, middle - 8, False), (block.right, middle, _RIGHT, True)):
        press.base = top
        for text in texts:
            for words in press.lines(text, end - start, _FOOT_SIZE, indent=0.0, bold=centred):
                blank = press.width(" ", _FOOT_SIZE, centred)
                said = press.width(" ".join(words), _FOOT_SIZE, centred)
                left = start + max(0.0, (end - start - said) / 2) if centred else start
                press.put(words, left, press.base, _FOOT_SIZE, blank=blank, bold=centred)
                press.base += _FOOT_SIZE * _LEADING
        lowest = max(lowest, press.base)
    press.base = lowest
    press.feed(_AFTER)


def _aged(page: Image.Image, scanner: Scanner, chance: random.Random) -> Image.Image:
    """The page askew, a little out of focus, with grain, and through JPEG."""
    if scanner.skew:
        angle = scanner.skew * chance.choice((-1, 1)) * chance.uniform(0.8, 1.2)
        page = page.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    if scanner.noise:
        page = page.filter(ImageFilter.GaussianBlur(0.4 * scanner.dpi / 200))
        grain = Image.frombytes("L", (256, 256), chance.randbytes(65536))
        cover = Image.new("L", page.size)
        for left in range(0, page.width, 256):
            for top in range(0, page.height, 256):
                cover.paste(grain.rotate(chance.choice((0, 90, 180, 270))), (left, top))
        page = Image.blend(page, cover, scanner.noise)
    if scanner.quality:
        held = io.BytesIO()
        page.save(held, "JPEG", quality=scanner.quality, dpi=(scanner.dpi, scanner.dpi))
        page = Image.open(io.BytesIO(held.getvalue()))
        page.load()
    return page
