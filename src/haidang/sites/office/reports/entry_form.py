"""The entry of a report: for each indicator a number beside the computed one, or an emptiness, and a note."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from haidang.domain.indicators import amounts
from haidang.domain.indicators.amounts import Emptiness
from haidang.domain.indicators.catalogue import Form, Indicator
from haidang.domain.terms.numbers import format_number
from haidang.domain.terms.refusal import Refusal
from haidang.flows.report_cells import LiveCell
from haidang.flows.save_report import TypedCell, TypedReport
from haidang.sites.office.frame.acting import KeyedForm
from haidang.sites.office.frame.refusals import words
from haidang.sites.office.reports.words import EMPTY

LONGEST = 20_000
_STATES = [("", _("a figure")), (Emptiness.NIL, EMPTY[Emptiness.NIL]), (Emptiness.NOT_OURS, EMPTY[Emptiness.NOT_OURS])]


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One line of the entry table."""

    indicator: Indicator
    cell: LiveCell
    value: forms.BoundField
    state: forms.BoundField
    note: forms.BoundField
    return_note: str
    new_group: bool


class EntryForm(KeyedForm):
    """One field per indicator, named by its code, so that a refusal finds its place; and the words of the report."""

    narrative = forms.CharField(
        label=_("Results in words"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 6})
    )
    difficulties = forms.CharField(
        label=_("Difficulties"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3})
    )
    proposals = forms.CharField(
        label=_("Proposals"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3})
    )
    insist = forms.BooleanField(label=_("Send it nevertheless; the note says why"), required=False)

    def __init__(
        self,
        asked: Form,
        cells: Mapping[str, LiveCell],
        return_notes: Mapping[str, str],
        *args: object,
        **kwargs: object,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.asked, self.cells, self.return_notes = asked, cells, return_notes
        self._typed: dict[str, TypedCell] = {}
        for indicator in asked.indicators:
            self._add(indicator, cells[indicator.code])

    def _add(self, indicator: Indicator, cell: LiveCell) -> None:
        code, said = indicator.code, {"aria-label": f"{indicator.name} ({indicator.unit})"}
        number = sum((line.value for line in cell.typed), Decimal(0)) if cell.typed else None
        self.fields[code] = forms.CharField(
            label=indicator.name,
            required=False,
            max_length=30,
            initial="" if number is None else format_number(number),
            widget=forms.TextInput(attrs={**said, "class": "figure", "inputmode": "decimal", "autocomplete": "off"}),
        )
        self.fields[f"{code}_state"] = forms.ChoiceField(
            label=_("State"),
            required=False,
            choices=_STATES,
            initial=cell.emptiness or "",
            widget=forms.Select(attrs={"aria-label": format_lazy("{}: {}", _("State"), indicator.name)}),
        )
        self.fields[f"{code}_note"] = forms.CharField(
            label=_("Note"),
            required=False,
            max_length=500,
            initial=cell.note,
            widget=forms.TextInput(
                attrs={"class": "input", "aria-label": format_lazy("{}: {}", _("Note"), indicator.name)}
            ),
        )

    def clean(self) -> dict[str, object]:
        """Read the numbers; what cannot be read is said at its place."""
        cleaned = super().clean() or self.cleaned_data
        for indicator in self.asked.indicators:
            code = indicator.code
            state = cleaned.get(f"{code}_state") or ""
            try:
                value = amounts.read(indicator, cleaned.get(code) or "")
            except Refusal as refusal:
                self.add_error(code, words(refusal))
                continue
            self._typed[code] = TypedCell(value, Emptiness(state) if state else None, cleaned.get(f"{code}_note") or "")
        return cleaned

    def typed(self) -> TypedReport:
        """What was typed, as the flows take it."""
        said = {name: self.cleaned_data[name].strip() for name in ("narrative", "difficulties", "proposals")}
        return TypedReport(self._typed, **said)

    def rows(self) -> Iterator[EntryRow]:
        """The lines of the table; a new heading where the group changes."""
        group = ""
        for indicator in self.asked.indicators:
            code = indicator.code
            yield EntryRow(
                indicator=indicator,
                cell=self.cells[code],
                value=self[code],
                state=self[f"{code}_state"],
                note=self[f"{code}_note"],
                return_note=self.return_notes.get(code, ""),
                new_group=indicator.group != group,
            )
            group = indicator.group

    def questioned(self) -> bool:
        """An emptiness stands, typed or saved, where the records hold a number: sending it needs a word."""
        return any(bool(row.cell.recorded) and bool(row.state.value()) for row in self.rows())
