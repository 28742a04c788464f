"""Writing report versions: a draft changes until it is submitted, and never after."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from haidang.apps.files.models import StoredFile
from haidang.apps.people.models import User
from haidang.apps.reports.models import Cell, Line, Obligation, Report
from haidang.domain.access.viewer import Viewer
from haidang.domain.indicators.amounts import Emptiness
from haidang.domain.terms.refusal import Refusal

_TAKEN_OVER = (
    "narrative",
    "difficulties",
    "proposals",
    "entered_for",
    "source_document",
    "source_date",
    "source_file_id",
    "arrived_on",
)


@dataclass(frozen=True, slots=True)
class TypedCell:
    """What a person gave for one indicator: a number beside the computed one, or an emptiness, and a note."""

    value: Decimal | None = None
    emptiness: Emptiness | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class TypedReport:
    """What a person gave for a whole report; `cells` by indicator code."""

    cells: Mapping[str, TypedCell] = field(default_factory=dict)
    narrative: str = ""
    difficulties: str = ""
    proposals: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """The paper a report is entered from for another agency (nhập thay)."""

    document: str
    dated: date
    arrived_on: date
    file: StoredFile


@dataclass(frozen=True, slots=True)
class FrozenLine:
    """A part of a frozen value and the record it comes from; no record means typed in."""

    value: Decimal
    task_uuid: UUID | None = None
    progress_uuid: UUID | None = None
    result_uuid: UUID | None = None


@dataclass(frozen=True, slots=True)
class FrozenCell:
    """A cell as it is submitted: `emptiness` or lines; `computed` what the records gave, None for nothing."""

    emptiness: Emptiness | None
    lines: tuple[FrozenLine, ...]
    computed: Decimal | None
    note: str


def lock_obligation(obligation_id: int) -> Obligation:
    """Take the obligation's row for this transaction: versions of one report are made one after the other."""
    return Obligation.objects.select_for_update().get(pk=obligation_id)


def new_version(
    obligation: Obligation, *, actor: Viewer, at: datetime, reason: str = "", source: Source | None = None
) -> Report:
    """The next draft. It takes over what was typed in the last version that was sent, and its paper.

    A report entered from a new paper (`source`), or an agency's own after one entered for it, begins empty.
    """
    last = obligation.reports.order_by("-number").values_list("number", flat=True).first() or 0
    before = obligation.reports.exclude(submitted_at=None).order_by("-number").first()
    report = Report(
        province_id=obligation.province_id,
        obligation=obligation,
        number=last + 1,
        correction_reason=reason,
        entered_by=User.objects.get(uuid=actor.user_uuid),
        changed_at=at,
    )
    own = obligation.agency_id == actor.agency_id
    if source:
        report.entered_for, report.source_document, report.source_date = True, source.document, source.dated
        report.source_file, report.arrived_on = source.file, source.arrived_on
    elif before and before.entered_for != own:
        for name in _TAKEN_OVER:
            setattr(report, name, getattr(before, name))
    report.save()
    if before and not source and before.entered_for != own:
        _copy_typed(report, before)
    return report


def set_aside(report: Report, *, at: datetime) -> None:
    """A draft that gives way to another one and is never sent."""
    _refuse_closed(report)
    report.state, report.changed_at = Report.State.SUPERSEDED, at
    report.save(update_fields=["state", "changed_at"])


def save_typed(report: Report, typed: TypedReport, *, actor: Viewer, at: datetime, task_uuid: UUID | None) -> None:
    """Replace what the draft holds. Raises `Refusal("report.closed")` for a version that was submitted."""
    _refuse_closed(report)
    for code, given in typed.cells.items():
        if given.value is not None and given.emptiness is not None:
            raise Refusal("indicator.both", code)
    clear_values(report)
    cells = Cell.objects.bulk_create(
        Cell(
            report=report,
            province_id=report.province_id,
            indicator=code,
            emptiness=cell.emptiness or "",
            note=cell.note,
        )
        for code, cell in typed.cells.items()
    )
    Line.objects.bulk_create(
        Line(cell=cell, province_id=report.province_id, value=value, task_uuid=task_uuid)
        for cell in cells
        if (value := typed.cells[cell.indicator].value) is not None
    )
    report.narrative, report.difficulties, report.proposals = typed.narrative, typed.difficulties, typed.proposals
    report.changed_at = at
    report.entered_by = User.objects.get(uuid=actor.user_uuid)
    report.save(update_fields=["narrative", "difficulties", "proposals", "changed_at", "entered_by"])


def clear_values(report: Report) -> None:
    """Take away the cells and lines of a draft."""
    _refuse_closed(report)
    Line.objects.filter(cell__report=report).delete()
    Cell.objects.filter(report=report).delete()


def freeze_cells(report: Report, cells: Mapping[str, FrozenCell]) -> None:
    """Write the cells as they are submitted, in place of the draft's."""
    clear_values(report)
    made = Cell.objects.bulk_create(
        Cell(
            report=report,
            province_id=report.province_id,
            indicator=code,
            value=None if cell.emptiness else sum((line.value for line in cell.lines), Decimal(0)),
            emptiness=cell.emptiness or "",
            computed=cell.computed,
            note=cell.note,
        )
        for code, cell in cells.items()
    )
    Line.objects.bulk_create(
        Line(
            cell=cell,
            province_id=report.province_id,
            value=line.value,
            task_uuid=line.task_uuid,
            progress_uuid=line.progress_uuid,
            result_uuid=line.result_uuid,
        )
        for cell in made
        for line in cells[cell.indicator].lines
    )


def mark_submitted(report: Report, *, actor: Viewer, at: datetime, nil: bool) -> None:
    """The draft becomes a version that was sent."""
    _refuse_closed(report)
    report.state, report.nil, report.submitted_at, report.changed_at = Report.State.SUBMITTED, nil, at, at
    report.submitted_by = User.objects.get(uuid=actor.user_uuid)
    report.save(update_fields=["state", "nil", "submitted_at", "submitted_by", "changed_at"])


def accept(report: Report, *, actor: Viewer, at: datetime, note: str) -> int | None:
    """Accept a version; the one accepted before it is superseded. Answers the superseded version's number."""
    earlier = Report.objects.filter(obligation_id=report.obligation_id, state=Report.State.ACCEPTED).first()
    if earlier:
        earlier.state = Report.State.SUPERSEDED
        earlier.save(update_fields=["state"])
    _review(report, Report.State.ACCEPTED, actor=actor, at=at, note=note)
    return earlier.number if earlier else None


def send_back(report: Report, *, actor: Viewer, at: datetime, note: str, cell_notes: Mapping[str, str]) -> None:
    """Return a version with reasons, overall and per indicator."""
    for cell in report.cells.filter(indicator__in=[code for code, words in cell_notes.items() if words]):
        cell.return_note = cell_notes[cell.indicator]
        cell.save(update_fields=["return_note"])
    _review(report, Report.State.RETURNED, actor=actor, at=at, note=note)


def _review(report: Report, state: Report.State, *, actor: Viewer, at: datetime, note: str) -> None:
    report.state, report.reviewed_at, report.review_note, report.changed_at = state, at, note, at
    report.reviewed_by = User.objects.get(uuid=actor.user_uuid)
    report.save(update_fields=["state", "reviewed_by", "reviewed_at", "review_note", "changed_at"])


def _copy_typed(report: Report, before: Report) -> None:
    """Copy the typed part of a version; what was computed is computed anew."""
    for old in before.cells.prefetch_related("lines"):
        typed: Iterable[Line] = [line for line in old.lines.all() if line.result_uuid is None]
        emptiness = "" if old.emptiness == Emptiness.MISSING else old.emptiness
        cell = Cell.objects.create(
            report=report,
            province_id=report.province_id,
            indicator=old.indicator,
            emptiness=emptiness,
            note=old.note,
        )
        Line.objects.bulk_create(
            Line(cell=cell, province_id=report.province_id, value=line.value, task_uuid=line.task_uuid)
            for line in typed
        )


def _refuse_closed(report: Report) -> None:
    if report.state != Report.State.DRAFT:
        raise Refusal("report.closed")
