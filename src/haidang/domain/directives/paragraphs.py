"""Physical lines joined into paragraphs: hard wraps and page breaks undone, items kept apart."""

import re

from haidang.domain.directives.page import Line
from haidang.domain.directives.wordlists import LABEL, OWN_KINDS, UP, any_of
from haidang.domain.terms.text import fold

MARKER = re.compile(
    r"(?:(?P<chapter>(?:PHẦN|CHƯƠNG|Phần|Chương)\s+(?:(?i:thứ\s+[a-zưấ]+)|[IVX]+|\d+)\b)[.:\s]*"
    rf"|(?P<capital>[A-EĐGH])\s*[.)/]\s*(?=[{UP}]{{2,}}[\s,])"
    # The stop behind the number of a part is the first thing that scanning loses; "vi phạm", "xi măng" are words.
    rf"|(?P<part>[IVX]{{1,6}}\s*[.)/]|[IVX]{{1,6}}\s*-(?=\s)"
    rf"|(?!VI (?:PHẠM|SINH|TÍNH|NHỰA|MẠCH)|XI MĂNG)[IVX]{{1,6}}(?= [{UP}]{{2,}}[{UP} ,–-]{{6,}}(?:\n|\Z)))[.:\s]*"
    r"|(?P<article>Điều\s+\d+)\s*[.:]\s*"
    r"|(?P<sub>\d{1,2}(?:\.\d{1,2}){1,3})\s*[.)]?\s+(?=[^\W\d_]|[“\"(])"
    r"|(?P<number>\d{1,2})\s*[.)]\s*(?=[^\W\d_]|[“\"(]|\d+\s?%)|(?P<slashed>\d{1,2})/\s+(?=[^\W\d_])"
    r"|\((?P<paren>\d{1,2}|[a-zđ])\s?\)\s+"
    r"|(?P<letter>[a-zđ])\s*(?:\)\s*|\.\s+)(?=\S)"
    r"|(?P<plus>\+)\s*(?=\S)|(?P<star>\*)\s+(?=\S)|(?P<bullet>[-–—−•▪●·‐‑])\s*(?=[^\s\-–—_.]))",
)
_KIND_LINE = re.compile(rf"^{any_of(fold(name) for name in OWN_KINDS)}\s*:?$")
_STARTS = re.compile(
    r"^(?:(?:\S+\s){1,5}?\S+\s?,\s*ng[àa]y[\s\d.…]*th[áa]ng[\s\d.…]*n[ăa]m\b|Số\s*:|V/v|Kính gửi|N[ơo]i nh[ậạâa]n|"
    r"CỘNG H[OÒ]|Độc lập\s*-|TM\.|KT\.|TL\.|TUQ\.|Q\.)"
)
_ENDS = re.compile(
    r"(?:^N[ơo]i nh[ậạâa]n\s*:?|Hạnh phúc\W*|CHỦ NGHĨA VIỆT NAM\W*|"
    r",\s*ng[àa]y\s*\d*\s*th[áa]ng\s*\d*\s*n[ăa]m\s*\d*\.?|\./\.)$"
)
_FOOT = re.compile(r"^N[ơo]i nh[ậạâa]n")
_MOTTO_THEN = re.compile(r"Hạnh phúc\W*(?:-{3,}|_{3,}|Số\s*:)")
_INLINE = re.compile(r"[.:;] (?:\d{1,2}\.|[a-eđ]\)|-) [^\W\d_]")
_RUNNING = 1500
_TERMINAL = ".;:!?…"


def is_flattened(lines: list[Line]) -> bool:
    """Whether the line breaks of the text mean nothing (a page flattened to running text, items inside the lines)."""
    if any(_MOTTO_THEN.search(line.value) for line in lines[:40]):
        return True
    if any(len(line.value) > _RUNNING and len(_INLINE.findall(line.value)) > 3 for line in lines):
        return True
    starts = sum(1 for line in lines if MARKER.match(line.value))
    inline = sum(len(_INLINE.findall(line.value)) for line in lines)
    return inline > 8 and inline > 3 * (starts + 1)


def join_lines(lines: list[Line]) -> list[list[Line]]:
    """Group the lines into paragraphs, in order."""
    width = _wrap_width(lines)
    spaced = sum(1 for line in lines if line.after_blank) > 0.6 * len(lines)
    groups: list[list[Line]] = []
    foot = False
    for line in lines:
        foot = foot or bool(_FOOT.match(line.value))
        title = len(groups) > 1 and is_kind_line(groups[-2][-1].value)
        if (
            groups
            and _goes_on(groups[-1], line, width, foot)
            and not (title and line.after_blank and line.value[:1].isupper())
            and not (width and _set_off(groups[-1][-1], line, spaced))
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def marker_of(value: str, at: int = 0) -> re.Match[str] | None:
    """The marker (number, letter, bullet …) an item opens with."""
    return MARKER.match(value, at)


def is_kind_line(value: str) -> bool:
    """Whether a line is the name of a kind of document in capitals, its marks perhaps lost in scanning."""
    return len(value) < 24 and value.isupper() and bool(_KIND_LINE.match(fold(value)))


def _wrap_width(lines: list[Line]) -> int:
    """The length lines were wrapped at, or 0 where they were not."""
    lengths = sorted(len(line.value) for line in lines)
    if len(lengths) < 8:
        return 0
    width = lengths[int(len(lengths) * 0.95)]
    wrapped = sum(1 for line in lines if line.value[:1].islower())
    return width if 40 <= width <= 125 and wrapped >= 0.2 * len(lines) else 0


def _goes_on(group: list[Line], line: Line, width: int, foot: bool) -> bool:
    """Whether the line continues the paragraph before it."""
    before, first = group[-1], line.value[:1]
    if not first or not before.value or line.heading or before.heading:
        return False
    if _STARTS.match(line.value) or _ENDS.search(before.value):
        return False
    if is_kind_line(line.value) or is_kind_line(before.value) or LABEL.match(line.value):
        return False
    if marker_of(line.value) and not (first in "–-" and _is_open(group)):
        return False
    if before.value[-1] == ":" and first in '“"':
        return True
    if line.value.isupper() or before.value.isupper():
        return line.value.isupper() and before.value.isupper() and not marker_of(before.value) and not line.after_blank
    if first.islower() or first in "(,;)%":
        return True
    if foot:
        return (
            not line.after_blank
            and before.value[-1] not in ".;"
            and not group[0].value.lstrip("-–+ ").startswith("Lưu")
        )
    if before.value[-1] in _TERMINAL or before.value.endswith("./."):
        return bool(width) and before.value[-1] in "." and _was_full(before, line, width * 0.97)
    if width and len(before.value) <= width + 5:
        return _was_full(before, line, width * 0.92)
    if not line.after_blank and not width and len(before.value) < 60 and not marker_of(group[0].value):
        return before.value[:1] not in '“"' or (first not in '“"' and len(group) < 3)
    return len(before.value) >= 120


def _set_off(before: Line, line: Line, spaced: bool) -> bool:
    """Whether a line of wrapped text opens a paragraph: after a blank line or indented, a sentence having ended."""
    if not line.value[0].isupper() or before.value[-1] not in _TERMINAL:
        return False
    return (line.after_blank and not spaced) or line.indent > before.indent + 3


def _is_open(group: list[Line]) -> bool:
    """Whether the paragraph so far has a bracket that nothing closed."""
    said = " ".join(line.value for line in group[-3:])
    return said.rfind("(") > said.rfind(")")


def _was_full(before: Line, line: Line, width: float) -> bool:
    return len(before.value) + 1 + len(line.value.split(" ", 1)[0]) > width
