"""Automatic numbers made visible: what Word prints before the paragraphs of its lists."""

from dataclasses import dataclass, field

from haidang.formats.docx.reader_names import VAL, is_on, value, w
from haidang.formats.markup import Element
from haidang.formats.numerals import number, numeral

_LEVELS = 9
_PRIVATE = range(0xF000, 0xF100)
_LEGAL = w("isLgl")


@dataclass(slots=True)
class Level:
    """One level of a list: how it counts, what is printed (`%1.%2`), where it begins, after which level it restarts."""

    kind: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False


@dataclass(slots=True)
class List:
    """A definition of a list and how far it has counted; lists made from one definition count on together."""

    levels: list[Level]
    counts: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class Numbers:
    """The lists of a file; asked once for each paragraph in the order of the text."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[str, List] = {}
        self._of: dict[str, tuple[str, dict[int, int], dict[int, Level]]] = {}
        self._begun: set[str] = set()
        self._styles: dict[str, tuple[str, int]] = {}
        if root is None:
            return
        links: dict[str, str] = {}
        for raw in root.iterfind(w("abstractNum")):
            name = raw.get(w("abstractNumId"), "")
            levels = [Level() for _ in range(_LEVELS)]
            for found in raw.iterfind(w("lvl")):
                place = number(found.get(w("ilvl")), 0)
                if 0 <= place < _LEVELS:
                    levels[place] = _level(found)
            self._lists[name] = List(levels)
            for tag in ("styleLink", "numStyleLink"):
                if linked := value(raw, w(tag)):
                    links[f"{tag} {linked}"] = name
        for key, name in links.items():
            tag, style = key.split(" ", 1)
            origin = links.get(f"styleLink {style}")
            if tag == "numStyleLink" and origin:
                self._lists[name] = self._lists[origin]
        for raw in root.iterfind(w("num")):
            self._add_number(raw)

    def _add_number(self, raw: Element) -> None:
        starts: dict[int, int] = {}
        levels: dict[int, Level] = {}
        for override in raw.iterfind(w("lvlOverride")):
            place = number(override.get(w("ilvl")), 0)
            if not 0 <= place < _LEVELS:
                continue
            own = override.find(w("lvl"))
            if own is not None:
                levels[place] = _level(own)
            if (start := value(override, w("startOverride"))) is not None:
                starts[place] = number(start, 1)
        self._of[raw.get(w("numId"), "")] = (value(raw, w("abstractNumId")) or "", starts, levels)

    def label(self, list_id: str | None, level: int) -> str:
        """What is printed before this paragraph; empty where it is in no list. Counts it."""
        if list_id is None or list_id == "0" or list_id not in self._of or not 0 <= level < _LEVELS:
            return ""
        name, starts, own = self._of[list_id]
        found = self._lists.get(name)
        if found is None:
            return ""
        levels = [own.get(place, each) for place, each in enumerate(found.levels)]
        if list_id not in self._begun:
            self._begun.add(list_id)
            for place, start in starts.items():
                found.counts[place] = start - 1
        self._count(found, levels, level)
        return _printed(levels, found.counts, level)

    @staticmethod
    def _count(found: List, levels: list[Level], level: int) -> None:
        before = found.counts[level]
        found.counts[level] = levels[level].start if before is None else before + 1
        for place in range(level):
            if found.counts[place] is None:
                found.counts[place] = levels[place].start
        for place in range(level + 1, _LEVELS):
            restart = levels[place].restart
            if restart is None or (restart and level < restart):
                found.counts[place] = None


def _level(raw: Element) -> Level:
    restart = value(raw, w("lvlRestart"))
    kind = value(raw, w("numFmt"))
    if kind is None:
        # Word 2013 and later wrap unusual counts; the alternative it offers to older readers is read.
        wrapped = raw.find(f".//{w('numFmt')}")
        kind = "decimal" if wrapped is None else wrapped.get(VAL, "decimal")
    return Level(
        kind,
        (value(raw, w("lvlText")) or "")[:60],
        number(value(raw, w("start")), 1),
        None if restart is None else number(restart, 0),
        bool(is_on(raw, _LEGAL)),
    )


def _printed(levels: list[Level], counts: list[int | None], level: int) -> str:
    own = levels[level]
    if own.kind == "bullet":
        return _bullet(own.text)
    if own.kind == "none":
        return "" if "%" in own.text else own.text.strip()
    text = own.text
    for place in range(level + 1):
        if f"%{place + 1}" in text:
            kind = "decimal" if own.legal and place < level else levels[place].kind
            text = text.replace(f"%{place + 1}", numeral(kind, counts[place] or 0))
    return text.strip()


def _bullet(text: str) -> str:
    """The dash of an official document for every kind of dot; a plus is a level of its own there and stays."""
    shown = text.strip()[:1]
    if shown and ord(shown) in _PRIVATE:
        shown = chr(ord(shown) - _PRIVATE.start)
    return "+" if shown == "+" else "-"
