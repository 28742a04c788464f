"""What the queries of reports give out: frozen rows without a way back to the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Generic, TypeVar
from uuid import UUID

from haidang.domain.indicators.amounts import Amount
from haidang.domain.indicators.catalogue import Indicator

Row = TypeVar("Row")
PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """A page of rows with the number of all that match."""

    rows: tuple[Row, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class OwedRow:
    """A report that an agency owes and how far it is.

    `state` is none | draft | submitted | accepted | returned, of the newest version; `correcting` means that an
    accepted version stands meanwhile. `late` is never true of a courtesy body nor of a report that was sent.
    `received_on` is the day it was sent, for a report entered for another the day its paper arrived.
    """

    obligation_uuid: UUID
    request_uuid: UUID
    title: str
    agency_uuid: UUID
    agency_name: str
    courtesy: bool
    uses_system: bool
    due_text: str
    due_last_day: date | None
    state: str
    correcting: bool
    late: bool
    nil: bool
    entered_for: bool
    report_uuid: UUID | None
    received_on: date | None
    received_late: bool
    may_write: bool
    may_enter_for: bool
    may_review: bool

    @property
    def open(self) -> bool:
        """Something is still to be written."""
        return self.state in {"none", "draft", "returned"}


@dataclass(frozen=True, slots=True)
class SumRow:
    """One indicator over a request: what was sent (accepted or not yet) and what was accepted; never one without the
    other. `counted` are the agencies whose accepted report gives a number."""

    indicator: Indicator
    sent: Amount
    accepted: Amount
    counted: int


@dataclass(frozen=True, slots=True)
class ConsolidationRow:
    """A consolidated report in a list."""

    uuid: UUID
    number: int
    state: str
    made_at: datetime
    symbol: str
    issued_number: str
    issued_on: date | None


@dataclass(frozen=True, slots=True)
class RequestPage:
    """One request. `whole` is true for who collects it: then `sums`, the counts and `consolidations` are filled."""

    uuid: UUID
    title: str
    plan_uuid: UUID
    addressee: str
    collector_name: str
    due_text: str
    due_last_day: date | None
    starts: date | None
    cutoff: date | None
    form_name: str
    whole: bool
    may_consolidate: bool
    owed: int
    sent: int
    accepted: int
    rows: Page[OwedRow]
    sums: tuple[SumRow, ...]
    consolidations: tuple[ConsolidationRow, ...]

    @property
    def silent(self) -> int:
        """Agencies that have sent nothing."""
        return self.owed - self.sent


@dataclass(frozen=True, slots=True)
class CellRow:
    """A cell of a version that was sent: its figure, what the records gave then, the notes of both sides."""

    indicator: Indicator
    amount: Amount
    computed: Decimal | None
    note: str
    return_note: str


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version of the same report, in its timeline."""

    uuid: UUID
    number: int
    state: str
    submitted_at: datetime | None
    reviewed_at: datetime | None
    review_note: str
    correction_reason: str


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One report version, what led to it and what this viewer may do with it."""

    uuid: UUID
    number: int
    state: str
    nil: bool
    obligation_uuid: UUID
    request_uuid: UUID
    title: str
    form_code: str
    agency_name: str
    collector_name: str
    due_text: str
    due_last_day: date | None
    courtesy: bool
    starts: date | None
    cutoff: date | None
    narrative: str
    difficulties: str
    proposals: str
    correction_reason: str
    entered_for: bool
    source_document: str
    source_date: date | None
    arrived_on: date | None
    has_scan: bool
    entered_by: str
    submitted_by: str
    submitted_at: datetime | None
    reviewed_by: str
    reviewed_at: datetime | None
    review_note: str
    cells: tuple[CellRow, ...]
    versions: tuple[VersionRow, ...]
    returned_note: str
    returned_notes: Mapping[str, str]
    may_write: bool
    may_review: bool
    own_hand: bool
    may_correct: bool


@dataclass(frozen=True, slots=True)
class LineRow:
    """A part of a figure: recorded on a task, or typed in the report for it."""

    value: Decimal
    recorded: bool
    task_uuid: UUID | None


@dataclass(frozen=True, slots=True)
class CellLines:
    """Where one figure of one report comes from."""

    report_uuid: UUID
    report_number: int
    title: str
    agency_name: str
    entered_for: bool
    source_document: str
    cell: CellRow
    lines: Page[LineRow]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A frozen total. `now` is what accepted reports add up to today; where it differs, something changed after it."""

    indicator: Indicator
    frozen: Amount
    counted: int
    now: Amount

    @property
    def changed(self) -> bool:
        """The accepted reports of today add up to something else."""
        return self.frozen != self.now


@dataclass(frozen=True, slots=True)
class ReporterRow:
    """How an agency stood at freezing: accepted | nil | not_ours | awaiting | missing, and the paper it came from."""

    name: str
    state: str
    source: str


@dataclass(frozen=True, slots=True)
class ConsolidationPage:
    """A consolidated report and whose turn it is: `may_sign`, `may_issue`."""

    uuid: UUID
    number: int
    state: str
    title: str
    request_uuid: UUID
    issuer_name: str
    closed_on: date
    made_at: datetime
    made_by: str
    signed_at: datetime | None
    signed_by: str
    symbol: str
    issued_number: str
    issued_on: date | None
    summary: str
    difficulties: str
    proposals: str
    figures: tuple[FigureRow, ...]
    reporters: tuple[ReporterRow, ...]
    has_document: bool
    may_sign: bool
    may_issue: bool


@dataclass(frozen=True, slots=True)
class ShareRow:
    """What one report version gave to a frozen total."""

    report_uuid: UUID
    agency_name: str
    version: int
    amount: Amount
    computed: Decimal | None
    entered_for: bool
    superseded: bool


@dataclass(frozen=True, slots=True)
class FigurePage:
    """One frozen total taken apart by agency."""

    consolidation_uuid: UUID
    title: str
    number: int
    indicator: Indicator
    frozen: Amount
    counted: int
    shares: Page[ShareRow]


@dataclass(frozen=True, slots=True)
class Assembled:
    """What a person starts from when consolidating: the agencies' words, and a digest of their versions."""

    title: str
    request_uuid: UUID
    collector_uuid: UUID
    summary: str
    difficulties: str
    proposals: str
    symbol: str
    seen: str
    silent: tuple[str, ...]
    waiting: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Download:
    """Bytes to send, with the name shown to people."""

    label: str
    media_type: str
    data: bytes
