"""The letters that a page of a PDF gives, as lines of words with their boxes; fonts from before Unicode translated."""

import ctypes
import re
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from haidang.domain.terms.intake import from_tcvn3, from_vni
from haidang.formats.leaves.leaf import Word
from haidang.formats.pdf.placing import placing

# A blank that pdfium supposes is one only where the gap is at least so wide, in letter heights.
_SUPPOSED = 0.12
# Letters so much smaller than those before, and so much higher at the foot, are raised.
_SMALLER, _HIGHER = 0.78, 0.2
# The loose box of a letter is higher than the letters are said to be.
_LOOSE = 1.15
_LEGACY = re.compile(r"(?:[A-Z]{6}\+)?(?:(\.Vn)|(VNI-))(\w*)")
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Font:
    """What the name of a font tells: bold, the encoding of its letters if not Unicode, letters printed as capitals."""

    bold: bool = False
    encoding: str = ""
    capitals: bool = False


@dataclass(slots=True)
class Letters:
    """The lines of a page, how many letters could not be told, how many are not shown, and old encodings met."""

    lines: list[list[Word]]
    count: int = 0
    unknown: int = 0
    hidden: int = 0
    encodings: tuple[str, ...] = ()


class _Maker:
    """Letters to words to lines, one page."""

    def __init__(self, page: pdfium.PdfPage, text: raw.FPDF_TEXTPAGE) -> None:
        self.text = text
        self.place = placing(page)
        self.fonts: dict[int, tuple[Font, bool]] = {}
        self.made = Letters([[]])
        self.encodings: dict[str, None] = {}
        self.codes: list[str] = []
        self.box = (0.0, 0.0, 0.0, 0.0)
        self.font = Font()
        self.shown = True
        self.gap = False
        self.gap_before = False

    def read(self) -> Letters:
        """All letters of the page."""
        rect, unicode, loose = raw.FS_RECTF(), raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
        reference = ctypes.byref(rect)
        for index in range(raw.FPDFText_CountChars(self.text)):
            code = unicode(self.text, index)
            if code in {10, 13}:
                self.end_line()
            elif code in {32, 160, 9, 0x3000, 0x2002, 0x2003}:
                self.gap = self.gap or raw.FPDFText_IsGenerated(self.text, index) == 1
                self.end_word(blank=True)
            elif loose(self.text, index, reference):
                self.letter(index, code, self.place(rect.left, rect.top, rect.right, rect.bottom))
        self.end_line()
        self.made.lines = [line for line in self.made.lines if line]
        self.made.encodings = tuple(self.encodings)
        return self.made

    def letter(self, index: int, code: int, box: tuple[float, float, float, float]) -> None:
        """One letter, to the word that is open or as the first of a new one."""
        self.made.count += 1
        if code == 0 or code == 0xFFFD or 0xE000 <= code < 0xF900 or code > 0x10FFFF or 0xD800 <= code < 0xE000:
            # Bullets of symbol fonts come from the private range; they are no sign of a broken table of letters.
            if 0xF000 <= code < 0xF100 and not self.codes:
                code = 0x2022
            else:
                self.made.unknown += 1
                code = 0xFFFD
        if not self.codes:
            self.font, self.shown = self.font_of(index)
            self.box = box
        else:
            left, top, right, bottom = self.box
            self.box = (min(left, box[0]), min(top, box[1]), max(right, box[2]), max(bottom, box[3]))
        if not self.shown:
            self.made.hidden += 1
        self.codes.append(chr(code))

    def end_word(self, *, blank: bool = False) -> None:
        """Close the open word."""
        if not self.codes:
            return
        text = "".join(self.codes)
        if self.font.encoding:
            text = from_tcvn3(text) if self.font.encoding == "tcvn3" else from_vni(text)
            text = text.upper() if self.font.capitals else text
        left, top, right, bottom = self.box
        size = max(1.0, (bottom - top) / _LOOSE)
        line = self.made.lines[-1]
        last = line[-1] if line else None
        raised = bool(
            last and size < _SMALLER * last.size and last.bottom - bottom > _HIGHER * last.size and bottom > last.top
        )
        if last and self.gap_before and not raised and left - last.right < _SUPPOSED * size and self.same(last):
            last.text += text
            last.right = max(last.right, right)
        elif self.shown and text.strip():
            line.append(Word(text, left, top, right, bottom, size, self.font.bold, raised=raised))
        self.codes = []
        self.gap_before = self.gap and blank
        self.gap = False

    def same(self, last: Word) -> bool:
        """Whether a word is set like the one before it."""
        return last.bold == self.font.bold and abs(last.bottom - self.box[3]) < 0.2 * last.size

    def end_line(self) -> None:
        """Close the open line."""
        self.end_word()
        self.gap_before = False
        if self.made.lines[-1]:
            self.made.lines.append([])

    def font_of(self, index: int) -> tuple[Font, bool]:
        """The font a letter is set in, and whether it is shown at all."""
        item = raw.FPDFText_GetTextObject(self.text, index)
        address = ctypes.cast(item, ctypes.c_void_p).value or 0
        if address not in self.fonts:
            shown = not item or raw.FPDFTextObj_GetTextRenderMode(item) != raw.FPDF_TEXTRENDERMODE_INVISIBLE
            font = _read_font(self.text, index)
            self.fonts[address] = (font, shown)
            if font.encoding:
                self.encodings[font.encoding] = None
        return self.fonts[address]


def letters(page: pdfium.PdfPage) -> Letters:
    """The lines of words of a page, in the order of the file."""
    text = raw.FPDFText_LoadPage(page)
    if not text:
        return Letters([])
    try:
        return _Maker(page, text).read()
    finally:
        raw.FPDFText_ClosePage(text)


def _read_font(text: raw.FPDF_TEXTPAGE, index: int) -> Font:
    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(text, index, buffer, 128, ctypes.byref(flags))
    name = buffer.value.decode("utf-8", "replace")
    bold = bool(_BOLD.search(name)) or raw.FPDFText_GetFontWeight(text, index) >= 600
    found = _LEGACY.match(name)
    if not found:
        return Font(bold)
    encoding = "tcvn3" if found[1] else "vni"
    return Font(bold, encoding, encoding == "tcvn3" and found[3].endswith("H"))
