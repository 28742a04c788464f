"""The form of one's own contact."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from haidang.sites.office.frame.acting import KeyedForm


class ContactForm(KeyedForm):
    """Phone and e-mail; whether they are such is asked below."""

    email = forms.CharField(
        label=_("E-mail"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "email", "autocomplete": "email", "spellcheck": "false"}),
    )
    phone = forms.CharField(
        label=_("Phone"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
    )


class PasswordForm(KeyedForm):
    """The password of now and the new one, twice; whether it is strong is asked below."""

    old = forms.CharField(
        label=_("Password of now"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    new = forms.CharField(
        label=_("New password"),
        max_length=400,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least 12 characters; four or five words that do not belong together are easy to keep."),
    )
    again = forms.CharField(
        label=_("New password once more"),
        max_length=400,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    verbatim = frozenset({"old", "new", "again"})

    def clean(self) -> dict[str, Any]:
        """Both new ones alike."""
        data = super().clean()
        if data.get("new") and data.get("again") and data["new"] != data["again"]:
            self.add_error("again", _("The two new passwords differ."))
        return data
