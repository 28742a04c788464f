"""Words for what a check found: weights, kinds, outcomes of rules, decisions."""

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

register = template.Library()

# severity → (word, kind of chip)
_SEVERITIES: dict[str, tuple[str | Promise, str]] = {
    "error": (_("error"), "late"),
    "warning": (_("warning"), "soon"),
    "note": (_("hint"), "info"),
}
_KINDS: dict[str, str | Promise] = {
    "form": _("form of documents"),
    "date": _("dates"),
    "citation": _("citations"),
    "stale": _("out of date"),
    "unit": _("units and agencies"),
    "term": _("legal terms"),
    "spelling": _("spelling"),
    "deadline": _("deadlines"),
    "competence": _("competence"),
}
_OUTCOMES: dict[str, tuple[str | Promise, str]] = {
    "pass": (_("passed"), "done"),
    "fail": (_("something found"), "soon"),
    "not_applicable": (_("does not apply"), "quiet"),
    "not_evaluated": (_("not enough facts"), "quiet"),
}
_STATES: dict[str, tuple[str | Promise, str]] = {
    "open": (_("to be decided"), "wait"),
    "accepted": (_("noted"), "done"),
    "ignored": (_("ignored"), "quiet"),
}


@register.filter
def severity_word(severity: str) -> str | Promise:
    """How much a finding weighs, in words; a weight nobody knows is shown by its code."""
    return _SEVERITIES[severity][0] if severity in _SEVERITIES else severity


@register.filter
def severity_chip(severity: str) -> str:
    """The kind of chip for a weight."""
    return _SEVERITIES[severity][1] if severity in _SEVERITIES else "quiet"


@register.filter
def kind_word(kind: str) -> str | Promise:
    """What a finding is about, in words."""
    return _KINDS.get(kind, kind)


@register.filter
def outcome_word(outcome: str) -> str | Promise:
    """What a rule said, in words."""
    return _OUTCOMES[outcome][0] if outcome in _OUTCOMES else outcome


@register.filter
def outcome_chip(outcome: str) -> str:
    """The kind of chip for an outcome."""
    return _OUTCOMES[outcome][1] if outcome in _OUTCOMES else "quiet"


@register.filter
def state_word(state: str) -> str | Promise:
    """A person's decision in words."""
    return _STATES[state][0] if state in _STATES else state


@register.filter
def state_chip(state: str) -> str:
    """The kind of chip for a decision."""
    return _STATES[state][1] if state in _STATES else "quiet"
