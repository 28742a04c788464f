"""Acts cited anywhere in a document: number and symbol, the day given for them, where they stand."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from haidang.domain.checks.days import Written, day_at
from haidang.domain.checks.findings import Paper
from haidang.domain.checks.words import flat
from haidang.domain.directives.wordlists import KIND_CODES, UP, any_of

_KIND = re.compile(rf"(?<!\w)({any_of(KIND_CODES)})", re.IGNORECASE)
_TO_NUMBER = re.compile(r"\s+(?P<more>(?:[^\W\d_]+\s+){0,3}?)(?:số\s*:?\s*)?")
_NUMBER = re.compile(
    rf"(?<![\w/.,\-])\d{{1,5}}\s?(?:/\s?(?P<year>(?:19|20)\d\d)\s?)?[/\-–]\s?(?:[{UP}][\w()]*)"
    rf"(?:\s?[-–/&]\s?[{UP}\d][\w()]*|\s(?=\d+/[{UP}])\d+/[{UP}]+)*"
)
_DATED = re.compile(r"[\s,]*(?:\([^)]{0,30}\)\s*)?(?:(?:ký|ban hành)\s+)?(?:ngày\s+)+")
_ISSUER = re.compile(r"\s*,?\s*của\s+((?:[^\W\d_]+\s*){1,6})")
# Symbols that one body alone gives: the same number in the same year is the same act, whoever cites it.
_ONE_BODY = re.compile(r"TTG|[-/]CP$|[-/]CP[-/]|QH\d|UBTVQH|/TW$|/TT-B|VPCP|NQ-CP|BCĐ138/CP")
_BEFORE = 60
_TITLE = 400
_SENTENCE_END = re.compile(r"[.;]\s")


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation. `kind` is the code of the word before it (None where none stands there), `adjacent` whether only
    "số" stands between them; `key` the number in one spelling, `year` the year inside the number, `written` the day
    given, `issuer` the first words after "của"."""

    kind: str | None
    adjacent: bool
    number: str
    key: str
    year: int | None
    written: Written | None
    issuer: str
    start: int
    end: int

    @property
    def date(self) -> dt.date | None:
        """The whole day given for it."""
        return self.written.whole if self.written else None

    @property
    def of_one_body(self) -> bool:
        """Whether its symbol belongs to one body, so that number and year name one act."""
        return bool(_ONE_BODY.search(self.key))


def key_of(number: str) -> str:
    """The number and symbol in one spelling: capitals, no blanks, plain strokes."""
    return re.sub(r"\s", "", number).replace("–", "-").upper()


def citations(paper: Paper) -> tuple[Cited, ...]:
    """Every citation by number in the document, in order; its own number at the head is none."""
    own = paper.reading.spans.get("number")
    found = _citations(paper.text)
    return tuple(c for c in found if own is None or not own.start <= c.start < own.end)


def in_title_of_act(paper: Paper, position: int) -> bool:
    """Whether a place belongs to the title of an act cited before it in the same sentence."""
    value = flat(paper.text)
    before = [cited for cited in citations(paper) if position - _TITLE < cited.end <= position]
    return any(not _SENTENCE_END.search(value, cited.end, position) for cited in before[-1:])


@lru_cache(maxsize=8)
def _citations(text: str) -> tuple[Cited, ...]:
    return tuple(_read(text, found) for found in _NUMBER.finditer(flat(text)))


def _read(text: str, found: re.Match[str]) -> Cited:
    value = flat(text)
    number = found[0].rstrip(" -–/&")
    end = found.start() + len(number)
    kind, adjacent = _kind_before(value, found.start())
    dated = _DATED.match(value, end)
    written = day_at(text, dated.end(), dated.end() + 30) if dated else None
    if written is not None and dated is not None and written.start != dated.end():
        written = None
    if written is not None:
        end = written.end
    issued = _ISSUER.match(value, end)
    issuer = " ".join(issued[1].lower().split()[:6]) if issued else ""
    return Cited(
        kind, adjacent, number, key_of(number), int(found["year"]) if found["year"] else None, written, issuer,
        found.start(), end,
    )  # fmt: skip


def _kind_before(value: str, at: int) -> tuple[str | None, bool]:
    """The kind named last before a number, up to three words away, and whether only "số" stands between."""
    for named in reversed(list(_KIND.finditer(value, max(0, at - _BEFORE), at))):
        if between := _TO_NUMBER.fullmatch(value, named.end(), at):
            return KIND_CODES[" ".join(named[1].lower().split())], not between["more"]
    return None, False
