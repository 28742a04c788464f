"""Where the words of a duty stand in the directive's text, and which piece of a duty a day belongs to."""

import re

from haidang.domain.directives.reading import Span
from haidang.domain.terms.dates import from_iso

# Between two words the source may have a line break or Markdown marks.
_BETWEEN = r"[\s*_#]+"


def find_words(text: str, words: str, start: int = 0, end: int | None = None) -> Span | None:
    """The first place of these words in `text[start:end]`, whatever white space lies between them; None without one."""
    wanted = words.split()
    if not wanted:
        return None
    found = re.compile(_BETWEEN.join(re.escape(word) for word in wanted)).search(
        text, start, len(text) if end is None else end
    )
    return span_of(text, found.start(), found.end()) if found else None


def span_of(text: str, start: int, end: int) -> Span:
    """The span with its line, 1-based."""
    return Span(start, end, text.count("\n", 0, start) + 1)


def line_span(text: str, line: int) -> Span | None:
    """The words of one line, 1-based, without white space round them; None where there is no such line."""
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
        if start == 0:
            return None
    if line < 1:
        return None
    end = text.find("\n", start)
    whole = text[start : len(text) if end < 0 else end]
    first = start + len(whole) - len(whole.lstrip())
    return Span(first, max(first, start + len(whole.rstrip())), line)


def names_day(part: str, printed: str) -> bool:
    """Whether the words name this day (ISO or `MM-DD`), however it is written."""
    day = from_iso(printed)
    return bool(
        re.search(rf"(?<!\d)0?{day.day}\s?[/.\-]\s?0?{day.month}(?!\d)", part)
        or re.search(rf"(?<!\d)0?{day.day}\s+tháng\s+0?{day.month}(?!\d)", part)
    )
