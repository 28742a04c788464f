"""Letters set in fonts from before Unicode, and signs of symbol fonts, as the characters they show."""

from haidang.domain.terms.intake import from_tcvn3, from_vni

_PRIVATE = range(0xF000, 0xF100)
# Signs of the font "Symbol" that stand in official texts; other signs of symbol fonts only decorate.
_SYMBOL = {
    0x2B: "+", 0x2D: "-", 0x3C: "<", 0x3D: "=", 0x3E: ">", 0xA3: "≤", 0xB3: "≥", 0xB0: "°", 0xB1: "±", 0xB4: "×",
    0xD7: "⋅", 0xB9: "≠", 0xAE: "→",
}  # fmt: skip
# Dots, dashes and ticks that open an item.
BULLET = "•"


def old_font(name: str | None) -> str:
    """The encoding behind a font's name: `tcvn3` (.VnTime), `TCVN3` (its capitals .VnTimeH), `vni` or nothing."""
    if not name:
        return ""
    if name.startswith(".Vn"):
        return "TCVN3" if name.endswith("H") else "tcvn3"
    return "vni" if name.upper().startswith("VNI-") else ""


def from_old_font(text: str, encoding: str) -> str:
    """The letters that such a font shows. Text that holds Unicode letters was typed in Unicode and stays."""
    if text.isascii() or any(ord(c) > 0xFF and c.isalpha() for c in text):
        return text.upper() if encoding == "TCVN3" else text
    if encoding == "vni":
        return from_vni(text)
    letters = from_tcvn3(text)
    return letters.upper() if encoding == "TCVN3" else letters


def is_symbol_font(name: str | None) -> bool:
    """Whether a font shows signs in the place of letters."""
    return bool(name) and str(name).lower().startswith(("wingdings", "webdings", "symbol", "zapf dingbats"))


def sign(code: int, font: str | None) -> str:
    """What a sign of a symbol font stands for: a mathematical sign, else a bullet."""
    low = code - _PRIVATE.start if code in _PRIVATE else code
    if not font or font.lower().startswith("symbol"):
        return _SYMBOL.get(low, BULLET)
    return BULLET


def has_private(text: str) -> bool:
    """Whether a text holds characters of symbol fonts."""
    return any(0xF000 <= ord(c) < 0xF100 for c in text)


def shown(text: str, font: str | None) -> str:
    """A text with the characters of symbol fonts replaced by what they stand for."""
    return "".join(sign(ord(c), font) if 0xF000 <= ord(c) < 0xF100 else c for c in text)


def open_with_dash(text: str) -> str:
    """A paragraph that opens with a bullet of a symbol font opens with a dash."""
    if BULLET not in text:
        return text
    stripped = text.lstrip()
    if stripped.startswith(BULLET):
        return "- " + stripped[1:].lstrip(" \t" + BULLET)
    return text
