"""Days, numbers and states as Vietnamese offices print them: 16/3/2026, 1.234,5, "quá hạn 11 ngày"."""

import datetime as dt
import re
from decimal import Decimal
from uuid import uuid4

from django import template
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from haidang.domain.terms.dates import short
from haidang.domain.terms.numbers import format_number
from haidang.domain.terms.text import fold

register = template.Library()

KINDS = frozenset({"late", "soon", "wait", "done", "info", "quiet"})
# From this many days before the due day a chip turns amber: the week the desk speaks of.
SOON_DAYS = 7
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")


@register.filter
def day(value: dt.date | dt.datetime | None) -> str:
    """The day as 16/3/2026 in Vietnamese time; nothing for None."""
    if value is None or value == "":
        return ""
    if isinstance(value, dt.datetime):
        value = (timezone.localtime(value) if timezone.is_aware(value) else value).date()
    return short(value)


@register.filter
def short_day(value: dt.date | None) -> str:
    """The day without its year, 16/3, where the year is plain from the page."""
    return f"{value.day}/{value.month}" if value else ""


@register.filter
def daytime(value: dt.datetime | None) -> str:
    """The moment as "9:05 16/3/2026" in Vietnamese time."""
    if not value:
        return ""
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{local.hour}:{local.minute:02d} {short(local.date())}"


@register.filter
def weekday(value: dt.date) -> str:
    """The name of the day of the week, in Vietnamese as on every official page."""
    return WEEKDAYS[value.weekday()]


@register.filter
def number(value: Decimal | int | float | None) -> str:
    """A number as 1.234,5; a dash for None, because nothing reported is not zero."""
    if value is None or value == "":
        return "–"
    return format_number(value)


@register.simple_tag
def chip(word: str, kind: str = "quiet") -> SafeString:
    """A state: a word in a colour. `kind` is one of late, soon, wait, done, info, quiet."""
    if kind not in KINDS:
        raise ValueError(f"unknown kind of chip: {kind}")
    return format_html('<span class="chip {}">{}</span>', kind, word)


@register.simple_tag
def due(last_day: dt.date | None, today: dt.date, done_on: dt.date | None = None) -> SafeString:
    """How a due day stands as of today, as a chip. `last_day` is the last day in time (not the printed "before" day).

    With `done_on` it says whether the work was finished in time; without a day there is nothing to be late from.
    """
    if done_on is not None:
        if last_day is not None and done_on > last_day:
            return chip(gettext("finished late"), "info")
        return chip(gettext("finished in time") if last_day else gettext("finished"), "done")
    if last_day is None:
        return chip(gettext("no day set"), "quiet")
    left = (last_day - today).days
    if left < 0:
        return chip(ngettext("%(days)s day overdue", "%(days)s days overdue", -left) % {"days": number(-left)}, "late")
    if left == 0:
        return chip(gettext("due today"), "soon")
    words = ngettext("%(days)s day left", "%(days)s days left", left) % {"days": number(left)}
    return chip(words, "soon" if left <= SOON_DAYS else "quiet")


@register.simple_tag
def form_key() -> str:
    """A fresh key for a form of one button; see `frame.acting.KeyedForm`."""
    return str(uuid4())


@register.filter
def hits(text: str, words: str) -> SafeString:
    """The text with the words searched for marked, whether they were written with marks or without."""
    wanted = tuple(fold(words).split())
    parts = re.split(r"(\w+)", text) if wanted else [text]
    return format_html_join(
        "", "{}", ((_hit(part) if wanted and part[:1].isalnum() and fold(part).startswith(wanted) else part,) for part in parts)
    )


def _hit(word: str) -> SafeString:
    return format_html('<mark class="hit">{}</mark>', word)
