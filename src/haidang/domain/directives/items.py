"""Paragraphs cut into items (parts, numbers, letters, bullets, assignment lines): a tree, each with its clause path."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from haidang.domain.directives.paragraphs import marker_of
from haidang.domain.directives.sentences import read_opening
from haidang.domain.directives.wordlists import LABEL, LABELS, OPENER, heading_opener, opens_name

CHAPTER, PART, ARTICLE, NUMBER, SUB, LETTER, STAR, BULLET, PLUS = range(1, 10)
_LEVELS = {
    "chapter": CHAPTER, "capital": CHAPTER, "part": PART, "article": ARTICLE, "number": NUMBER, "slashed": NUMBER,
    "sub": SUB, "letter": LETTER, "star": STAR, "bullet": BULLET, "paren": BULLET, "plus": PLUS,
}  # fmt: skip
_OPENS_BODY = ("chapter", "capital", "part", "number", "article", "slashed")
_LABEL_INSIDE = re.compile(
    rf"\s(?:(?<=[.;:…)”/]\s)\s*|(?=(?-i:Cơ quan|Đơn vị|Thời gian)\s))(?={LABEL.pattern})", re.IGNORECASE
)
HEADING_REACH = 240


@dataclass(slots=True)
class Item:
    """One paragraph of the body: what marks it, where its words stand in `Page.value`, what stands under it."""

    kind: str
    label: str
    level: int
    start: int
    end: int
    clause: str = ""
    parent: "Item | None" = None
    children: list["Item"] = field(default_factory=list)
    bullets: int = 0
    paragraphs: int = 0

    def inside(self, other: "Item") -> bool:
        """Whether this item is `other` or stands under it."""
        item: Item | None = self
        while item is not None:
            if item is other:
                return True
            item = item.parent
        return False


def cut_paragraphs(value: str, start: int, end: int) -> Iterator[Item]:
    """Items of a text whose paragraphs are lines of `value`."""
    at = start
    while at < end:
        stop = _line_end(value, at, end)
        yield from cut_labels(value, at, stop)
        at = stop + 1


def _line_end(value: str, at: int, end: int) -> int:
    stop = value.find("\n", at, end)
    return end if stop < 0 else stop


def first_marker(value: str, start: int, end: int) -> int:
    """Where the first part, number, article or heading "đối với …:" of the body stands, or -1."""
    at = start
    while 0 <= at < end:
        found_here = marker_of(value, at)
        if found_here and found_here.lastgroup in _OPENS_BODY:
            return at
        if heading_opener(value, at) and _only_names(value, at, _line_end(value, at, end)):
            return at
        at = value.find("\n", at, end) + 1 or end
    return -1


def tree(value: str, items: list[Item]) -> list[Item]:
    """Hang every item under the one it belongs to, and give each its clause path. Returns the same items in order."""
    stack: list[Item] = []
    for item in items:
        while stack and not _holds(stack[-1], item):
            stack.pop()
        parent = stack[-1] if stack else None
        item.parent = parent
        above = parent.clause if parent else ""
        if parent:
            parent.children.append(item)
            parent.bullets += item.level >= STAR
            parent.paragraphs += item.kind == "para"
        if item.level >= STAR:
            order = f"gạch đầu dòng {parent.bullets}" if parent else ""
            item.clause = ", ".join(part for part in (above, order) if part)
        elif item.level:
            own = item.label if item.level != SUB else item.label.rsplit(".", 1)[-1]
            item.clause = f"{above}.{own}" if above else item.label
        else:
            nth = parent.paragraphs if parent else 0
            nth += bool(parent and value[parent.start : parent.end].rstrip()[-1:] in ".;/")
            item.clause = f"{above}, đoạn {nth}" if nth > 1 else above
        if item.kind != "label":
            stack.append(item)
    return items


def _holds(above: Item, item: Item) -> bool:
    """Whether an item may stand under the one above it."""
    if above.kind == "names":
        return _under_names(above, item)
    if not item.level:
        return 0 < above.level < STAR
    return 0 < above.level < item.level


def _under_names(above: Item, item: Item) -> bool:
    """Under an unmarked line of names stand paragraphs and bullets, and a list that begins there."""
    if not item.level:
        return item.kind != "names"
    if item.level >= STAR:
        return True
    return item.level > ARTICLE and (
        item.label in ("1", "a") or any(child.level == item.level for child in above.children)
    )


def cut_labels(value: str, start: int, end: int) -> Iterator[Item]:
    """One paragraph as items: what stands before an assignment line inside it, and the line."""
    at = start
    for found in _LABEL_INSIDE.finditer(value, start, end):
        if found.start() > at + 8 and not value[found.end() :].startswith(("TỔ CHỨC", "PHÂN CÔNG")):
            yield _item(value, at, found.start())
            at = found.end()
    yield _item(value, at, end)


def _item(value: str, start: int, end: int) -> Item:
    label = LABEL.match(value, start, end)
    if label and label.end() < end and not value.startswith("TỔ CHỨC", start):
        return Item("label", LABELS[" ".join(label[1].lower().split())], 0, label.end(), end)
    found = marker_of(value, start)
    if not found or found.end() > end or not found.lastgroup:
        return Item("names" if _only_names(value, start, end) else "para", "", 0, start, end)
    name = found.lastgroup
    written = found[name].strip(" .)/-")
    if name in ("bullet", "plus", "star"):
        written = found[0].strip()
    inner = LABEL.match(value, found.end(), end)
    if _LEVELS[name] > ARTICLE and inner and inner.end() < end and opens_name(value, inner.end()):
        return Item("label", LABELS[" ".join(inner[1].lower().split())], 0, inner.end(), end)
    return Item(name, written, _LEVELS[name], found.end(), end)


def _only_names(value: str, start: int, end: int) -> bool:
    """Whether an unmarked paragraph is a heading that only names bodies ("Đối với Sở Y tế:")."""
    if end - start > HEADING_REACH or not (OPENER.match(value, start, end) or opens_name(value, start, end)):
        return False
    return value[start:end].rstrip()[-1:] not in (".", ";", "/") and read_opening(value, start, end).only_names
