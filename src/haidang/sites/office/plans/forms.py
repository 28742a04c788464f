"""Forms of plans: they check shape only; rules of the programme stand in the flows."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from haidang.apps.people.queries import AgencyRow, PostRow
from haidang.domain.indicators import catalogue
from haidang.sites.office.frame.acting import KeyedForm
from haidang.sites.office.plans.fields import DUE_KINDS, RHYTHMS, day_field, text_field


class PlanForm(KeyedForm):
    """A plan's own facts when it is begun."""

    title = forms.CharField(
        label=_("Title of the plan"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Without the word “Plan”: it is printed above."),
    )
    issuer = forms.ChoiceField(label=_("Issued in the name of"))
    year = forms.IntegerField(
        label=_("Year"),
        required=False,
        min_value=2000,
        max_value=2100,
        widget=forms.NumberInput(attrs={"class": "short"}),
        help_text=_("Days printed without a year take this one."),
    )
    starts = day_field(_("From"), required=False)
    ends = day_field(_("To"), required=False)

    def __init__(self, *args: Any, issuers: Sequence[AgencyRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["issuer"].choices = [(str(row.uuid), row.name) for row in issuers]  # type: ignore[attr-defined]


class PlanFactsForm(PlanForm):
    """The same facts with aims and funds, while the plan is a draft."""

    aims = text_field(_("Aims and requirements"), rows=5, required=False, help_text=_("One aim a line."))
    funds = text_field(_("Funds"), rows=2, required=False)


class DueForm(KeyedForm):
    """When a duty is due: only what a person types."""

    kind = forms.ChoiceField(label=_("Due"), choices=DUE_KINDS, widget=forms.RadioSelect)
    day = day_field(_("Day"), required=False)
    before = forms.BooleanField(label=_("before this day (late from this day on)"), required=False)
    rhythm = forms.ChoiceField(label=_("Rhythm"), choices=RHYTHMS, required=False)


class ItemForm(DueForm):
    """A duty of the plan's own."""

    text = text_field(_("What is to be done"), rows=3)
    field_order = ("text", "kind", "day", "before", "rhythm")


class GiveForm(KeyedForm):
    """Which agencies lead a duty and which cooperate."""

    leads = forms.MultipleChoiceField(
        label=_("Lead agencies"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Each lead gets a task of its own."),
    )
    named = text_field(
        _("Further leads by name"),
        rows=2,
        required=False,
        help_text=_("One name a line; a collective such as “UBND các xã, phường” gives every member a task."),
    )
    cooperating = forms.MultipleChoiceField(
        label=_("Cooperating agencies"), required=False, widget=forms.CheckboxSelectMultiple
    )
    answering = forms.ChoiceField(
        label=_("Who answers for the joint product"),
        required=False,
        help_text=_("Only where several leads make one product together."),
    )

    def __init__(self, *args: Any, agencies: Sequence[AgencyRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(row.uuid), row.name) for row in agencies]
        for name in ("leads", "cooperating"):
            # Those chosen so far stand first: in a long list they would be out of sight.
            chosen = set(self.initial.get(name, ()))
            self.fields[name].choices = sorted(choices, key=lambda pair: pair[0] not in chosen)  # type: ignore[attr-defined]
        self.fields["answering"].choices = [("", _("no joint product")), *choices]  # type: ignore[attr-defined]


class ReasonForm(KeyedForm):
    """A reason in words; `label` says for what."""

    reason = text_field(_("Reason"))

    def __init__(self, *args: Any, label: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if label:
            self.fields["reason"].label = label


class ReportRequestForm(KeyedForm):
    """A report asked for, with the day a person gives."""

    title = forms.CharField(label=_("Name of the report"), max_length=1000)
    due = day_field(_("Day"))
    before = forms.BooleanField(label=_("before this day (late from this day on)"), required=False, initial=True)
    form = forms.ChoiceField(label=_("Table of figures"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["form"].choices = [(form.code, form.name) for form in catalogue.forms()]  # type: ignore[attr-defined]


class SubmitForm(KeyedForm):
    """One to three superiors, in the order in which they are asked."""

    first = forms.ChoiceField(label=_("First shown to"))
    second = forms.ChoiceField(label=_("Then to"), required=False)
    third = forms.ChoiceField(label=_("Last to"), required=False)

    def __init__(self, *args: Any, superiors: Sequence[PostRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("– choose –")), *((str(row.uuid), post_words(row)) for row in superiors)]
        for name in ("first", "second", "third"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    @property
    def chosen(self) -> list[str]:
        """The posts in order, empty places left out."""
        return [self.cleaned_data[name] for name in ("first", "second", "third") if self.cleaned_data[name]]


class ReviewForm(KeyedForm):
    """A superior's answer."""

    approved = forms.ChoiceField(
        label=_("Answer"),
        choices=(("yes", _("Approve")), ("no", _("Send back to be mended"))),
        widget=forms.RadioSelect,
    )
    note = text_field(_("Note"), required=False, help_text=_("Needed when it is sent back: what is to be mended."))


class SignatureForm(KeyedForm):
    """A signed paper: who signed, and its scan."""

    post = forms.ChoiceField(label=_("Signed by"))
    scan = forms.FileField(label=_("Scan of the signed paper"))

    def __init__(self, *args: Any, signers: Sequence[PostRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["post"].choices = [(str(row.uuid), post_words(row)) for row in signers]  # type: ignore[attr-defined]


class NumberForm(KeyedForm):
    """Number, symbol and day as the records clerk gives them."""

    number = forms.CharField(
        label=_("Number of the document"), max_length=40, widget=forms.TextInput(attrs={"class": "short"})
    )
    symbol = forms.CharField(label=_("Symbol"), max_length=40, help_text=_("For instance KH-UBND."))
    issued_on = day_field(_("Day of issue"))


def post_words(row: PostRow) -> str:
    """A post with its agency and holder, as a choice shows it."""
    return " · ".join(filter(None, (row.holder, row.title, row.agency_name)))
