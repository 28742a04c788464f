"""Where the words of a duty stand in the directive's text, and which piece of a duty a day belongs to."""

import re

from haidang.domain.directives.reading import Span
from haidang.domain.terms.dates import from_iso

# Between two words the source may have a line break or Markdown marks.
_BETWEEN = r"[\s*_#]+"
# Words of the source take at most this many times the room that they take without line ends and marks.
_REACH = 2


def find_words(text: str, words: str, start: int = 0, end: int | None = None) -> Span | None:
    """The first place of these words in `text[start:end]`, whatever white space lies between them; None without one.

    The same letters come before words that differ in capitals: a duty opens with a capital, its source may not.
    """
    wanted = words.split()
    if not wanted:
        return None
    pattern = _BETWEEN.join(re.escape(word) for word in wanted)
    last = len(text) if end is None else end
    found = re.compile(pattern).search(text, start, last) or re.compile(pattern, re.IGNORECASE).search(
        text, start, last
    )
    return span_of(text, found.start(), found.end()) if found else None


def place_of(text: str, words: str, known: Span) -> Span:
    """Where a reworded duty stands: on its words where the source has them at the known place, else that place.

    The words may begin before the place on its first line and go on after it.
    """
    if not known.line:
        return find_words(text, words) or known
    reach = _REACH * len(words)
    first = max(text.rfind("\n", 0, known.start) + 1, known.start - reach)
    found = find_words(text, words, first, known.end + reach)
    touches = found is not None and found.start < known.end and known.start < found.end
    return found if found is not None and touches else known


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
