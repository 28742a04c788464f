"""Figures and states of reports: a number, or the words of an emptiness; a state with its word and colour."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from haidang.domain.indicators.amounts import Amount, Emptiness
from haidang.domain.terms.numbers import format_number
from haidang.sites.office.reports import words
from haidang.sites.office.templatetags.office import chip

register = template.Library()


@register.filter
def amount(value: Amount) -> str | SafeString:
    """The number as 1.234,5, or the emptiness in words: 0 is a number, the others are not."""
    if value.value is not None:
        return format_number(value.value)
    return format_html('<span class="quiet">{}</span>', words.EMPTY[value.emptiness or Emptiness.MISSING])


@register.simple_tag
def report_state(state: str, late: bool = False) -> SafeString:
    """The state of an agency's report; nothing sent after the day is late."""
    word, kind = words.REPORT[state]
    return chip(word, "late" if late and state == "none" else kind)


@register.simple_tag
def reporter_state(state: str) -> SafeString:
    """How an agency stood when a consolidated report was frozen."""
    return chip(*words.REPORTER[state])


@register.simple_tag
def consolidation_state(state: str) -> SafeString:
    """Whose turn a consolidated report is."""
    return chip(*words.CONSOLIDATION[state])
