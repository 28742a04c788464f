"""What a check is made of: the paper that is checked, the slips a rule reports, and the findings people read."""

import datetime as dt
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

from haidang.domain.checks.parts import Parts, parts
from haidang.domain.directives.reading import Reading

_HEAD = 2500
_YEAR_OF_DAY = re.compile(r"(?<=,)\s*ngày[\s\d._…]*tháng[\s\d._…]*năm\s*(20\d\d)\b")
_YEAR_OF_TITLE = re.compile(r"(?<!đến )\bnăm (?:học )?(20\d\d)\s*$")


class Kind(StrEnum):
    """What sort of thing is wrong."""

    FORM = "form"
    DATE = "date"
    CITATION = "citation"
    STALE = "stale"
    UNIT = "unit"
    TERM = "term"
    SPELLING = "spelling"
    DEADLINE = "deadline"
    COMPETENCE = "competence"


class Severity(StrEnum):
    """How much it matters: an error is wrong by a confirmed rule, a warning should be looked at, a note is advice."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Outcome(StrEnum):
    """What one rule says about one document; `NOT_EVALUATED` where it concerns it but lacks a fact it needs."""

    PASS = "pass"
    FAIL = "fail"
    NOT_APPLICABLE = "not_applicable"
    NOT_EVALUATED = "not_evaluated"


@dataclass(frozen=True, slots=True)
class Slip:
    """One thing a rule found: `found` as written, `expected` where it is known, `start`–`end` in the text.

    Without a place it concerns the whole document. `message` names one of the rule's messages, whose placeholders
    `values` fill (`found` and `expected` are always among them).
    """

    found: str
    expected: str | None = None
    start: int | None = None
    end: int | None = None
    message: str = "default"
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """A slip as people read it. `line` is the physical line, from 1; None for the whole document.

    `rule` is the code of the rule, `source` the clause it rests on, `unconfirmed` true where that source was not seen
    by us: such a finding is never an error and its message says so.
    """

    line: int | None
    kind: Kind
    found: str
    expected: str | None
    message: str
    rule: str
    severity: Severity
    source: str
    unconfirmed: bool = False
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """The document under check: its reading, the day of the check, whether its letters were recognised from pictures.

    `text` is the reading's text; `lines` its physical lines; `parts` where head, recipients and signature stand.
    """

    reading: Reading
    today: dt.date
    parts: Parts
    scanned: bool = False
    lines: tuple[str, ...] = ()
    starts: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The text that every place points into."""
        return self.reading.text

    def line_at(self, position: int) -> int:
        """The physical line (from 1) on which a character stands."""
        return bisect_right(self.starts, position)

    @property
    def day(self) -> dt.date:
        """The day whose law the document must meet: its own date, else the end of the year it is for, else today."""
        return self.dated or self.for_year or self.today

    @property
    def for_year(self) -> dt.date | None:
        """The last day of the year that head or title name, where it is past: a draft bears no whole date."""
        day = _YEAR_OF_DAY.search(self.text, 0, _HEAD)
        named = day or _YEAR_OF_TITLE.search(self.reading.head.title or "")
        last = dt.date(int(named[1]), 12, 31) if named else None
        return last if last and last < self.today else None

    @property
    def dated(self) -> dt.date | None:
        """The day the document bears, where it is whole."""
        written = self.reading.head.date
        return dt.date.fromisoformat(written) if written and len(written) == len("2026-01-01") else None


@dataclass(frozen=True, slots=True)
class Checked:
    """All findings in the order of the text (those of the whole document first), and what each rule said."""

    findings: tuple[Finding, ...]
    outcomes: dict[str, Outcome]
    rulebook: str


def paper(reading: Reading, *, today: dt.date, scanned: bool = False) -> Paper:
    """Lay a reading out for checking."""
    lines = tuple(reading.text.split("\n"))
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    return Paper(reading, today, parts(reading), scanned, lines, tuple(starts))
