"""Frozen rows about plans, their duties and versions, and the desk."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from haidang.apps.plans.rows.tasks import DueRow, ItemTask, TaskRow
from haidang.domain.deadlines.state import TaskState


@dataclass(frozen=True, slots=True)
class WaitingPlan:
    """A plan version that waits for this viewer: `step` is approve | sign | number | draft (not yet submitted)."""

    plan_uuid: UUID
    title: str
    version: int
    step: str
    since: datetime


@dataclass(frozen=True, slots=True)
class PlansDesk:
    """What the desk shows of plans and tasks; lists hold at most eight rows, counts are of all.

    `changed` are tasks changed since the person last opened the desk that are neither late nor due soon.
    """

    late: tuple[TaskRow, ...]
    late_count: int
    soon: tuple[TaskRow, ...]
    soon_count: int
    changed: tuple[TaskRow, ...]
    changed_count: int
    waiting: tuple[WaitingPlan, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A task or plan found by words: `kind` is task | plan, `under` a second line (lead and plan)."""

    kind: str
    uuid: UUID
    title: str
    under: str


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A duty in a plan. `status` is given | declared (unowned, with a reason) | unowned | withdrawn."""

    uuid: UUID
    duty_uuid: UUID | None
    text: str
    clause: str
    written_leads: tuple[str, ...]
    written_supports: tuple[str, ...]
    due: DueRow
    is_report: bool
    status: str
    unowned_reason: str
    added_in: int
    withdrawn_in: int | None
    tasks: tuple[ItemTask, ...]
    group: str

    @property
    def done(self) -> int:
        """How many of its tasks are finished."""
        return sum(task.state == "done" for task in self.tasks)

    @property
    def late(self) -> int:
        """How many of its tasks are overdue and not finished."""
        return sum(task.clock is TaskState.LATE for task in self.tasks)


@dataclass(frozen=True, slots=True)
class ApprovalRow:
    """One superior's look at a version."""

    round: int
    order: int
    post_title: str
    agency_name: str
    state: str
    note: str
    answered_by: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version of a plan with its approvals."""

    uuid: UUID
    number: int
    state: str
    round: int
    reason: str
    symbol: str
    issued_on: date | None
    submitted_at: datetime | None
    submitted_by: str
    signed_at: datetime | None
    signed_by: str
    signed_post: str
    scan_uuid: UUID | None
    document_uuid: UUID | None
    approvals: tuple[ApprovalRow, ...]


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan as the list shows it: `state` is that of its newest version."""

    uuid: UUID
    title: str
    symbol: str
    issued_on: date | None
    state: str
    version: int
    agency_name: str
    issuer_name: str
    tasks: int
    done: int
    late: int


@dataclass(frozen=True, slots=True)
class PlanPage:
    """A plan's own facts, its versions, and what this viewer may do now.

    `turn` is edit | approve | sign | number when the next step is this viewer's, `amend` when the plan is issued and
    may be amended, else empty. `owned` is false for agencies that were only given tasks,
    `directive_open` true when the viewer may read the directive. `unowned` counts the duties
    that still stop the submission.
    """

    uuid: UUID
    title: str
    agency_name: str
    issuer_uuid: UUID
    issuer_name: str
    issuer_symbol: str
    directive_uuid: UUID | None
    directive_title: str
    directive_open: bool
    year: int | None
    starts: date | None
    ends: date | None
    aims: str
    funds: str
    state: str
    version_number: int
    versions: tuple[VersionRow, ...]
    turn: str
    may_record_signature: bool
    drafts: bool
    owned: bool
    unowned: int
    items: int
    symbol: str


@dataclass(frozen=True, slots=True)
class Download:
    """Bytes to send, with the name shown to people."""

    label: str
    media_type: str
    data: bytes
