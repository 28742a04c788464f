"""Forms of tasks: progress with files and numbers, reassignment; they check shape only."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from haidang.apps.people.queries import AgencyRow
from haidang.domain.terms.numbers import parse_number
from haidang.domain.terms.refusal import Refusal
from haidang.sites.office.frame.acting import KeyedForm
from haidang.sites.office.frame.refusals import words
from haidang.sites.office.plans.fields import ManyFiles, day_field, indicator_choices, text_field

ROWS = 3


class ProgressForm(KeyedForm):
    """What was done, on which day, how far it is, with evidence and up to three numbers."""

    happened_on = day_field(_("Day"))
    percent = forms.IntegerField(
        label=_("Done, per cent"),
        min_value=0,
        max_value=100,
        widget=forms.NumberInput(attrs={"class": "short figure"}),
        help_text=_("100 finishes the task; less reopens a finished one."),
    )
    note = text_field(_("What was done"), rows=4)
    evidence = ManyFiles(label=_("Evidence"), required=False, help_text=_("Any number of files, 20 MB each."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = indicator_choices()
        for row in range(1, ROWS + 1):
            self.fields[f"indicator_{row}"] = forms.ChoiceField(
                label=_("What is counted"),
                choices=choices,
                required=False,
                widget=forms.Select(attrs={"aria-label": _now("What is counted")}),
            )
            self.fields[f"number_{row}"] = forms.CharField(
                label=_("Quantity"),
                required=False,
                max_length=30,
                widget=forms.TextInput(
                    attrs={"class": "figure", "inputmode": "decimal", "aria-label": _now("Quantity")}
                ),
            )

    @property
    def number_rows(self) -> list[tuple[Any, Any]]:
        """The pairs of figure and number, for the page."""
        return [(self[f"indicator_{row}"], self[f"number_{row}"]) for row in range(1, ROWS + 1)]

    def clean(self) -> dict[str, Any]:
        """Read the numbers; a figure without a number, or the other way round, is an unfinished row."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        data["results"] = [pair for row in range(1, ROWS + 1) if (pair := self._read(data, row)) is not None]
        return data

    def _read(self, data: dict[str, Any], row: int) -> tuple[str, Decimal] | None:
        code, written = data.get(f"indicator_{row}") or "", (data.get(f"number_{row}") or "").strip()
        if not code and not written:
            return None
        if not written:
            self.add_error(f"number_{row}", _now("Write the number, or choose no figure."))
            return None
        if not code:
            self.add_error(f"indicator_{row}", _now("Choose what the number counts."))
            return None
        try:
            return code, parse_number(written)
        except Refusal as refusal:
            self.add_error(f"number_{row}", words(refusal))
            return None


class PaperProgressForm(ProgressForm):
    """The same for an agency whose paper is entered for it."""

    paper_number = forms.CharField(
        label=_("Number and symbol of the agency's document"),
        max_length=200,
        help_text=_("The document that says what is entered here."),
    )
    paper_date = day_field(_("Day of the document"))
    paper_scan = forms.FileField(label=_("Scan of the document"), required=False)


class ReassignForm(KeyedForm):
    """A new lead and why."""

    lead = forms.ChoiceField(label=_("New lead agency"))
    reason = text_field(_("Reason"), rows=2)

    def __init__(self, *args: Any, agencies: Sequence[AgencyRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("– choose –")), *((str(row.uuid), row.name) for row in agencies)]
        self.fields["lead"].choices = choices  # type: ignore[attr-defined]
