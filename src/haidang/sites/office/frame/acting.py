"""From a filled form to an act: call the flow, put a refusal where the person sees it, keep what was typed."""

from collections.abc import Callable
from typing import TypeVar
from uuid import uuid4

from django import forms

from haidang.domain.terms.refusal import Refusal
from haidang.sites.office.frame.refusals import HIDDEN, words

Result = TypeVar("Result")


class KeyedForm(forms.Form):
    """A form that makes one record: its hidden key travels to the flow, which does an act once per key.

    Two presses, a resend after Back and two tabs of the same form all carry the same key.
    """

    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


def attempt(form: forms.Form, work: Callable[[], Result]) -> Result | None:
    """Run the act; a refusal's words go to the field it concerns, else above the form, and the answer is None.

    Refusals that must not show (`not_found`, `not_allowed`) pass through to the page for what is not there.
    """
    try:
        return work()
    except Refusal as refusal:
        if refusal.code in HIDDEN:
            raise
        shown = refusal.field in form.fields and not form[refusal.field].is_hidden
        form.add_error(refusal.field if shown else None, words(refusal))
        return None
