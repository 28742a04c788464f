"""Days, numbers and states as Vietnamese offices print them: 16/3/2026, 1.234,5, "quá hạn 11 ngày"."""

import datetime as dt
import re
from decimal import Decimal
from typing import Protocol
from uuid import uuid4

from django import template
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from haidang.domain.deadlines.state import SOON_DAYS, TaskState, state_of
from haidang.domain.deadlines.wording import due_words
from haidang.domain.terms.dates import short
from haidang.domain.terms.numbers import format_number
from haidang.domain.terms.text import fold

register = template.Library()

KINDS = frozenset({"late", "soon", "wait", "done", "info", "quiet"})
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


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
def due(last_day: dt.date | None, today: dt.date, done_on: dt.date | None = None, courtesy: bool = False) -> SafeString:
    """How a due day stands as of today, as a chip. `last_day` is the last day in time (not the printed "before" day).

    A courtesy body (court, procuracy, Front, military) is asked, not told: it never reads late.
    """
    if done_on is not None and done_on <= today:
        if last_day is None or courtesy:
            return chip(gettext("finished"), "done")
        in_time = state_of(last_day, done_on, today) is TaskState.DONE_IN_TIME
        return chip(gettext("finished in time"), "done") if in_time else chip(gettext("finished late"), "info")
    if last_day is None:
        return chip(gettext("no day set"), "quiet")
    left = (last_day - today).days
    if left < 0 and courtesy:
        return chip(gettext("the day asked for has passed"), "quiet")
    if left < 0:
        return chip(ngettext("%(days)s day overdue", "%(days)s days overdue", -left) % {"days": number(-left)}, "late")
    if left == 0:
        return chip(gettext("due today"), "soon")
    words = ngettext("%(days)s day left", "%(days)s days left", left) % {"days": number(left)}
    return chip(words, "soon" if left <= SOON_DAYS else "quiet")


class Due(Protocol):
    """Anything that says when it is due the way a reading does."""

    kind: str
    printed: str
    before: bool
    rhythm: str


@register.filter
def when(value: Due) -> str:
    """A due time as documents write it: "trước ngày 05/8/2026", "hằng quý", or that it runs through the whole plan."""
    words = due_words(value.kind, value.printed, before=value.before, rhythm=value.rhythm)
    return words or gettext("throughout the plan")


@register.simple_tag
def form_key() -> str:
    """A fresh key for a form of one button; see `frame.acting.KeyedForm`."""
    return str(uuid4())


@register.filter
def hits(text: str, words: str) -> SafeString:
    """The text with the words searched for marked, whether they were written with marks or without."""
    wanted = tuple(fold(words).split())
    if not wanted:
        return format_html("{}", text)
    # Split at words: every other part is a word; a word is hit when it holds one of those wanted, as the search has it.
    parts = re.split(r"(\w+)", text)
    shown = (_hit(part) if at % 2 and any(w in fold(part) for w in wanted) else part for at, part in enumerate(parts))
    return format_html_join("", "{}", ((part,) for part in shown))


def _hit(word: str) -> SafeString:
    return format_html('<mark class="hit">{}</mark>', word)
