"""Facts stated in passing: quantified aims, periods with both days known, the slogan."""

import re
from collections.abc import Iterator

from haidang.domain.directives.dues import DAY, read_day, safe_date
from haidang.domain.directives.page import Page
from haidang.domain.directives.reading import Target, Window
from haidang.domain.directives.wordlists import WORDING
from haidang.domain.terms.dates import PartialDate

_FIGURE = r"(\d{1,3}(?:[.,]\d+)?)"
_RANGE = re.compile(rf"[Tt]ừ\s+{_FIGURE}\s?%?\s*(?:đến|tới|-|–)\s*{_FIGURE}\s?(%)")
_SHARE = re.compile(r"(\d(?<![\d,.]\d)\d{0,2}(?:[.,]\d+)?)\s?(%)(\s+trở\s+lên|\s+trở\s+xuống)?", re.IGNORECASE)
_COUNT = re.compile(
    rf"(ít nhất|tối thiểu|không dưới)\s+(?:là\s+|từ\s+)?{_FIGURE}\s+([^\W\d_]+/[^\W\d_]+|[^\W\d_]+(?:\s[^\W\d_]+)?)",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"(?<!\w)(?:mỗi|từng|hằng|hàng (?:ngày|tuần|tháng|quý|năm)|phấn đấu|chỉ tiêu|trở lên)(?!\w)", re.IGNORECASE
)
_TIMES = frozenset(WORDING["units"]["of_time"])
_OF_TWO = frozenset(WORDING["units"]["of_two"])
_OPERATORS = (
    (
        ">=",
        re.compile(
            r"(?:ít nhất|tối thiểu|không dưới|không thấp hơn|không ít hơn)\s+(?:là\s+|từ\s+|đạt\s+|trên\s+)?$",
            re.IGNORECASE,
        ),
    ),
    (
        "<=",
        re.compile(r"(?:không quá|tối đa|không vượt(?: quá)?|không cao hơn|nhiều nhất)\s+(?:là\s+)?$", re.IGNORECASE),
    ),
    (">", re.compile(r"(?:trên|hơn|vượt|lớn hơn|cao hơn)\s+(?:mức\s+)?$", re.IGNORECASE)),
    ("<", re.compile(r"(?:dưới|nhỏ hơn|thấp hơn)\s+(?:mức\s+)?$", re.IGNORECASE)),
)
_HOUR = r"(?:\d{1,2}\s?(?:h|giờ)\s?\d{0,2},?\s*)?"
_PERIOD = re.compile(
    rf"(?-i:[Tt])ừ\s+{_HOUR}(?:ngày\s+)?(?P<a>[^;()\n]{{3,30}}?)\s*(?:đến|tới|–|-)\s+(?:hết\s+)?{_HOUR}(?:hết\s+)?(?:ngày\s+)?"
    r"(?=\d)(?=(?P<b>[^;()\n]{3,30}))",
    re.IGNORECASE,
)
_PAIR = re.compile(r"(?<![\d/.])(\d{1,2})/(\d{1,2})(?:/(\d{4}))?\s?[-–]\s?(\d{1,2})/(\d{1,2})(?:/(\d{4}))?(?![\d/])")
_YEARLY = re.compile(r"\s*,?\s*(?:hằng|hàng|mỗi) năm", re.IGNORECASE)
_LEADING_DAY = re.compile(r"^(\d{1,2})$")
_THEME = re.compile(
    r"chủ đề(?:[^“”\"\n.;]|“(?:ngày|năm|tháng)[^”\n]{0,80}”|\"(?:ngày|năm|tháng)[^\"\n]{0,80}\"){0,90}?"
    r"[“\"](?!ngày\s|tháng\s)([^“”\"\n]{6,200})[”\"]",
    re.IGNORECASE,
)


def targets(page: Page, start: int, end: int, *, aims: bool) -> tuple[Target, ...]:
    """Quantified aims between two places.

    In a part that states aims every "ít nhất" counts; in a task only one that is shared out ("mỗi xã ít nhất 02 buổi"),
    since "ít nhất 10 người" there says how the work is done.
    """
    value = page.value
    found_aims: list[Target] = []
    ranges = []
    shares = value.find("%", start, end) >= 0
    for found in _RANGE.finditer(value, start, end) if shares else ():
        ranges.append(found.span())
        what = _around(value, found.start(), found.end())
        for op, group in ((">=", 1), ("<=", 2)):
            found_aims.append(Target(op, _figure(found[group]), "%", what, page.span(*found.span())))
    for found in _SHARE.finditer(value, start, end) if shares else ():
        if not any(first <= found.start() < last for first, last in ranges):
            op = _operator(value[max(start, found.start() - 24) : found.start()], found[3])
            what = _around(value, found.start(), found.end())
            found_aims.append(Target(op, _figure(found[1]), "%", what, page.span(*found.span())))
    counts = any(value.find(word, start, end) >= 0 for word in ("nhất", "thiểu", "không dưới", "Không dưới"))
    for found in _COUNT.finditer(value, start, end) if counts else ():
        words = found[3].lower().split()
        if words[0] in _TIMES or not (aims or "/" in found[3] or _RATE.search(_clause(value, found, start, end))):
            continue
        unit = found[3] if " ".join(words[:2]) in _OF_TWO or "/" in found[3] else found[3].split()[0]
        what = _around(value, found.start(), found.end())
        found_aims.append(
            Target(">=", _figure(found[2]), unit, what, page.span(found.start(), found.start(3) + len(unit)))
        )
    return tuple(sorted(found_aims, key=lambda aim: aim.span.start))


def _clause(value: str, found: re.Match[str], start: int, end: int) -> str:
    """What stands between the commas around a figure."""
    first = max(start, *(value.rfind(mark, start, found.start()) + 1 for mark in ",;.:\n"))
    return value[first : min([end, *(at for mark in ",;.\n" if (at := value.find(mark, found.end(), end)) >= 0)])]


def windows(page: Page, stretches: list[tuple[int, int]], year: int | None) -> tuple[Window, ...]:
    """Periods of two days or more with both days known, each once; with no printed year the document's, or `MM-DD`."""
    seen: set[tuple[str, str]] = set()
    kept = []
    found_periods = [found for start, end in stretches for found in _periods(page.value, start, end, year)]
    for first, last, at, stop in sorted(found_periods, key=lambda period: period[2]):
        a, b = first.whole, last.whole
        recurring = first.year is None and last.year is None
        if not recurring and (a is None or b is None or not 1 <= (b - a).days <= 800):
            continue
        days = (first.iso(), last.iso())
        if days not in seen:
            seen.add(days)
            kept.append(Window(*days, _around(page.value, at, stop), page.span(at, stop)))
    return tuple(kept)


def theme(page: Page, start: int, end: int) -> tuple[str, tuple[int, int]] | None:
    """The announced slogan and its place."""
    found = _THEME.search(page.value, start, end)
    return (found[1].strip(" .;"), found.span(1)) if found else None


def _periods(value: str, start: int, end: int, year: int | None) -> Iterator[tuple[PartialDate, PartialDate, int, int]]:
    for found in _PERIOD.finditer(value, start, end):
        last = DAY.match(value, found.start("b"))
        first = DAY.match(value, found.start("a"))
        b = read_day(last) if last else None
        if last is None or b is None or b.month is None:
            continue
        a = read_day(first) if first and first.end() <= found.end("a") + 1 else None
        if a is None and (alone := _LEADING_DAY.match(found["a"].strip())) and 1 <= int(alone[1]) <= 31:
            a = safe_date(b.year, b.month, int(alone[1]))
        if a is None:
            continue
        known = b.year or a.year
        if known is None and (_YEARLY.match(value, last.end()) or year is None):
            yield a, b, found.start(), last.end()
            continue
        known = known or year or 0
        b = b.in_year(known)
        a = a.in_year(known if (a.month or 0, a.day or 0) <= (b.month or 0, b.day or 0) else known - 1)
        yield a, b, found.start(), last.end()
    for found in _PAIR.finditer(value, start, end):
        a, b = (
            safe_date(_int(found[3]), int(found[2]), int(found[1])),
            safe_date(_int(found[6]), int(found[5]), int(found[4])),
        )
        if a is None or b is None or ((a.month, a.day) >= (b.month, b.day) and not (a.year and b.year)):
            continue
        nearby = re.search(r"\b(20\d{2})\b", value[found.end() : found.end() + 60])
        known = b.year or a.year or (int(nearby[1]) if nearby else year)
        if known is not None and not (a.year and b.year and a.year != b.year and (a.month, a.day) == (b.month, b.day)):
            yield a.in_year(known), b.in_year(known), found.start(), found.end()


def _int(written: str | None) -> int | None:
    return int(written) if written else None


def _figure(written: str) -> float:
    return (
        float(written.replace(",", "."))
        if not re.fullmatch(r"\d{1,3}\.\d{3}", written)
        else float(written.replace(".", ""))
    )


def _operator(head: str, tail: str | None) -> str:
    if tail:
        return ">=" if "lên" in tail else "<="
    return next((op for op, pattern in _OPERATORS if pattern.search(head)), "=")


def _around(value: str, start: int, end: int) -> str:
    """The clause a fact stands in, at most 160 characters."""
    first = max(value.rfind(mark, max(0, start - 120), start) for mark in (";", ".", "\n", ":"))
    stops = [p for p in (value.find(mark, end, end + 90) for mark in (";", ".", "\n")) if p >= 0]
    return value[
        (first + 1 if first >= 0 else max(0, start - 120)) : (min(stops) if stops else min(len(value), end + 60))
    ].strip(" -–+*(")
