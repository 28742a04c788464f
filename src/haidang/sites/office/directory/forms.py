"""Forms of the protected details of an officer."""

from collections.abc import Iterable

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from haidang.domain.access.sensitivity import Purpose
from haidang.sites.office.frame.acting import KeyedForm

PURPOSES: dict[Purpose, str | Promise] = {
    Purpose.CONTACT: _("to reach the officer about work"),
    Purpose.SUPERVISE: _("to direct and to chase"),
    Purpose.INSPECT: _("an inspection that was ordered"),
    Purpose.ADMINISTER: _("to administer the account"),
    Purpose.SUPPORT: _("to support a victim"),
    Purpose.VERIFY: _("to verify and identify a victim"),
    Purpose.EMERGENCY: _("emergency: a life or somebody's health is in danger"),
}


class PurposeForm(forms.Form):
    """What for; only what the viewer may name is offered."""

    purpose = forms.ChoiceField(label=_("What do you need it for?"), widget=forms.RadioSelect)

    def __init__(self, purposes: Iterable[Purpose], *args: object, **kwargs: object) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        offered = [one for one in Purpose if one in set(purposes)]
        self.fields["purpose"].choices = [(one.value, PURPOSES[one]) for one in offered]


class EmergencyForm(KeyedForm):
    """Why; the sentence is kept and read by the second person, the inspector and the officer concerned."""

    reason = forms.CharField(
        label=_("What is the danger, and why can it not wait?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Write about the danger, not about who is in it: no names, no addresses."),
    )
