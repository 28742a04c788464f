"""What the queries of this app give: frozen values, each with only what its reader may see."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from haidang.domain.directives.reading import (
    Citation,
    Doubt,
    Due,
    Hotline,
    Message,
    Money,
    Phase,
    Reading,
    ReportDuty,
    Target,
    Window,
)


@dataclass(frozen=True, slots=True)
class Party:
    """A body as the document writes it and the agencies that it means; none when nobody knows which."""

    name: str
    agencies: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class DutyRow:
    """A duty as a person left it. `start` and `end` are its characters in the directive's text, `line` its line."""

    uuid: UUID
    position: float
    text: str
    clause: str
    start: int
    end: int
    line: int
    leads: tuple[Party, ...]
    supports: tuple[Party, ...]
    due: Due
    is_report: bool
    doubts: tuple[Doubt, ...]
    settled: bool
    by_person: bool
    deleted: bool

    @property
    def in_doubt(self) -> bool:
        """Something about it is unsure and nobody has looked yet."""
        return bool(self.doubts) and not self.settled


@dataclass(frozen=True, slots=True)
class HeadFacts:
    """What the head of the document says; empty where it does not."""

    uuid: UUID
    title: str
    kind: str
    number: str
    issuer: str
    issued_on: str
    arrival_number: str
    arrival_date: date


@dataclass(frozen=True, slots=True)
class ConfirmedDirective:
    """A confirmed directive as a plan is drafted from it: its facts, its duties in order, what else was read."""

    head: HeadFacts
    agency_uuid: UUID
    theme: str
    duties: tuple[DutyRow, ...]
    reports: tuple[ReportDuty, ...]
    windows: tuple[Window, ...]
    targets: tuple[Target, ...]
    citations: tuple[Citation, ...]
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadDirective:
    """A confirmed directive with its whole reading, and every duty as it was left, removed ones included."""

    province_id: int
    head: HeadFacts
    reading: Reading
    duties: tuple[DutyRow, ...]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Where a duty stands in its directive.

    The page that shows the line has the address name `office:directive-line` (uuid of the directive, line).
    """

    duty_uuid: UUID
    directive_uuid: UUID
    directive_title: str
    number: str
    clause: str
    line: int
    excerpt: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A directive found by words: `under` says whose it is and its number, `excerpt` the line that holds the words."""

    kind: str
    uuid: UUID
    title: str
    under: str
    excerpt: str
    line: int


@dataclass(frozen=True, slots=True)
class DirectiveRow:
    """A directive as the list shows it."""

    head: HeadFacts
    confirmed: bool
    duties: int
    in_doubt: int
    agency_name: str


@dataclass(frozen=True, slots=True)
class DirectivePage:
    """A page of directives with the number of all that match."""

    rows: tuple[DirectiveRow, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a duty that stands begins, and whether somebody should look at it: enough to count and to find pages."""

    start: int
    line: int
    in_doubt: bool


@dataclass(frozen=True, slots=True)
class DirectiveView:
    """One directive as its reading view needs it; its duties are asked for piece by piece.

    `editable` is true for a person who may correct its duties now, `adds` for one who may still add a duty; `can_undo`
    tells that a correction stands that can be taken back.
    """

    head: HeadFacts
    text: str
    encoding: str
    agency_name: str
    theme: str
    signer: str
    recipients: tuple[str, ...]
    doubts: tuple[Doubt, ...]
    places: tuple[Place, ...]
    reports: tuple[ReportDuty, ...]
    windows: tuple[Window, ...]
    targets: tuple[Target, ...]
    citations: tuple[Citation, ...]
    phases: tuple[Phase, ...]
    messages: tuple[Message, ...]
    hotlines: tuple[Hotline, ...]
    money: tuple[Money, ...]
    revision: int
    confirmed: bool
    confirmed_by: str
    confirmed_at: datetime | None
    doubts_accepted: int
    editable: bool
    adds: bool
    can_undo: bool
    last_edit: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """What a check found, with a person's decision. `start`, `end`, `line` are None for the whole document.

    `state` is open, accepted or ignored; `number` its place in the order of the check; `expected` None where nobody
    knows what should stand there.
    """

    uuid: UUID
    number: int
    rule: str
    kind: str
    severity: str
    line: int | None
    start: int | None
    end: int | None
    found: str
    expected: str | None
    message: str
    source: str
    unconfirmed: bool
    state: str
    reason: str
    decided_by: str
    decided_at: datetime | None

    @property
    def open(self) -> bool:
        """Nobody has decided about it yet."""
        return self.state == "open"


@dataclass(frozen=True, slots=True)
class FindingPlace:
    """Where a finding stands and how it weighs: enough to count findings and to find pages."""

    start: int | None
    severity: str
    open: bool


@dataclass(frozen=True, slots=True)
class CheckRow:
    """The latest check: which rulebook, what each rule said, by whom and when."""

    rulebook: str
    outcomes: dict[str, str]
    checked_by: str
    checked_at: datetime
