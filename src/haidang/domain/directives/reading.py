"""What a reading of a document is made of: frozen values, each with its place in the text and its doubts."""

from dataclasses import dataclass, field
from enum import StrEnum

RULEBOOK = "2026.2"


class DueKind(StrEnum):
    """When a duty falls due (a date, a rhythm, or throughout the plan); no date is ever made up."""

    DATE = "date"
    RHYTHM = "rhythm"
    THROUGHOUT = "throughout"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the read text: `text[start:end]` (characters of `Reading.text`) and its physical line, 1-based."""

    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a person should look: a stable code and, where useful, the words that raised it."""

    code: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """The time a duty names.

    `printed` is the day as printed (ISO `YYYY-MM-DD`, or `MM-DD` where no year is printed or it recurs); `before` is
    true for "trước ngày X" (late from X on); `rhythm` one of day, week, month, quarter, half, nine_months, year.
    """

    kind: DueKind
    printed: str | None = None
    before: bool = False
    rhythm: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """What the document lays on somebody (nội dung giao).

    `text` is the wording (hard-wrapped lines joined); `leads` and `supports` are names as written; `clause` is the
    path of the item as a jurist would cite it, e.g. `II.1.a`; `is_report` marks a duty that is a report with a date.
    """

    text: str
    anchor: str
    clause: str
    leads: tuple[str, ...]
    supports: tuple[str, ...]
    due: Due
    span: Span
    is_report: bool = False
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """An act cited in the preamble: kind code (`quyet_dinh`, `luat`, …), number as printed, ISO date.

    `relation` is what the words before it say of it: `ground` (căn cứ), `implements`, `replaces`, `amends`, or `cites`.
    """

    kind: str
    number: str | None
    date: str | None
    span: Span
    relation: str = "cites"


@dataclass(frozen=True, slots=True)
class Target:
    """A quantified aim: `op` one of > >= = <= <, value, unit as printed (`%`, `lượt`, …)."""

    op: str
    value: float
    unit: str
    what: str
    span: Span


@dataclass(frozen=True, slots=True)
class Window:
    """A period of at least two days with both days known, ISO dates."""

    start: str
    end: str
    what: str
    span: Span


@dataclass(frozen=True, slots=True)
class ReportDuty:
    """A duty to report: by whom, to the final addressee, via the collecting body, due as printed, period Q1…event."""

    by: tuple[str, ...]
    to: str | None
    via: str | None
    due: str | None
    before: bool
    period: str
    span: Span
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of years of a programme, `first` to `last` (both included), and what is to be done in it."""

    first: int
    last: int
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Message:
    """A text to be sent to telephones, and the name it is sent under, where one is given."""

    text: str
    sender: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Hotline:
    """A telephone number to call, digits only."""

    number: str
    span: Span


@dataclass(frozen=True, slots=True)
class Money:
    """A paragraph about money: the largest amount it names (đồng), where it comes from, its wording."""

    amount: int | None
    sources: tuple[str, ...]
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Heading:
    """One item of the outline: level 1 = part (I, II), 2 = number, 3 = letter or sub-number, 4 = bullet."""

    level: int
    label: str
    text: str
    clause: str
    span: Span


@dataclass(frozen=True, slots=True)
class Head:
    """What the head and the foot of the document say; what the text does not give is None or empty."""

    kind: str | None = None
    number: str | None = None
    issuer: str | None = None
    issuer_level: str | None = None
    place: str | None = None
    date: str | None = None
    title: str | None = None
    theme: str | None = None
    signer: str | None = None
    recipients: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of one text under one rulebook.

    `text` is the normalised text (NFC, line ends `\\n`) that every span points into; normalising keeps the number of
    physical lines, so `line` is also the line of the source.
    """

    text: str
    head: Head
    outline: tuple[Heading, ...] = ()
    citations: tuple[Citation, ...] = ()
    duties: tuple[Duty, ...] = ()
    targets: tuple[Target, ...] = ()
    windows: tuple[Window, ...] = ()
    reports: tuple[ReportDuty, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    rulebook: str = RULEBOOK
    spans: dict[str, Span] = field(default_factory=dict)
    phases: tuple[Phase, ...] = ()
    messages: tuple[Message, ...] = ()
    hotlines: tuple[Hotline, ...] = ()
    money: tuple[Money, ...] = ()
