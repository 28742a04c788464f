"""The order in which the rows of a page are read: columns one after the other, aligned cells as rows of a table."""

from haidang.formats.leaves.leaf import Mark, Row, Word
from haidang.formats.leaves.rows import Strip, strip, to_row

# The free space between two columns, in letter heights; a greater empty height ends them.
_CORRIDOR, _APART = 0.5, 2.5
# Text in two columns: at least so many rows, so much of the column filled by the middle row.
_FLOWING, _FILLED = 6, 0.7


def in_order(strips: list[Strip]) -> list[Row]:
    """The rows of a page as they are read, with the number of the column each stands in (0 is the main text)."""
    made: list[Row] = []
    group = 0
    at = 0
    while at < len(strips):
        table = strips[at].table
        if table is not None:
            made.extend(table)
            at += 1
            continue
        end, corridors = _band(strips, at)
        if not corridors:
            made.append(to_row(strips[at].words, 0))
            at += 1
        elif len(corridors) > 1 and not _flows(strips[at:end], corridors):
            number = 1 + max((row.table for row in made), default=0)
            made.extend(_aligned(strips[at:end], corridors, number))
            at = end
        else:
            left, right = _halves(strips[at:end], corridors[0])
            for column in (left, right):
                group += 1
                made.extend(to_row(part.words, group) for part in column)
            at = end
    return made


def _band(strips: list[Strip], first: int) -> tuple[int, list[tuple[float, float]]]:
    """Where the rows end that share free corridors with row `first`, and these corridors; none for plain text."""
    best: tuple[int, list[tuple[float, float]]] = (first + 1, [])
    most = 1
    for gap in strips[first].gaps:
        end, splits, corridor = _follow(strips, first, gap)
        if splits > most:
            best, most = (end, [corridor]), splits
    if not best[1]:
        return best
    end = best[0]
    others = [_follow(strips[:end], first, gap) for gap in strips[first].gaps]
    shared = [corridor for reach, splits, corridor in others if reach == end and 3 * splits >= 2 * (end - first) > 2]
    return end, sorted(set(shared)) if len(set(shared)) > 1 else best[1]


def _follow(strips: list[Strip], first: int, gap: tuple[float, float]) -> tuple[int, int, tuple[float, float]]:
    """How far a free corridor goes down from row `first`, how many rows have words on both its sides, its width."""
    low, high = gap
    splits, end, last_split = 1, first + 1, first + 1
    size = strips[first].size
    for at in range(first + 1, len(strips)):
        row = strips[at]
        if row.table is not None or row.top - strips[at - 1].bottom > _APART * size:
            break
        found = _corridor_through(row, low, high, _CORRIDOR * size)
        if found is None:
            break
        low, high = found[0], found[1]
        end = at + 1
        if found[2]:
            splits += 1
            last_split = end
    # Rows on the left below the last row that has both sides may be text again: only a few belong to the columns.
    while end - last_split > 4 and strips[end - 1].right <= low + 1:
        end -= 1
    while end > last_split and _in_the_middle(strips[end - 1], strips[first:last_split]):
        end -= 1
    return end, splits, (low, high)


def _in_the_middle(row: Strip, band: list[Strip]) -> bool:
    """Whether a row stands in the middle of all columns together: a title below them."""
    left, right = min(other.left for other in band), max(other.right for other in band)
    return abs((row.left + row.right) - (left + right)) < 0.06 * (right - left)


def _corridor_through(row: Strip, low: float, high: float, least: float) -> tuple[float, float, bool] | None:
    """What a row leaves of a corridor and whether it has words on both sides; None when it crosses it."""
    if row.right <= high - least and row.right < high:
        return max(low, row.right), high, False
    if row.left >= low + least:
        return low, min(high, row.left), False
    for start, stop in row.gaps:
        if min(high, stop) - max(low, start) >= least:
            return max(low, start), min(high, stop), True
    return None


def _halves(strips: list[Strip], corridor: tuple[float, float]) -> tuple[list[Strip], list[Strip]]:
    """The rows left and right of a corridor."""
    middle = (corridor[0] + corridor[1]) / 2
    left: list[Strip] = []
    right: list[Strip] = []
    for row in strips:
        for side, words in (
            (left, [word for word in row.words if word.left < middle]),
            (right, [word for word in row.words if word.left >= middle]),
        ):
            if words:
                side.append(strip(words, row.top, row.bottom))
    return left, right


def _flows(strips: list[Strip], corridors: list[tuple[float, float]]) -> bool:
    """Whether the columns hold running text: many rows, most of them full."""
    if len(strips) < _FLOWING:
        return False
    left, _ = _halves(strips, corridors[0])
    width = max((part.right for part in left), default=0) - min((part.left for part in left), default=0)
    filled = sorted((part.right - part.left) / width for part in left) if width else [0]
    return filled[len(filled) // 2] > _FILLED


def _aligned(strips: list[Strip], corridors: list[tuple[float, float]], number: int) -> list[Row]:
    """Rows whose cells stand under one another without ruled lines, as the rows of a table."""
    bounds = [(low + high) / 2 for low, high in corridors]
    made = []
    for row in strips:
        cells: list[list[Word]] = [[] for _ in range(len(bounds) + 1)]
        for word in row.words:
            cells[sum(1 for bound in bounds if word.left >= bound)].append(word)
        made.append(cells_row([[cell] if cell else [] for cell in cells], number))
    return made


def cells_row(cells: list[list[list[Word]]], number: int) -> Row:
    """One row of a table: `| cell | cell |`, the lines of a cell joined by blanks."""
    parts: list[str] = ["|"]
    marks: list[Mark] = []
    boxes = []
    at, size = 1, 0.0
    for lines in cells:
        for line in lines:
            row = to_row(line, 0)
            boxes.append(row.box)
            size = size or row.size
            text = row.text.replace("|", "\\|")
            parts.append(" " + text)
            if text == row.text:
                marks.extend((m[0] + at + 1, m[1] + at + 1, *m[2:]) for m in row.marks)
            at += len(text) + 1
        parts.append(" |")
        at += 2
    box = (
        min((b[0] for b in boxes), default=0.0),
        min((b[1] for b in boxes), default=0.0),
        max((b[2] for b in boxes), default=0.0),
        max((b[3] for b in boxes), default=0.0),
    )
    return Row("".join(parts), box, size, 0, False, number, False, tuple(marks))
