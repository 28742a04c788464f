"""The vocabulary of Word's files as far as it is read."""

from typing import Any

from haidang.formats.markup import Element, parse_xml
from haidang.formats.package import Package

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# ISO 29500 "strict" writes the same vocabulary under other names.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", _MAIN.encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def w(name: str) -> str:
    """A name of the main vocabulary as lxml writes it."""
    return f"{{{_MAIN}}}{name}"


VAL = w("val")
ALTERNATE = f"{_COMPATIBILITY}AlternateContent"
CHOICE = f"{_COMPATIBILITY}Choice"
FALLBACK = f"{_COMPATIBILITY}Fallback"
MATH_TEXT = f"{_MATH}t"
MATH = frozenset((f"{_MATH}oMath", f"{_MATH}oMathPara"))
TEXT_BOX = w("txbxContent")
# What only wraps the text that is read; what was deleted or moved away is not among it.
WRAPPERS = frozenset(
    w(name)
    for name in (
        "hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo", "ruby",
        "rubyBase",
    )
)  # fmt: skip
_OFF = frozenset(("0", "false", "off", "none"))


def part(package: Package, name: str) -> Element | None:
    """The root of an XML part, strict names made the usual ones; None where there is no such part."""
    data = package.part(name)
    if data is None:
        return None
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    return parse_xml(data)


def is_on(properties: Element | None, name: str) -> bool | None:
    """A switch of a run or paragraph: on, off, or None where it says nothing."""
    found = properties.find(name) if properties is not None else None
    return None if found is None else found.get(VAL, "1") not in _OFF


def value(parent: Element | None, name: str) -> str | None:
    """The value of a child, or None."""
    found: Any = parent.find(name) if parent is not None else None
    return None if found is None else found.get(VAL)
