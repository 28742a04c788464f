"""The form of one's own contact."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from haidang.sites.office.frame.acting import KeyedForm
from haidang.sites.office.plans.fields import DayField


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


class NewPasswordForm(KeyedForm):
    """A new password, twice; whether it is strong is asked below."""

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
    verbatim = frozenset({"new", "again"})

    def clean(self) -> dict[str, Any]:
        """Both new ones alike."""
        data = super().clean()
        if data.get("new") and data.get("again") and data["new"] != data["again"]:
            self.add_error("again", _("The two new passwords differ."))
        return data


class PasswordForm(NewPasswordForm):
    """The password of now besides."""

    old = forms.CharField(
        label=_("Password of now"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    field_order = ("old", "new", "again")
    verbatim = frozenset({"old", "new", "again"})


class TakeOverForm(NewPasswordForm):
    """Account name, the code that was handed over, and the password to be."""

    username = forms.CharField(
        label=_("Account name"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    code = forms.CharField(
        label=_("Code"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        help_text=_("The 24 letters and digits that the administrator gave you; hyphens may be left out."),
    )
    field_order = ("username", "code", "new", "again")


class LendForm(KeyedForm):
    """Which post, to whom, for which days."""

    post = forms.ChoiceField(label=_("Post"))
    to = forms.ChoiceField(label=_("Colleague"))
    since = DayField(label=_("From"))
    until = DayField(label=_("Until"))

    def __init__(
        self, posts: Iterable[tuple[str, str]], people: Iterable[tuple[str, str]], *args: object, **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["post"].choices = list(posts)
        self.fields["to"].choices = [("", "—"), *people]
