"""Small rules of official wording shared by every kind of document: clean text, marks at line ends, lists, numerals."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from haidang.domain.drafting.blocks import Bullet, Paragraph, Run
from haidang.domain.terms import dates
from haidang.domain.terms.refusal import Refusal
from haidang.domain.terms.text import nfc, squash

# Characters that no XML file may hold (XML 1.0, production Char), and so no office document either.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_EMPHASIS = re.compile(r"(\*{1,3})(?=\S)(.+?)(?<=\S)\1")
_ITEM_MARK = re.compile(r"^(?:[-–—+•*]\s+)+")
_GROUND = re.compile(r"^(?:căn cứ|thực hiện|theo|xét)\b", re.IGNORECASE)
_UNIT = re.compile(r" (?=(?:TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|ĐẶC KHU) )")
_LONG_ISSUER = 22
_ROMAN = ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1)


def refuse_forbidden(text: str, field: str = "") -> str:
    """Return the text unchanged. Raises `Refusal("text.control_characters", field)` where no file could hold it."""
    if _FORBIDDEN.search(text):
        raise Refusal("text.control_characters", field)
    return text


def plain(text: str, field: str = "") -> str:
    """Text as a document prints it: NFC, one blank between words, no Markdown emphasis.

    White space of any kind (tabs, line and page breaks) becomes one blank. Raises
    `Refusal("text.control_characters", field)` for characters that are neither text nor white space.
    """
    return _EMPHASIS.sub(r"\2", squash(nfc(refuse_forbidden(squash(text), field))))


def item(text: str, field: str = "") -> str:
    """The text of one list item: plain, without the dash it may have been typed with."""
    return _ITEM_MARK.sub("", plain(text, field))


def sentence(text: str) -> str:
    """The text as a sentence: a capital first, and a full stop unless it already ends as a sentence or a list opens."""
    bare = text.rstrip(" ;,")
    bare = bare[:1].upper() + bare[1:]
    return bare if bare.endswith((".", "!", "?", ":", "…")) or not bare else f"{bare}."


def end_mark(text: str) -> str:
    """The last sentence of a document, closed with "./." as practice has it."""
    return f"{text.rstrip(' ./;,')}./."


def grounds(written: Sequence[str], field: str) -> tuple[str, ...]:
    """Grounds (căn cứ) one to a line: each begins with a word of ground and ends in ";", the last in "."."""
    lines = [item(line, field).rstrip(" .;,") for line in written]
    lines = [line if _GROUND.match(line) else f"Căn cứ {line}" for line in lines if line]
    return tuple(f"{line}{'.' if place == len(lines) else ';'}" for place, line in enumerate(lines, start=1))


def recipient_lines(written: Sequence[str], filed: str, *, as_above: bool, field: str) -> tuple[str, ...]:
    """The lines under "Nơi nhận": `- …;` each, the last `- Lưu: …` with a full stop.

    `as_above` begins the list with "Như trên", for a document that names its addressees under the title.
    """
    names = [item(line, field).rstrip(" .;,") for line in written]
    lines = ["Như trên"] if as_above else []
    lines += [name for name in names if name]
    return (*(f"- {line};" for line in lines), f"- Lưu: {plain(filed, field).rstrip(' .;,')}.")


def capitals(text: str, field: str = "") -> str:
    """Lines in capitals, each plain; line breaks are kept, since a long name may be broken by hand."""
    return "\n".join(plain(line, field).upper() for line in text.splitlines() if line.strip())


def issuer_lines(name: str, field: str = "") -> str:
    """An issuer's name in capitals; a long one stands in two lines, broken before its unit unless broken by hand.

    `Ủy ban nhân dân tỉnh An Hải` → `ỦY BAN NHÂN DÂN` over `TỈNH AN HẢI`, as the decree's model has it.
    """
    text = capitals(name, field)
    unit = list(_UNIT.finditer(text)) if "\n" not in text and len(text) > _LONG_ISSUER else []
    return f"{text[: unit[-1].start()]}\n{text[unit[-1].end() :]}" if unit else text


def listed(names: Iterable[str]) -> str:
    """Names in one line: `A, B, C`; with ";" where a name holds a comma itself (Sở Văn hóa, Thể thao và Du lịch)."""
    found = list(names)
    return ("; " if any("," in name for name in found) else ", ").join(found)


def roman(number: int) -> str:
    """The number of a part, 1–39: I, II, III, IV, …"""
    text, rest = "", number
    for sign, value in _ROMAN:
        while rest >= value:
            text, rest = text + sign, rest - value
    return text


def day_short(day: dt.date) -> str:
    """A day in running text with the zeros of an official document: `05/02/2026`, `05/8/2026`."""
    return f"{dates.day_written(day.day)}/{dates.month_written(day.month)}/{day.year}"


def paragraph(text: str, field: str = "") -> Paragraph:
    """A paragraph of one look, ending as a sentence does."""
    return Paragraph((Run(sentence(plain(text, field))),))


def bullet(text: str, field: str = "") -> Bullet:
    """A dash item of one look, ending as a sentence does."""
    return Bullet((Run(sentence(item(text, field))),))
