"""Fields that the forms of plans and tasks share."""

import mimetypes
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from haidang.domain.indicators import catalogue
from haidang.flows.attaching import Attachment

# One byte more than may be kept: enough to see that a file is too large without holding all of it.
_READ_AT_MOST = 20 * 1024 * 1024 + 1

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


def day_field(label: Any, *, required: bool = True, **extra: Any) -> forms.DateField:
    """A day, picked or typed."""
    widget = forms.DateInput(attrs={"type": "date", "class": "day"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, widget=widget, **extra)


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


def attachment(file: UploadedFile) -> Attachment:
    """An uploaded file as flows take it; its type follows from its name, not from what the sender says."""
    guessed, _encoding = mimetypes.guess_type(file.name or "")
    return Attachment(file.name or "", guessed or "application/octet-stream", file.read(_READ_AT_MOST))
