"""The bodies that a document lays something on or addresses, with the place of each name in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from haidang.domain.checks.findings import Paper
from haidang.domain.checks.words import flat
from haidang.domain.directives.reading import Span
from haidang.domain.terms.text import fold
from haidang.domain.units.registry import the_one, units_named
from haidang.domain.units.table import Level

_PROVINCE_NAME = re.compile(r"(?i:tỉnh|thành\s+phố)\s+(?P<name>[A-ZĐÀ-Ỹ][^\W\d_]*(?:\s[A-ZĐÀ-Ỹ][^\W\d_]*){0,3})")
_HEAD = 3000


@dataclass(frozen=True, slots=True)
class Named:
    """A name as written and where it stands; `role` is lead, support, addressee, recipient or issuer."""

    name: str
    start: int
    end: int
    role: str


def named(paper: Paper) -> Iterator[Named]:
    """The issuer, leads and supports of duties, addressees, recipients, in this order, each name once per role."""
    reading = paper.reading
    seen: set[tuple[str, str]] = set()
    if reading.head.issuer:
        yield _placed(paper, reading.head.issuer, reading.spans.get("issuer"), "issuer")
    for duty in reading.duties:
        for role, names in (("lead", duty.leads), ("support", duty.supports)):
            for name in names:
                if (role, fold(name)) not in seen:
                    seen.add((role, fold(name)))
                    yield _placed(paper, name, duty.span, role)
    for role, names in (("addressee", reading.head.addressees), ("recipient", reading.head.recipients)):
        for order, name in enumerate(names):
            spot = reading.spans.get(f"{role}.{order}")
            if (role, fold(name)) not in seen:
                seen.add((role, fold(name)))
                yield _placed(paper, name, spot, role)


def province_of(paper: Paper) -> str | None:
    """The official code of the province a document belongs to: of its issuer, else the first one its head names."""
    value = flat(paper.text)
    issuer = paper.reading.head.issuer or ""
    for text in (issuer, value[:_HEAD]):
        for found in _PROVINCE_NAME.finditer(text):
            best = the_one(units_named(" ".join(found[0].split()), on=paper.day))
            if best is not None and best.unit.level is Level.PROVINCE and best.why[0] in ("exact", "alias"):
                return best.unit.code
    return None


def _placed(paper: Paper, name: str, near: Span | None, role: str) -> Named:
    """The nearest place of the name at or before its duty, else the duty itself; a heading names its doers before."""
    words = r"\s+".join(map(re.escape, name.split()))
    pattern = re.compile(words.replace("UBND", r"(?:UBND|Ủy\s+ban\s+nhân\s+dân)"), re.IGNORECASE)
    value = flat(paper.text)
    if near is not None:
        inside = pattern.search(value, near.start, near.end)
        before = inside or max(pattern.finditer(value, 0, near.start), key=lambda m: m.start(), default=None)
        found = before or pattern.search(value, near.end)
    else:
        found = pattern.search(value)
    if found is not None:
        return Named(name, found.start(), found.end(), role)
    return Named(name, near.start if near else 0, near.end if near else 0, role)
