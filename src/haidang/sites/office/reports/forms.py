"""Forms around a report: nothing arose, entering for another, review, correction, window, consolidation, number."""

from collections.abc import Iterable
from datetime import date

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from haidang.apps.people.queries import AgencyRow
from haidang.domain.terms.dates import parse_date, short
from haidang.domain.terms.refusal import Refusal
from haidang.flows.attaching import Attachment
from haidang.sites.office.frame.acting import KeyedForm
from haidang.sites.office.frame.refusals import words
from haidang.sites.office.frame.uploads import attachment
from haidang.sites.office.reports.entry_form import LONGEST


class DayField(forms.Field):
    """A day typed as 16/3/2026 (ISO is read too)."""

    def __init__(self, **kwargs: object) -> None:
        attributes = {"class": "day", "inputmode": "numeric", "placeholder": "16/3/2026", "maxlength": "40"}
        super().__init__(widget=forms.TextInput(attrs={**attributes, "autocomplete": "off"}), **kwargs)

    def to_python(self, value: str | None) -> date | None:
        """The day, None for a blank."""
        if not (value or "").strip():
            return None
        try:
            return parse_date(value[:40])
        except Refusal as refusal:
            raise forms.ValidationError(words(refusal)) from refusal

    def prepare_value(self, value: object) -> object:
        """A day as it is written here."""
        return short(value) if isinstance(value, date) else value


class NilForm(KeyedForm):
    """Nothing arose; a note only where records say otherwise."""

    note = forms.CharField(label=_("Note"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
    insist = forms.BooleanField(label=_("Send it nevertheless; the note says why"), required=False)


class PaperForm(KeyedForm):
    """The paper a report is entered from."""

    document = forms.CharField(label=_("Number and symbol of the document"), max_length=120)
    dated = DayField(label=_("Date of the document"))
    arrived_on = DayField(label=_("Day of arrival"), help_text=_("The report counts as received on this day."))
    scan = forms.FileField(label=_("Scan of the document"))
    reason = forms.CharField(
        label=_("Reason of the correction"),
        required=False,
        max_length=500,
        help_text=_("Only where the paper corrects a report that was accepted already."),
    )

    def attachment(self) -> Attachment:
        """The scan as the flows take it."""
        return attachment(self.cleaned_data["scan"])


class ReviewForm(KeyedForm):
    """Reasons of a return, overall and per indicator; a note is possible when accepting too."""

    note = forms.CharField(
        label=_("Note to the agency"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, cells: Iterable[tuple[str, str]], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.codes = [code for code, _name in cells]
        for code, name in cells:
            self.fields[code] = forms.CharField(
                label=name,
                required=False,
                max_length=500,
                widget=forms.TextInput(
                    attrs={"class": "input", "aria-label": format_lazy("{}: {}", _("What is wrong"), name)}
                ),
            )

    def cell_notes(self) -> dict[str, str]:
        """Reasons by indicator code."""
        return {code: self.cleaned_data[code] for code in self.codes if self.cleaned_data[code]}


class CorrectForm(KeyedForm):
    """Why an accepted report is corrected."""

    reason = forms.CharField(
        label=_("Reason of the correction"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class WindowForm(KeyedForm):
    """Which days count; either end may stay open."""

    starts = DayField(label=_("Count from"), required=False)
    cutoff = DayField(label=_("Cut-off"), required=False)


class ConsolidateForm(KeyedForm):
    """The words of a consolidated report and in whose name it goes out."""

    summary = forms.CharField(
        label=_("Results in words"),
        required=False,
        max_length=20 * LONGEST,
        help_text=_("One line an agency: its name, a colon, its words. Other lines are the issuer's own words."),
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    difficulties = forms.CharField(
        label=_("Difficulties"), required=False, max_length=20 * LONGEST, widget=forms.Textarea(attrs={"rows": 5})
    )
    proposals = forms.CharField(
        label=_("Proposals"), required=False, max_length=20 * LONGEST, widget=forms.Textarea(attrs={"rows": 5})
    )
    issuer = forms.ChoiceField(label=_("Issued by"))
    symbol = forms.CharField(
        label=_("Symbol after the number"),
        max_length=40,
        help_text=_("For example BC-UBND. The clerk gives the number."),
    )
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, issuers: Iterable[AgencyRow], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["issuer"].choices = [(str(agency.uuid), agency.name) for agency in issuers]


class IssueForm(KeyedForm):
    """Number and day as the records clerk gave them."""

    number = forms.CharField(label=_("Number given"), max_length=20, widget=forms.TextInput(attrs={"class": "short"}))
    issued_on = DayField(label=_("Date given"))
