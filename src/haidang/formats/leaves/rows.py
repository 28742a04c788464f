"""Words to rows of text: what stands on one line, and where a wide gap may part two columns."""

from dataclasses import dataclass
from statistics import median

from haidang.domain.terms.text import nfc
from haidang.formats.leaves.leaf import Mark, Row, Word

# A gap that may part columns, in letter heights: at least, and beyond doubt even between two single words.
_GAP, _WIDE = 0.6, 1.5
# … and against the other gaps of its row: justified lines stretch all their gaps alike.
_AGAINST_OTHERS = 1.9
# The share of the lower of two boxes that must overlap for them to stand on one line.
_SAME_LINE = 0.55


@dataclass(slots=True)
class Strip:
    """The words that stand on one line across the page, from left to right."""

    words: list[Word]
    top: float
    bottom: float
    gaps: list[tuple[float, float]]
    # A whole table, standing where its first row stands.
    table: list[Row] | None = None

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return max(word.right for word in self.words[-3:])

    @property
    def size(self) -> float:
        return median(word.size for word in self.words)


def to_strips(lines: list[list[Word]]) -> list[Strip]:
    """Lines in any order (each a run of words on one base line) as rows across the page, from the top down."""
    bodies = []
    for line in lines:
        widest = max(line, key=lambda word: word.right - word.left)
        bodies.append((widest.top, widest.bottom, line))
    bodies.sort(key=lambda body: body[0] + body[1])
    rows: list[tuple[float, float, list[Word]]] = []
    for top, bottom, line in bodies:
        for first, last, words in reversed(rows[-3:]):
            overlap = min(bottom, last) - max(top, first)
            if overlap > _SAME_LINE * min(bottom - top, last - first):
                words.extend(line)
                break
        else:
            rows.append((top, bottom, list(line)))
    return [strip(words, top, bottom) for top, bottom, words in rows]


def strip(words: list[Word], top: float, bottom: float) -> Strip:
    """One row of words, with the gaps in it that may part columns."""
    words.sort(key=lambda word: word.left)
    made = Strip(words, top, bottom, [])
    size = made.size
    widths = []
    reach = words[0].right
    for word in words[1:]:
        widths.append((word.left - reach, reach, word.left))
        reach = max(reach, word.right)
    for order, (width, start, end) in enumerate(widths):
        if width < _GAP * size:
            continue
        others = [other[0] for place, other in enumerate(widths) if place != order and other[0] < _WIDE * size]
        if width > _WIDE * size or (others and width > _AGAINST_OTHERS * median(others)):
            made.gaps.append((start, end))
    return made


def to_row(words: list[Word], group: int, *, table: int = 0) -> Row:
    """Words that stand side by side as one line of text; raised figures stand apart as (1)."""
    parts: list[str] = []
    marks: list[Mark] = []
    at = 0
    for order, word in enumerate(words):
        text = nfc(word.text)
        if word.raised and order and text.isdigit():
            text = f"({text})"
        if order and not _touches(words[order - 1], word):
            parts.append(" ")
            at += 1
        parts.append(text)
        if word.confidence < 100:
            marks.append((at, at + len(text), word.left, word.top, word.right, word.bottom, word.confidence))
        at += len(text)
    box = (
        min(word.left for word in words),
        min(word.top for word in words),
        max(word.right for word in words),
        max(word.bottom for word in words),
    )
    letters = sum(len(word.text) for word in words)
    bold = 2 * sum(len(word.text) for word in words if word.bold) > letters
    return Row("".join(parts), box, median(word.size for word in words), group, bold, table, False, tuple(marks))


def _touches(before: Word, word: Word) -> bool:
    """Whether a sign stands right behind a word that was cut only because its letters changed."""
    near = word.left - before.right < 0.1 * word.size
    return near and before.confidence == 100 and not before.raised and (word.text[0] in ".,;:!?)”…" or word.raised)
