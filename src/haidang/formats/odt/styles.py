"""The styles of an OpenDocument text, and the lists that number its paragraphs."""

from dataclasses import dataclass, field

from haidang.formats.markup import Element
from haidang.formats.numerals import number, numeral

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = {
    "office": f"{_OASIS}office:1.0",
    "text": f"{_OASIS}text:1.0",
    "style": f"{_OASIS}style:1.0",
    "table": f"{_OASIS}table:1.0",
    "draw": f"{_OASIS}drawing:1.0",
    "fo": f"{_OASIS}xsl-fo-compatible:1.0",
}
_KINDS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
MOST_LEVELS = 10
_DEEPEST = 20


def name(qualified: str) -> str:
    """`text:p` as lxml writes it."""
    space, local = qualified.split(":")
    return f"{{{_SPACES[space]}}}{local}"


_PATTERN = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format"
_STYLE_NAME, _PARENT = name("style:name"), name("style:parent-style-name")


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of its text: `None` leaves a thing as it was."""

    font: str | None = None
    caps: bool | None = None
    hidden: bool | None = None

    def over(self, base: "Style") -> "Style":
        """This style laid over another."""
        return Style(
            base.font if self.font is None else self.font,
            base.caps if self.caps is None else self.caps,
            base.hidden if self.hidden is None else self.hidden,
        )


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts (empty = no number, `bullet`), what stands around it, levels shown."""

    kind: str = ""
    before: str = ""
    after: str = ""
    shown: int = 1
    start: int = 1
    bullet: str = ""
    pattern: str = ""


@dataclass(slots=True)
class List:
    """A list's levels and how far each has counted."""

    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)

    def restart(self) -> None:
        """Begin anew."""
        self.counts.clear()

    def label(self, level: int, value: int | None = None) -> str:
        """What is printed before the next item of this level (from 1); counts it."""
        own = self.levels.get(level, Level())
        self.counts[level] = value if value is not None else self.counts.get(level, own.start - 1) + 1
        for place in range(1, level):
            # An item that only holds a deeper list has its number, though nobody sees it.
            self.counts.setdefault(place, self.levels.get(place, Level()).start)
        for deeper in [place for place in self.counts if place > level]:
            del self.counts[deeper]
        if own.kind == "bullet":
            return "+" if own.bullet.strip().startswith("+") else "-"
        if not own.kind:
            return (own.before + own.after).strip()
        if own.pattern:
            return self._patterned(own.pattern)
        first = max(1, level - own.shown + 1)
        places = [
            place for place in range(first, level + 1) if self.levels.get(place, Level()).kind not in ("", "bullet")
        ]
        numbers = (numeral(self.levels[p].kind, self.counts.get(p, self.levels[p].start)) for p in places)
        return f"{own.before}{'.'.join(numbers)}{own.after}".strip()

    def _patterned(self, pattern: str) -> str:
        """A label as newer files give it: `%1%.%2%`."""
        for place, each in self.levels.items():
            pattern = pattern.replace(f"%{place}%", numeral(each.kind or "none", self.counts.get(place, each.start)))
        return pattern.strip()


class Styles:
    """Styles, lists and cell lines of a file, from its own part and the shared one."""

    def __init__(self, *roots: Element | None) -> None:
        self._raw: dict[str, Element] = {}
        self._fonts: dict[str, str] = {}
        self._done: dict[str, Style] = {}
        self._lists: dict[str, List] = {}
        self.outline = List({})
        for root in roots:
            if root is not None:
                self._take(root)

    def _take(self, root: Element) -> None:
        family, svg = name("style:font-face"), "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}font-family"
        for face in root.iter(family):
            self._fonts[face.get(_STYLE_NAME, "")] = face.get(svg, "").strip("'\"")
        for style in root.iter(name("style:style")):
            self._raw.setdefault(style.get(_STYLE_NAME, ""), style)
        for raw in root.iter(name("text:list-style")):
            self._lists.setdefault(raw.get(_STYLE_NAME, ""), List(_levels(raw)))
        for raw in root.iter(name("text:outline-style")):
            self.outline = List(_levels(raw))

    def listed(self, style: str) -> List:
        """The list of this style; an unknown one has no numbers."""
        return self._lists.setdefault(style, List({}))

    def named(self, style: str | None, depth: int = 0) -> Style:
        """A style with what it is based on."""
        if not style or style not in self._raw or depth > _DEEPEST:
            return Style()
        if style not in self._done:
            raw = self._raw[style]
            base = self.named(raw.get(_PARENT), depth + 1)
            self._done[style] = self._own(raw.find(name("style:text-properties"))).over(base)
        return self._done[style]

    def _own(self, properties: Element | None) -> Style:
        if properties is None:
            return Style()
        font = properties.get(name("style:font-name")) or properties.get(name("fo:font-family"))
        transform = properties.get(name("fo:text-transform"))
        display = properties.get(name("text:display"))
        return Style(
            self._fonts.get(font, font).strip("'\"") if font else None,
            None if transform is None else transform == "uppercase",
            None if display is None else display == "none",
        )

    def has_lines(self, style: str | None) -> bool:
        """Whether a cell style draws any edge."""
        raw = self._raw.get(style or "")
        properties = raw.find(name("style:table-cell-properties")) if raw is not None else None
        if properties is None:
            return False
        edges = ("border", "border-left", "border-right", "border-top", "border-bottom")
        return any(properties.get(name(f"fo:{edge}"), "none") not in ("none", "hidden") for edge in edges)


def _levels(raw: Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for each in raw:
        place = number(each.get(name("text:level")), 0)
        if not 0 < place <= MOST_LEVELS:
            continue
        if each.tag == name("text:list-level-style-bullet"):
            levels[place] = Level("bullet", bullet=each.get(name("text:bullet-char"), ""))
        elif each.tag in (name("text:list-level-style-number"), name("text:outline-level-style")):
            levels[place] = Level(
                _KINDS.get(each.get(name("style:num-format"), ""), ""),
                each.get(name("style:num-prefix"), "")[:40],
                each.get(name("style:num-suffix"), "")[:40],
                number(each.get(name("text:display-levels")), 1),
                number(each.get(name("text:start-value")), 1),
                pattern=each.get(_PATTERN, "")[:60],
            )
    return levels
