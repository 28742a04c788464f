"""From a filled form to an act: call the flow, put a refusal where the person sees it, keep what was typed."""

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import uuid4

from django import forms

from haidang.domain.terms.refusal import Refusal
from haidang.sites.office.frame.refusals import HIDDEN, words

Result = TypeVar("Result")

# What no document can hold becomes a blank, and marks that turn the direction of reading go: a pasted one would stop
# the signed paper weeks later, where nobody can see or take it out. Tabs and line ends stay.
_UNPRINTABLE = {
    **dict.fromkeys((*range(9), *range(14, 32), 127, 0xFFFE, 0xFFFF), " "),
    **dict.fromkeys((0x0B, 0x0C), "\n"),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), ""),
}


class KeyedForm(forms.Form):
    """A form that makes one record: its hidden key travels to the flow, which does an act once per key.

    Two presses, a resend after Back and two tabs of the same form all carry the same key.
    """

    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    # Fields whose text is taken exactly as it was pasted.
    verbatim: frozenset[str] = frozenset()

    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Typed text without what cannot be printed; in a field of one line, one line."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        for name, value in data.items():
            if isinstance(value, str) and name not in self.verbatim:
                text = value.translate(_UNPRINTABLE)
                long = isinstance(self.fields[name].widget, forms.Textarea)
                data[name] = text if long else " ".join(text.splitlines()).strip()
        return data


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
