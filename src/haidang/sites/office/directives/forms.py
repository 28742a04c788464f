"""Forms of the document pages; they check shape, the acts check the rules."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from haidang.domain.directives.reading import DueKind
from haidang.flows.duty_values import DutyValues
from haidang.sites.office.directives.wording import RHYTHMS
from haidang.sites.office.frame.acting import KeyedForm

# A line of dashes divides a duty that is being split.
_DIVIDER = re.compile(r"(?m)^\s*-{3,}\s*$")
OWN_PLACES = "own"
ACCEPTED = ".docx,.doc,.rtf,.odt,.pdf,.png,.jpg,.jpeg,.html,.htm,.txt"
# Every name is looked up in the directory; all communes of a province by name are half as long.
LONGEST_NAMES = 5_000


class RegisterForm(KeyedForm):
    """The text of a document, pasted or as a file, and its entry in the arrival register."""

    verbatim = frozenset({"text"})
    text = forms.CharField(
        label=_("Text of the document"),
        required=False,
        strip=False,
        help_text=_("Paste the whole text, from the name of the issuing body to the recipients."),
        widget=forms.Textarea(attrs={"class": "document", "rows": 16, "spellcheck": "false"}),
    )
    file = forms.FileField(
        label=_("Or a file"),
        required=False,
        allow_empty_file=True,
        help_text=_(
            "Word (.docx, .doc), PDF, OpenDocument (.odt), web page (.html) or text (.txt); scans as PDF, PNG or JPEG, "
            "up to 40 scanned pages. Up to 50 MB."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPTED}),
    )
    arrival_number = forms.CharField(
        label=_("Arrival number"), required=False, max_length=40, widget=forms.TextInput(attrs={"class": "short"})
    )
    arrival_date = forms.DateField(
        label=_("Day of arrival"),
        required=False,
        input_formats=["%d/%m/%Y", "%Y-%m-%d"],
        help_text=_("As 16/3/2026; today if left empty."),
        widget=forms.DateInput(
            format="%-d/%-m/%Y", attrs={"class": "day", "inputmode": "numeric", "autocomplete": "off"}
        ),
    )
    without_duties = forms.BooleanField(
        label=_("Register it although no duty was found; I will add the duties by hand"), required=False
    )

    def clean(self) -> dict[str, object]:
        """One source, not none and not two."""
        data = super().clean() or {}
        pasted, uploaded = bool(data.get("text", "").strip()), data.get("file") is not None
        if not pasted and not uploaded and not self.has_error("file"):
            self.add_error("text", _("Paste the text of the document here, or choose a file below."))
        if pasted and uploaded:
            self.add_error(
                "file", _("There is a text and a file. Keep one of them: empty the text, or leave out the file.")
            )
        return data

    def source(self) -> tuple[bytes, str]:
        """The bytes to register and the name they are shown under."""
        uploaded = self.cleaned_data["file"]
        if uploaded is not None:
            return uploaded.read(), uploaded.name
        return self.cleaned_data["text"].replace("\r\n", "\n").encode(), "van-ban.txt"

    def keep(self, text: str) -> None:
        """Put a text into the paste box of the form as it is shown again."""
        self.data = self.data.copy()
        self.data["text"] = text


class RevisedForm(KeyedForm):
    """A form about the duties as they stood when the page was made."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def renew(self, revision: int) -> None:
        """Show again what was typed, now as an answer to the newest state."""
        if self.is_bound:
            self.data = self.data.copy()
            self.data["revision"] = revision


class DutyForm(RevisedForm):
    """A duty as a person corrects or adds it."""

    text = forms.CharField(label=_("Duty"), widget=forms.Textarea(attrs={"rows": 5}))
    leads = forms.CharField(
        label=_("Leads"),
        required=False,
        max_length=LONGEST_NAMES,
        help_text=_("As written in the document, one per line."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    supports = forms.CharField(
        label=_("Cooperating"),
        required=False,
        max_length=LONGEST_NAMES,
        help_text=_("One per line."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    due_kind = forms.ChoiceField(
        label=_("Due"),
        choices=[
            (DueKind.THROUGHOUT.value, _("throughout the plan")),
            (DueKind.DATE.value, _("on a day")),
            (DueKind.RHYTHM.value, _("in a rhythm")),
        ],
        widget=forms.RadioSelect,
    )
    due = forms.CharField(
        label=_("Day"),
        required=False,
        max_length=40,
        help_text=_("As 16/3/2026, or 16/3 where it recurs every year."),
        widget=forms.TextInput(attrs={"class": "day", "autocomplete": "off"}),
    )
    due_before = forms.BooleanField(label=_("The document says “before” this day"), required=False)
    rhythm = forms.ChoiceField(label=_("Rhythm"), required=False, choices=[("", "–"), *RHYTHMS.items()])
    clause = forms.CharField(
        label=_("Clause"), required=False, max_length=60, widget=forms.TextInput(attrs={"class": "short"})
    )
    is_report = forms.BooleanField(label=_("This duty is a report"), required=False)

    def values(self) -> DutyValues:
        """What was typed, as the act takes it."""
        typed = self.cleaned_data
        return DutyValues(
            text=typed["text"],
            clause=typed["clause"],
            leads=tuple(typed["leads"].splitlines()),
            supports=tuple(typed["supports"].splitlines()),
            due_kind=typed["due_kind"],
            due=typed["due"],
            due_before=typed["due_before"],
            rhythm=typed["rhythm"],
            is_report=typed["is_report"],
        )


class AddDutyForm(DutyForm):
    """A duty that the reader missed, with the line of the source it comes from."""

    line = forms.IntegerField(
        label=_("Line of the document"),
        required=False,
        min_value=1,
        help_text=_("If the wording stands in the document word for word, its place is found without this."),
        widget=forms.NumberInput(attrs={"class": "figure"}),
    )


class SplitForm(RevisedForm):
    """Where a duty is to be split: after a sentence, or where a line of dashes is put."""

    at = forms.ChoiceField(label=_("Split"), widget=forms.RadioSelect)
    parts = forms.CharField(
        label=_("Wording"),
        required=False,
        help_text=_("For your own places: put a line of three dashes (---) between the parts."),
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def __init__(self, *args: object, text: str, places: list[tuple[int, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self._text = text
        self.fields["parts"].initial = text
        self.fields["at"].choices = [*places, (OWN_PLACES, _("at my own places, marked below"))]
        self.fields["at"].initial = places[0][0] if places else OWN_PLACES

    def wordings(self) -> tuple[str, ...]:
        """The parts as they were divided."""
        at = self.cleaned_data["at"]
        if at == OWN_PLACES:
            return tuple(_DIVIDER.split(self.cleaned_data["parts"].replace("\r\n", "\n")))
        return self._text[: int(at)], self._text[int(at) :]


class MergeForm(RevisedForm):
    """Which duty to merge with."""

    other = forms.TypedChoiceField(label=_("Merge with"), widget=forms.RadioSelect)

    def __init__(self, *args: object, others: list[tuple[str, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].choices = others


class AgenciesForm(RevisedForm):
    """Which agencies a written name means."""

    agencies = forms.MultipleChoiceField(label=_("Agencies"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: object, choices: list[tuple[str, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agencies"].choices = choices


class FindingForm(KeyedForm):
    """A person's decision about a finding; `seen` is the state it had on the page."""

    state = forms.ChoiceField(choices=[(s, s) for s in ("open", "accepted", "ignored")], widget=forms.HiddenInput)
    seen = forms.CharField(max_length=20, widget=forms.HiddenInput)
    # The length is told by the act, with what was typed still in the field.
    reason = forms.CharField(
        label=_("Why it does not matter"), required=False, widget=forms.Textarea(attrs={"rows": 3, "maxlength": 500})
    )

    def show_again(self, state: str) -> None:
        """Show what was typed, now as an answer to the newest state."""
        self.data = self.data.copy()
        self.data["seen"] = state


class ConfirmForm(RevisedForm):
    """The officer's word that the duties are these."""

    accept_doubts = forms.BooleanField(label=_("I accept the doubts that are still open"), required=False)
