"""Fields that the forms of plans and tasks share."""

from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from haidang.domain.indicators import catalogue
from haidang.domain.terms import dates
from haidang.domain.terms.refusal import Refusal
from haidang.sites.office.frame.refusals import words

RHYTHMS = (
    ("", _("– choose –")),
    ("day", _("every day")),
    ("week", _("every week")),
    ("month", _("every month")),
    ("quarter", _("every quarter")),
    ("half", _("every six months")),
    ("nine_months", _("nine months")),
    ("year", _("every year")),
)
DUE_KINDS = (
    ("throughout", _("throughout the plan")),
    ("date", _("on a day")),
    ("rhythm", _("in a rhythm")),
)


class DayField(forms.Field):
    """A day typed as 16/3/2026. A browser's own date box would show the month first on an English machine."""

    widget = forms.TextInput(
        attrs={"class": "day", "inputmode": "numeric", "autocomplete": "off", "placeholder": "16/3/2026"}
    )

    def to_python(self, value: Any) -> date | None:
        if isinstance(value, date) or value in self.empty_values:
            return value or None
        try:
            return dates.parse_date(value)
        except Refusal as refusal:
            raise forms.ValidationError(words(refusal)) from refusal

    def prepare_value(self, value: Any) -> Any:
        return dates.short(value) if isinstance(value, date) else value


def day_field(label: Any, *, required: bool = True, **extra: Any) -> DayField:
    """A day that a person types."""
    return DayField(label=label, required=required, **extra)


def text_field(label: Any, *, rows: int = 3, required: bool = True, **extra: Any) -> forms.CharField:
    """Several lines of text."""
    return forms.CharField(
        label=label, required=required, widget=forms.Textarea(attrs={"rows": rows}), max_length=20000, **extra
    )


def indicator_choices() -> list[Any]:
    """Indicators by group, each with its unit; nothing chosen first."""
    groups: dict[str, list[tuple[str, str]]] = {}
    seen: set[str] = set()
    for form in catalogue.forms():
        for indicator in form.indicators:
            if indicator.code not in seen:
                seen.add(indicator.code)
                groups.setdefault(indicator.group, []).append((indicator.code, f"{indicator.name} ({indicator.unit})"))
    return [("", _("– choose –")), *groups.items()]


class ManyFilesInput(forms.ClearableFileInput):
    """A file input that takes several files."""

    allow_multiple_selected = True


class ManyFiles(forms.FileField):
    """Any number of files; gives a list, empty without files."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        one = super().clean
        files = data if isinstance(data, list | tuple) else [data]
        return [one(file, initial) for file in files if file]
