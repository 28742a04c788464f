"""Whether a row goes on the paragraph before it: by margins, indents, gaps and what the words themselves say."""

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from haidang.formats.leaves.leaf import Leaf, Row

# In letter heights: what counts as indented, and how ragged a full line may be.
_INDENT, _RAGGED = 0.9, 0.9
# Against the usual distance of two lines: what parts paragraphs, and what stands clearly apart.
_SPACED, _FAR = 1.28, 1.9
_TERMINAL = ".;:!?…"
_MARKER = re.compile(
    r"(?:[-–—−•▪●·+*]\s+\S|\d{1,2}(?:\.\d{1,2}){0,3}[.)/]\s*\D|\d{1,2}(?:\.\d{1,2}){1,3}\s+\D|[a-zđ]\)|[a-zđ]\.\s"
    r"|[IVX]{1,6}\s*[.)/-]\s|[A-EĐGH][.)]\s|Điều\s+\d+\b|(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC)\s+(?:[IVX]+|\d+)\b|\(\d{1,2}\)\s)"
)
_OPENS = re.compile(
    r"(?:Nơi nhận|Kính gửi|V/v|Số\s*:|TM\.|KT\.|TL\.|TUQ\.|Q\.|CỘNG H[OÒ]|Độc lập\s*-|Căn cứ\s|Theo đề nghị\s"
    r"|Tổ chức thực hiện\s*:"
    r"|\S+(?: \S+){0,5}, ngày\s)"
)
_SMALL_START = "(,;)%…]"


@dataclass(frozen=True, slots=True)
class Frame:
    """A column: its margins in points, the usual distance of two lines, whether paragraphs open with an indent, and
    whether its rows are short lines that stand by themselves (the head, the foot)."""

    left: float
    right: float
    pitch: float
    indented: bool = False
    stacked: bool = False


def frames(leaves: list[Leaf], kept: list[list[Row]]) -> list[dict[int, Frame]]:
    """For every page its columns; a page with little text takes the margins of the whole document."""
    main = [[row for row in rows if not row.group and not row.table and not row.note] for rows in kept]
    widths = [round(leaf.width) for leaf in leaves]
    whole = {
        width: _frame([row for rows, w in zip(main, widths, strict=True) if w == width for row in rows])
        for width in set(widths)
    }
    made = []
    for rows, lines, width in zip(kept, main, widths, strict=True):
        common = whole[width]
        own = _frame(lines) if len(lines) >= 12 and not _like(lines, common) else common
        columns = {0: own}
        for group in {row.group for row in rows} - {0}:
            part = [row for row in rows if row.group == group]
            columns[group] = _frame(part, column=True)
        made.append(columns)
    return made


def goes_on(before: Row, of: Frame, row: Row, frame: Frame, *, same_page: bool) -> bool:
    """Whether `row` continues the paragraph that `before` belongs to."""
    if before.table or row.table:
        return False
    across = not same_page or before.group != row.group
    if across and (of.stacked or frame.stacked):
        return False
    if _OPENS.match(row.text) or before.text.endswith("./."):
        return False
    distance = row.box[1] - before.box[1]
    if not across and distance > _FAR * frame.pitch and not row.text[0].islower():
        return False
    if row.text[0] in _SMALL_START or (row.text[0].islower() and not _MARKER.match(row.text)):
        return True
    if frame.stacked or before.text.isupper() != row.text.isupper():
        return False
    if _centred(before, of) and _centred(row, frame) and not _full(before, of, row):
        return not before.text.isupper() and before.bold == row.bold and before.text[-1] not in _TERMINAL
    if not _full(before, of, row):
        return False
    return _continues(before, of, row, frame, across=across)


def is_stacked(before: Row, row: Row, frame: Frame, *, same_page: bool) -> bool:
    """Whether two rows are lines of one block, each for itself: of the head, of the foot, of a heading in capitals."""
    if not same_page or before.group != row.group or before.table or row.table:
        return False
    if row.box[1] - before.box[1] > _FAR * frame.pitch:
        return False
    return frame.stacked or (
        before.text.isupper() and row.text.isupper() and _centred(before, frame) and _centred(row, frame)
    )


def _continues(before: Row, of: Frame, row: Row, frame: Frame, *, across: bool) -> bool:
    """The same for two rows of which the first is full."""
    size = row.size
    indent = row.box[0] - frame.left
    ended = before.text[-1] in _TERMINAL
    marked = bool(_MARKER.match(row.text))
    distance = row.box[1] - before.box[1]
    if not across and distance > _SPACED * frame.pitch and (ended or marked or indent > _INDENT * size):
        return False
    if frame.indented and indent > _INDENT * size:
        hanging = abs((row.box[0] - frame.left) - (before.box[0] - of.left)) < _INDENT * size
        return hanging and not ended and not marked
    if frame.indented:
        return True
    if marked:
        # A dash under a marked line at the same indent opens the next item; elsewhere it may stand inside a sentence.
        beside = abs((row.box[0] - frame.left) - (before.box[0] - of.left)) < _INDENT * size
        return not ended and row.text[0] in "-–" and not (beside and _MARKER.match(before.text))
    if before.bold and not row.bold and not ended:
        return False
    return not ended or (not across and distance <= _SPACED * frame.pitch)


def _full(before: Row, frame: Frame, row: Row) -> bool:
    """Whether the first word of `row` would not have fitted behind `before`."""
    letters = max(1, len(row.text))
    first = len(row.text.split(" ", 1)[0]) * (row.box[2] - row.box[0]) / letters
    return before.box[2] + first + 0.25 * row.size > frame.right - _RAGGED * row.size


def _centred(row: Row, frame: Frame) -> bool:
    """Whether a row stands in the middle, free of both margins."""
    before, behind = row.box[0] - frame.left, frame.right - row.box[2]
    return min(before, behind) > 1.5 * row.size and abs(before - behind) < 0.1 * (frame.right - frame.left)


def _frame(rows: list[Row], *, column: bool = False) -> Frame:
    """Margins, distance of lines and habit of a column."""
    if not rows:
        return Frame(0, 0, 20)
    size = median(row.size for row in rows)
    lefts = sorted(row.box[0] for row in rows)
    rights = sorted(row.box[2] for row in rows)
    left = _common(lefts, size)
    right = rights[min(len(rights) - 1, int(0.9 * len(rights)))]
    steps = sorted(
        low.box[1] - high.box[1] for high, low in pairwise(rows) if 0.5 * size < low.box[1] - high.box[1] < 3 * size
    )
    pitch = steps[len(steps) // 3] if steps else 1.4 * size
    indented = sum(1 for row in rows if _INDENT * size < row.box[0] - left < 6 * size) >= 0.08 * len(rows)
    full = sum(1 for row in rows if row.box[2] > right - 3 * size)
    stacked = column and (len(rows) < 8 or 2 * full < len(rows))
    return Frame(left, right, pitch, indented and len(rows) > 3, stacked)


def _common(lefts: list[float], size: float) -> float:
    """The leftmost place where at least every eighth row begins."""
    for order, left in enumerate(lefts):
        reach = sum(1 for other in lefts[order:] if other < left + 0.5 * size)
        if reach >= max(1, len(lefts) / 8):
            return left
    return lefts[0]


def _like(lines: list[Row], frame: Frame) -> bool:
    """Whether the lines of a page stand within the document's own margins."""
    size = median(row.size for row in lines)
    left = _common(sorted(row.box[0] for row in lines), size)
    right = sorted(row.box[2] for row in lines)[int(0.9 * len(lines))]
    return abs(left - frame.left) < size and abs(right - frame.right) < size
