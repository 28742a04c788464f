"""Paragraphs cut into items (parts, numbers, letters, bullets, assignment lines): a tree, each with its clause path."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from haidang.domain.directives.names import read_names
from haidang.domain.directives.paragraphs import marker_of
from haidang.domain.directives.sentences import read_opening
from haidang.domain.directives.wordlists import HEAD, LABEL, LABELS, OPENER, UP, VERB, heading_opener, opens_name

CHAPTER, PART, ARTICLE, NUMBER, SUB, LETTER, STAR, BULLET, PLUS = range(1, 10)
_LEVELS = {
    "chapter": CHAPTER, "capital": CHAPTER, "part": PART, "article": ARTICLE, "number": NUMBER, "slashed": NUMBER,
    "sub": SUB, "letter": LETTER, "star": STAR, "bullet": BULLET, "paren": BULLET, "plus": PLUS,
}  # fmt: skip
_OPENS_BODY = ("chapter", "capital", "part", "number", "article", "slashed")
Counts = dict[str, int | str]
_LETTERS = ("abcdđeghiklmnopqrstuvxy", "abcdefghijklmnopqrstuvwxyz")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_NOT_BEFORE_NUMBER = re.compile(
    r"(?:điều|khoản|mục|điểm|số|quý|ngày|tháng|lần|thứ|phụ lục|bảng|nhóm|khóa|khoá|phần)\s$", re.IGNORECASE
)
_INLINE = re.compile(
    rf"(?<=[\s.;:])(?:(?P<part>[IVX]{{1,5}})\.|(?P<article>Điều \d{{1,2}})[.:]|(?P<sub>\d{{1,2}}\.\d{{1,2}})\.?"
    rf"|(?P<number>\d{{1,2}})\.|(?P<letter>[a-zđ])\)|(?P<bullet>[-–])|(?P<plus>\+))\s+(?=[{UP}“\"(])"
)
_LABEL_INSIDE = re.compile(rf"\s(?<=[.;:…)”/]\s)\s*(?={LABEL.pattern})", re.IGNORECASE)
_CLOSING = re.compile(
    rf"(?<=[.;])\s+(?=(?:Yêu cầu|Đề nghị)\s+(?i:{HEAD.pattern})|Trên đây là"
    r"|(?:Trong quá|Quá) trình (?:tổ chức |triển khai )?thực hiện)"
)
_HEADING_REACH = 240
_SENTENCE_END = '.;:…!?)”"]/'


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
        yield from _cut_labels(value, at, stop)
        at = stop + 1


def cut_running(value: str, start: int, end: int) -> Iterator[Item]:
    """Items of a flattened text: markers are taken where they continue a list or open one."""
    last: Counts = {"part": 0, "number": 0, "letter": ""}
    open_item, open_mark = start, start
    for found in _INLINE.finditer(value, start, end):
        if _opens_here(value, found, last, open_mark):
            if found.start() > open_item:
                yield from _cut_labels(value, open_item, found.start())
            open_item, open_mark = found.start(), found.end()
    closing = list(_CLOSING.finditer(value, max(open_mark, end - 1200), end))
    stop = closing[-1].start() if closing else end
    if open_item < stop:
        yield from _cut_labels(value, open_item, stop)
    if stop < end:
        yield Item("para", "", 0, closing[-1].end(), end)


def _line_end(value: str, at: int, end: int) -> int:
    stop = value.find("\n", at, end)
    return end if stop < 0 else stop


def first_marker(value: str, start: int, end: int, flattened: bool) -> int:
    """Where the first part, number or article of the body stands, or -1."""
    if flattened:
        last: Counts = {"part": 0, "number": 0, "letter": ""}
        for found in _INLINE.finditer(value, start, end):
            if found.lastgroup in ("part", "number", "article") and _opens_here(value, found, last, start):
                return found.start()
        return -1
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
        order = sum(1 for other in parent.children if other.level >= STAR) if parent and item.level >= STAR else 0
        if item.level >= STAR:
            item.clause = ", ".join(p for p in (above, f"gạch đầu dòng {order}") if p) if order else above
        elif item.level:
            own = item.label if item.level != SUB else item.label.rsplit(".", 1)[-1]
            item.clause = f"{above}.{own}" if above else item.label
        else:
            nth = sum(1 for other in parent.children if other.kind == "para") if parent else 0
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


def roman(label: str) -> int:
    """The value of a Roman number up to 39."""
    total, previous = 0, 0
    for char in reversed(label):
        worth = _ROMAN[char]
        total += worth if worth >= previous else -worth
        previous = max(previous, worth)
    return total


def _cut_labels(value: str, start: int, end: int) -> Iterator[Item]:
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
    if end - start > _HEADING_REACH or not (OPENER.match(value, start, end) or opens_name(value, start, end)):
        return False
    return value[start:end].rstrip()[-1:] not in (".", ";", "/") and read_opening(value, start, end).only_names


def _opens_here(value: str, found: re.Match[str], last: Counts, open_mark: int) -> bool:
    """Whether an inline marker really opens an item; keeps count in `last`."""
    name = found.lastgroup or ""
    before = value[max(0, found.start() - 12) : found.start()]
    ended = bool(before.strip()) and before.rstrip()[-1] in _SENTENCE_END
    if _NOT_BEFORE_NUMBER.search(before):
        return False
    if name == "part":
        return _next_part(roman(found[name]), last)
    if name == "number":
        number = int(found[name])
        if number != int(last["number"]) + 1 and not (number == 1 and (ended or not last["number"])):
            return False
        last["number"], last["letter"] = number, ""
        return True
    if name == "article":
        last["number"], last["letter"] = 0, ""
        return True
    if name == "sub":
        if int(found[name].split(".")[0]) != last["number"]:
            return False
        last["letter"] = ""
        return True
    if name == "letter":
        if found[name] != "a" and not any(
            str(last["letter"]) + found[name] in letters for letters in _LETTERS if last["letter"]
        ):
            return False
        last["letter"] = found[name]
        return True
    if ended or before.rstrip().endswith(",") or LABEL.match(value, found.start()):
        return True
    heading = value[open_mark : found.start()]
    if len(heading) >= 110 or re.search(r"[.;:]", heading):
        return False
    if VERB.match(value, found.end()):
        return True
    names = read_names(value, open_mark, found.start())
    alone = bool(names.names) and names.stop == "end"
    following = _INLINE.search(value, found.end())
    if alone and read_names(value, open_mark, following.start() if following else None).stop == "end":
        return False
    if opens_name(value, found.end()):
        return not alone
    return (
        alone and len(re.split(r"[.;]|\s[a-zđ]\)|\s\d{1,2}\.", value[found.end() : found.end() + 120])[0].split()) > 6
    )


def _next_part(number: int, last: Counts) -> bool:
    if number != int(last["part"]) + 1:
        return False
    last["part"], last["number"], last["letter"] = number, 0, ""
    return True
