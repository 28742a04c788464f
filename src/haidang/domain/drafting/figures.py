"""Figures as an official report prints them: numbers, and the four ways of being empty, which are never mixed up."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from haidang.domain.drafting import wording
from haidang.domain.drafting.blocks import Align, Column, Row, Table
from haidang.domain.terms.numbers import format_number


class Empty(StrEnum):
    """Why a cell holds no number; the number 0 is a number and none of these."""

    NOTHING_AROSE = "nothing_arose"
    NOT_ITS_TASK = "not_its_task"
    NOT_REPORTED = "not_reported"


# Printed where a row has no comparison to show, so that no cell stays blank and means a fifth kind of nothing.
NO_COMPARISON = "-"

EMPTY_WORDS = {
    Empty.NOTHING_AROSE: "không phát sinh",
    Empty.NOT_ITS_TASK: "không thuộc chức năng",
    Empty.NOT_REPORTED: "chưa báo cáo",
}

Figure = Decimal | int | Empty

# Beside the name of the agency, so many indicators can be read on one landscape page in small type.
WIDEST = 8


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One indicator over the whole area.

    `in_period` is the figure of the period; the comparisons are None where nobody gave them, and then their columns
    are not printed: `cumulative` (lũy kế), `same_period` (cùng kỳ năm trước), `change` (+/−), `change_percent` (to one
    decimal).
    """

    indicator: str
    unit: str
    in_period: Figure
    cumulative: Figure | None = None
    same_period: Figure | None = None
    change: Decimal | int | None = None
    change_percent: Decimal | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """One agency's figures in the annex, one per indicator; `note` says for instance that they were entered for it."""

    agency: str
    figures: tuple[Figure, ...]
    note: str = ""


def shown(figure: Figure | None) -> str:
    """A figure in words or in Vietnamese digits (`1.234,5`); nothing for a comparison that was not given."""
    if figure is None:
        return ""
    return EMPTY_WORDS[figure] if isinstance(figure, Empty) else format_number(figure)


def figures_table(rows: Sequence[FigureRow]) -> Table:
    """The table of the report's body; a comparison has a column only where a row gives it."""
    columns = [Column(7, Align.CENTRE), Column(38), Column(13, Align.CENTRE), Column(15, Align.CENTRE)]
    head = ["TT", "Chỉ tiêu báo cáo", "Đơn vị tính", "Trong kỳ"]
    cells = [
        [str(n), wording.plain(r.indicator, "figures"), wording.plain(r.unit, "figures"), shown(r.in_period)]
        for n, r in enumerate(rows, start=1)
    ]
    compared = [
        ("Lũy kế", [shown(row.cumulative) for row in rows]),
        ("Cùng kỳ năm trước", [shown(row.same_period) for row in rows]),
        ("Tăng (+), giảm (−)", [_signed(row.change) for row in rows]),
        ("Tăng, giảm (%)", [_signed(row.change_percent, places=1) for row in rows]),
        ("Ghi chú", [wording.plain(row.note, "figures") for row in rows]),
    ]
    unknown = False
    for title, texts in compared:
        if not any(texts):
            continue
        is_note = title == "Ghi chú"
        unknown = unknown or (not is_note and not all(texts))
        columns.append(Column(16) if is_note else Column(13, Align.CENTRE))
        head.append(title)
        for line, text in zip(cells, texts, strict=True):
            line.append(text if text or is_note else NO_COMPARISON)
    return Table(
        columns=tuple(columns),
        head=tuple(head),
        rows=tuple(Row(tuple(line)) for line in cells),
        note=f"Ghi chú: ({NO_COMPARISON}) không có số liệu để so sánh." if unknown else "",
        dense=len(head) > 5,
    )


def agencies_tables(
    indicators: Sequence[tuple[str, str]], rows: Sequence[AgencyRow], totals: Sequence[Figure]
) -> tuple[Table, ...]:
    """Agencies × indicators (name, unit) and the row of totals; indicators beyond `WIDEST` make further tables."""
    tables = []
    for start in range(0, len(indicators), WIDEST):
        part = slice(start, start + WIDEST)
        names = [f"{wording.plain(name, 'annex')}\n({wording.plain(unit, 'annex')})" for name, unit in indicators[part]]
        noted = any(row.note for row in rows)
        lines = [
            Row((str(n), wording.plain(row.agency, "annex"), *_cells(row.figures[part], row.note, noted=noted)))
            for n, row in enumerate(rows, start=1)
        ]
        lines.append(Row(("", "Tổng cộng", *_cells(totals[part], "", noted=noted)), total=True))
        tables.append(
            Table(
                columns=(
                    Column(8, Align.CENTRE),
                    Column(40),
                    *(Column(22.5, Align.CENTRE) for _ in names),
                    *((Column(18),) if noted else ()),
                ),
                head=("TT", "Cơ quan, đơn vị, địa phương", *names, *(("Ghi chú",) if noted else ())),
                rows=tuple(lines),
                dense=True,
            )
        )
    return tuple(tables)


def _cells(figures: Sequence[Figure], note: str, *, noted: bool) -> tuple[str, ...]:
    return (*(shown(figure) for figure in figures), *((wording.plain(note, "annex"),) if noted else ()))


def _signed(change: Decimal | int | None, places: int | None = None) -> str:
    """A change with its sign; rounded half up, as people do by hand, before the sign is chosen."""
    if change is None:
        return ""
    value = Decimal(change)
    if places is not None:
        value = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = format_number(-value if value < 0 else value, places)
    if not value:
        return text
    return f"+{text}" if value > 0 else f"−{text}"
