"""The cells of a report as they stand now: what the task records give, what a person typed, and their sum."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from haidang.apps.plans import queries as plans
from haidang.apps.reports import rights
from haidang.apps.reports.models import Report, Request
from haidang.apps.reports.services.versions import FrozenCell, FrozenLine
from haidang.domain.access.viewer import Viewer
from haidang.domain.indicators import amounts, catalogue
from haidang.domain.indicators.amounts import Amount, Emptiness
from haidang.domain.indicators.catalogue import Form, Relation


@dataclass(frozen=True, slots=True)
class LiveCell:
    """One indicator of a draft. `computed` lines add to `typed`, save in a report entered from paper, whose figures are
    the paper's own; there, and beside a declared emptiness, they only stand for comparison."""

    computed: tuple[FrozenLine, ...]
    typed: tuple[FrozenLine, ...]
    emptiness: Emptiness | None
    note: str
    from_paper: bool

    @property
    def lines(self) -> tuple[FrozenLine, ...]:
        """The lines that make the figure."""
        if self.emptiness:
            return ()
        return self.typed if self.from_paper else (*self.computed, *self.typed)

    @property
    def amount(self) -> Amount:
        """The figure as it would be sent now."""
        return amounts.of_lines((line.value for line in self.lines), self.emptiness)

    @property
    def recorded(self) -> Decimal | None:
        """What the records give, None where there are none."""
        return sum((line.value for line in self.computed), Decimal(0)) if self.computed else None

    @property
    def questioned(self) -> bool:
        """An emptiness is declared although the records hold a number."""
        return self.emptiness is not None and bool(self.recorded)

    def frozen(self) -> FrozenCell:
        """The cell as it is submitted; a cell nobody filled is `missing`."""
        return FrozenCell(self.amount.emptiness, self.lines, self.recorded, self.note)


def records(request: Request, agency_ids: list[int]) -> Mapping[tuple[int, str], tuple[FrozenLine, ...]]:
    """What the task records give for a request now, by agency id and indicator code; one query."""
    found: dict[tuple[int, str], list[FrozenLine]] = {}
    rows = plans.results(
        province_id=request.province_id,
        agency_ids=agency_ids,
        indicators=catalogue.form(request.form).codes,
        plan_uuid=request.origin_uuid,
        starts=request.starts,
        cutoff=request.cutoff,
    )
    for row in rows:
        line = FrozenLine(row.value, row.task_uuid, row.progress_uuid, row.result_uuid)
        found.setdefault((row.agency_id, row.indicator), []).append(line)
    return {place: tuple(lines) for place, lines in found.items()}


def live_cells(report: Report) -> dict[str, LiveCell]:
    """The cells of a draft by indicator code, in the order of its form."""
    obligation = report.obligation
    recorded = records(obligation.request, [obligation.agency_id])
    kept = {cell.indicator: cell for cell in report.cells.prefetch_related("lines")}
    cells = {}
    for code in catalogue.form(obligation.request.form).codes:
        cell = kept.get(code)
        cells[code] = LiveCell(
            computed=recorded.get((obligation.agency_id, code), ()),
            typed=tuple(FrozenLine(line.value, line.task_uuid) for line in cell.lines.all()) if cell else (),
            emptiness=Emptiness(cell.emptiness) if cell and cell.emptiness else None,
            note=cell.note if cell else "",
            from_paper=report.entered_for,
        )
    return cells


def live_report(viewer: Viewer, report_uuid: UUID) -> dict[str, LiveCell]:
    """The cells of a version in view as its records stand now; for one that was sent, compare `recorded` only."""
    return live_cells(rights.report(viewer, report_uuid))


def doubts(form: Form, cells: Mapping[str, LiveCell]) -> tuple[Relation, ...]:
    """Pairs of figures worth a second look."""
    return amounts.doubtful(form.relations, {code: cell.amount for code, cell in cells.items()})
