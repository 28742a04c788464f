"""Tables drawn with lines: ruled lines to cells, and the words that stand in them."""

from dataclasses import dataclass

from haidang.formats.leaves.columns import cells_row
from haidang.formats.leaves.leaf import Row, Word
from haidang.formats.leaves.rows import Strip, to_strips

# Lines nearer than this, in points, are one line; a line may miss its crossing by as much.
_NEAR = 3.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line: where it lies across (`at`), and from where to where it runs, in points."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's lines: the heights of its row lines, the places of its column lines, and the lines themselves."""

    tops: list[float]
    lefts: list[float]
    across: list[Rule]
    down: list[Rule]


def grids(across: list[Rule], down: list[Rule]) -> list[Grid]:
    """Crossing lines that make at least two cells side by side; frames and underlines are none."""
    across, down = _merged(across), _merged(down)
    if len(across) < 2 or len(down) < 3:
        return []
    parent = list(range(len(across) + len(down)))

    def root(item: int) -> int:
        while parent[item] != item:
            item = parent[item]
        return item

    for order, line in enumerate(across):
        for other, post in enumerate(down):
            if _meets(line, post):
                parent[root(order)] = root(len(across) + other)
    found: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for order, line in enumerate(across + down):
        found.setdefault(root(order), ([], []))[0 if order < len(across) else 1].append(line)
    made = []
    for lines, posts in found.values():
        tops, lefts = _distinct([line.at for line in lines]), _distinct([post.at for post in posts])
        if len(tops) >= 2 and len(lefts) >= 3:
            made.append(Grid(tops, lefts, lines, posts))
    return made


def take_tables(lines: list[list[Word]], found: list[Grid]) -> tuple[list[list[Word]], list[Strip]]:
    """The lines outside the tables, and each table as one strip."""
    strips = []
    for number, grid in enumerate(sorted(found, key=lambda grid: grid.tops[0]), 1):
        outside: list[list[Word]] = []
        inside: list[Word] = []
        for line in lines:
            within = [word for word in line if _within(word, grid)]
            if within:
                inside.extend(within)
                line = [word for word in line if not _within(word, grid)]
            if line:
                outside.append(line)
        rows = _rows(grid, inside, number)
        if rows:
            lines = outside
            strips.append(Strip(inside[:1], grid.tops[0], grid.tops[-1], [], rows))
    return lines, strips


def _rows(grid: Grid, words: list[Word], number: int) -> list[Row]:
    """The rows of a table; what stands in joined cells is said once, in the first of them."""
    height, width = len(grid.tops) - 1, len(grid.lefts) - 1
    owner = {(r, c): (r, c) for r in range(height) for c in range(width)}
    for r in range(height):
        for c in range(width):
            if c and not _ruled(grid.down, grid.lefts[c], grid.tops[r], grid.tops[r + 1]):
                owner[r, c] = owner[r, c - 1]
            elif r and not _ruled(grid.across, grid.tops[r], grid.lefts[c], grid.lefts[c + 1]):
                owner[r, c] = owner[r - 1, c]
    held: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        r = _interval(grid.tops, (word.top + word.bottom) / 2)
        c = _interval(grid.lefts, (word.left + word.right) / 2)
        held.setdefault(owner[r, c], []).append(word)
    made = []
    for r in range(height):
        cells = [[s.words for s in to_strips([[word] for word in held.get((r, c), [])])] for c in range(width)]
        if any(cells):
            made.append(cells_row(cells, number))
    return made


def _ruled(lines: list[Rule], at: float, start: float, end: float) -> bool:
    """Whether a line stands at that place along most of that stretch."""
    middle = (start + end) / 2
    return any(abs(line.at - at) <= _NEAR and line.start - _NEAR <= middle <= line.end + _NEAR for line in lines)


def _within(word: Word, grid: Grid) -> bool:
    x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return grid.lefts[0] < x < grid.lefts[-1] and grid.tops[0] < y < grid.tops[-1]


def _interval(bounds: list[float], at: float) -> int:
    return max(0, min(len(bounds) - 2, sum(1 for bound in bounds if bound <= at) - 1))


def _meets(line: Rule, post: Rule) -> bool:
    return line.start - _NEAR <= post.at <= line.end + _NEAR and post.start - _NEAR <= line.at <= post.end + _NEAR


def _merged(lines: list[Rule]) -> list[Rule]:
    """Pieces of one line, as each cell draws its own border, made one."""
    made: list[Rule] = []
    for line in sorted(lines, key=lambda line: (round(line.at / _NEAR), line.start)):
        last = made[-1] if made else None
        if last and abs(last.at - line.at) <= _NEAR and line.start <= last.end + _NEAR:
            made[-1] = Rule(last.at, last.start, max(last.end, line.end))
        else:
            made.append(line)
    return made


def _distinct(places: list[float]) -> list[float]:
    made: list[float] = []
    for place in sorted(places):
        if not made or place - made[-1] > _NEAR:
            made.append(place)
    return made
