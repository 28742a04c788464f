"""Words for the states of plans and tasks."""

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

register = template.Library()

# state → (word, kind of chip)
_VERSIONS: dict[str, tuple[str | Promise, str]] = {
    "draft": (_("being drafted"), "quiet"),
    "submitted": (_("submitted for signature"), "wait"),
    "approved": (_("approved, to be signed"), "wait"),
    "signed": (_("signed, to be numbered"), "wait"),
    "issued": (_("issued"), "done"),
}
_LIVES: dict[str, str | Promise] = {
    "proposed": _("not issued yet"),
    "open": _("in progress"),
    "done": _("finished"),
    "reassigned": _("given to another agency"),
    "withdrawn": _("withdrawn"),
}
_ANSWERS: dict[str, tuple[str | Promise, str]] = {
    "waiting": (_("waiting"), "wait"),
    "approved": (_("approved"), "done"),
    "sent_back": (_("sent back"), "late"),
}


@register.filter
def version_word(state: str) -> str | Promise:
    """The state of a plan's version in words."""
    return _VERSIONS[state][0]


@register.filter
def version_kind(state: str) -> str:
    """The kind of chip for a version's state."""
    return _VERSIONS[state][1]


@register.filter
def life_word(state: str) -> str | Promise:
    """The life of a task in words; whether it is late is said by its due chip."""
    return _LIVES[state]


@register.filter
def answer_word(state: str) -> str | Promise:
    """A superior's answer in words."""
    return _ANSWERS[state][0]


@register.filter
def answer_kind(state: str) -> str:
    """The kind of chip for a superior's answer."""
    return _ANSWERS[state][1]
