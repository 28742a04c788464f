"""Numbers as Vietnamese documents print them: a point between thousands, a comma before decimals (1.234,5)."""

import re
from decimal import Decimal

from haidang.domain.terms.refusal import Refusal

_GROUPED = re.compile(r"^([+-]?)(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$")
_COMMA = re.compile(r"^([+-]?)(\d+)(?:,(\d+))?$")
_POINT = re.compile(r"^([+-]?)(\d+)\.(\d+)$")


def format_number(value: Decimal | int | float, places: int | None = None) -> str:
    """Print a number: 1234.5 → "1.234,5". `places` fixes the decimals; without it, as many as the value has."""
    number = value if isinstance(value, Decimal) else Decimal(str(value))
    if places is not None:
        number = round(number, places)
    sign, text = ("-" if number < 0 else ""), f"{abs(number):f}"
    whole, _, part = text.partition(".")
    if places is None:
        part = part.rstrip("0")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{sign}{grouped},{part}" if part else f"{sign}{grouped}"


def parse_number(written: str) -> Decimal:
    """Read a number: "1.234,5", "1234,5", "1234.5", "1.234" (one thousand two hundred thirty-four).

    Raises `Refusal("number.unreadable")` for anything else, also for what could be read in two ways ("1,234.5").
    """
    text = re.sub(r"\s", "", written).replace("−", "-")
    if found := _GROUPED.match(text):
        return _decimal(found[1], found[2].replace(".", ""), found[3])
    if (found := _COMMA.match(text)) or (found := _POINT.match(text)):
        return _decimal(found[1], found[2], found[3])
    raise Refusal("number.unreadable")


def _decimal(sign: str, whole: str, part: str | None) -> Decimal:
    return Decimal(f"{sign}{whole}.{part or '0'}") if part else Decimal(f"{sign}{whole}")
