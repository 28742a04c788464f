"""The form of one's own contact."""

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
