"""Numbers as files write them, and counting as word processors print it."""

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LARGEST_ROMAN = 3_999
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MOST_REPEATED = 10
_UNITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def number(written: str | None, default: int) -> int:
    """A whole number of the file, or the default where it is none; files of strangers write anything."""
    try:
        return int(written) if written is not None and len(written) < 12 else default
    except ValueError:
        return default


def numeral(kind: str, count: int) -> str:
    """The number as the kind prints it (names as in OOXML's `numFmt`); an unknown kind prints figures."""
    if kind == "none":
        return ""
    if kind == "decimalZero":
        return f"{count:02d}"
    if kind in ("upperRoman", "lowerRoman") and 0 < count <= _LARGEST_ROMAN:
        return _roman(count) if kind == "upperRoman" else _roman(count).lower()
    if kind in ("upperLetter", "lowerLetter") and 0 < count <= len(_LETTERS) * _MOST_REPEATED:
        letters = _letters(count)
        return letters.upper() if kind == "upperLetter" else letters
    if kind in ("vietnameseCounting", "cardinalText") and 0 < count < 100:
        return _words(count)
    return str(count)


def _roman(count: int) -> str:
    out = []
    for size, sign in _ROMAN:
        times, count = divmod(count, size)
        out.append(sign * times)
    return "".join(out)


def _letters(count: int) -> str:
    """a … z, aa, bb …: the letter repeated, as word processors count."""
    again, place = divmod(count - 1, len(_LETTERS))
    return _LETTERS[place] * (again + 1)


def _words(count: int) -> str:
    tens, ones = divmod(count, 10)
    if tens == 0:
        return _UNITS[ones]
    head = "mười" if tens == 1 else f"{_UNITS[tens]} mươi"
    last = {0: "", 1: " mốt" if tens > 1 else " một", 5: " lăm"}.get(ones, f" {_UNITS[ones]}")
    return head + last
