"""Frozen rows about tasks and the work on them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from haidang.domain.deadlines.state import TaskState


@dataclass(frozen=True, slots=True)
class DueRow:
    """When something is due: `kind` date | rhythm | throughout, `printed` ISO or MM-DD, `last_day` the clock's day."""

    kind: str
    printed: str
    before: bool
    rhythm: str
    last_day: date | None

    @property
    def printed_day(self) -> date | None:
        """The printed day when it is a whole day."""
        return date.fromisoformat(self.printed) if len(self.printed) == 10 else None

    @property
    def day_and_month(self) -> str:
        """A printed day without a year, as documents write it ("14/9")."""
        return f"{int(self.printed[3:])}/{int(self.printed[:2])}" if len(self.printed) == 5 else ""


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task as lists show it.

    `state` is its life (proposed | open | done | reassigned | withdrawn), `clock` its state as of today; a courtesy
    body's clock never reads late. `entered_for` is true when its newest progress was entered for it.
    """

    uuid: UUID
    text: str
    clause: str
    lead_uuid: UUID
    lead_name: str
    courtesy: bool
    plan_uuid: UUID
    plan_title: str
    plan_symbol: str
    due: DueRow
    state: str
    clock: TaskState
    percent: int
    done_on: date | None
    entered_for: bool
    cooperating: int


@dataclass(frozen=True, slots=True)
class TaskTrail:
    """The way from a task up to its source, for pages that start from a figure."""

    task_uuid: UUID
    text: str
    lead_name: str
    item_uuid: UUID
    duty_uuid: UUID | None
    clause: str
    plan_uuid: UUID
    plan_title: str
    plan_symbol: str


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A number that a progress entry recorded, for the reports to collect."""

    agency_id: int
    indicator: str
    value: Decimal
    task_uuid: UUID
    progress_uuid: UUID
    result_uuid: UUID
    happened_on: date


@dataclass(frozen=True, slots=True)
class AgencyMark:
    """An agency beside a task, with what a page needs to name it."""

    uuid: UUID
    name: str
    courtesy: bool


@dataclass(frozen=True, slots=True)
class ItemTask:
    """A task under its item on the plan page."""

    uuid: UUID
    lead: AgencyMark
    written: str
    state: str
    clock: TaskState
    percent: int
    done_on: date | None
    answering: bool
    cooperating: tuple[AgencyMark, ...]
    due: DueRow
    replaces: bool


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A file on a progress entry."""

    uuid: UUID
    label: str
    size: int
    is_source: bool


@dataclass(frozen=True, slots=True)
class RecordedNumber:
    """A number of an entry under its indicator's name and unit."""

    uuid: UUID
    code: str
    name: str
    unit: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """One entry of progress."""

    uuid: UUID
    happened_on: date
    percent: int
    note: str
    agency_name: str
    entered_for: bool
    source_document: str
    source_date: date | None
    entered_by: str
    entered_at: datetime
    voided_at: datetime | None
    void_reason: str
    results: tuple[RecordedNumber, ...]
    evidence: tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True)
class ChainRow:
    """A task before or after this one in a chain of reassignments."""

    uuid: UUID
    lead_name: str
    state: str
    reason: str


@dataclass(frozen=True, slots=True)
class TaskPage:
    """Everything about one task and what this viewer may do: `may_work` (own lead), `may_enter_for`, `may_reassign`."""

    row: TaskRow
    item_uuid: UUID
    duty_uuid: UUID | None
    written_lead: str
    answering: bool
    is_report: bool
    reason: str
    opened_at: datetime | None
    cooperating: tuple[AgencyMark, ...]
    fellow_leads: tuple[ItemTask, ...]
    progress: tuple[ProgressRow, ...]
    before: ChainRow | None
    after: tuple[ChainRow, ...]
    lead_uses_system: bool
    may_work: bool
    may_enter_for: bool
    may_reassign: bool
    voidable: frozenset[UUID] = field(default_factory=frozenset)
