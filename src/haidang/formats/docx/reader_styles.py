"""The styles of a Word file, each resolved through what it is based on, as far as they change what is read."""

from dataclasses import dataclass

from haidang.formats.docx.reader_names import VAL, is_on, value, w
from haidang.formats.markup import Element

_DEEPEST = 20
_EDGES = tuple(w(edge) for edge in ("top", "left", "start", "bottom", "right", "end", "insideH", "insideV"))
_NO_LINE = frozenset(("nil", "none"))
_ASCII, _ANSI = w("ascii"), w("hAnsi")
_FONTS, _CAPS, _VANISH, _STYLE = w("rFonts"), w("caps"), w("vanish"), w("rStyle")


@dataclass(frozen=True, slots=True)
class Look:
    """What a style or a run says: `None` leaves a thing as it was. `font` is the name that Latin letters are set in."""

    font: str | None = None
    caps: bool | None = None
    hidden: bool | None = None

    def over(self, base: "Look") -> "Look":
        """This look laid over another."""
        return Look(
            base.font if self.font is None else self.font,
            base.caps if self.caps is None else self.caps,
            base.hidden if self.hidden is None else self.hidden,
        )


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its look, the list (number, level) its paragraphs belong to, whether its tables have lines."""

    look: Look = Look()
    list_id: str | None = None
    level: str | None = None
    ruled: bool | None = None


def look_of(properties: Element | None) -> Look:
    """What run properties say for themselves, styles apart."""
    if properties is None or not len(properties):
        return Look()
    fonts = properties.find(_FONTS)
    font = None if fonts is None else fonts.get(_ASCII) or fonts.get(_ANSI)
    return Look(font, is_on(properties, _CAPS), is_on(properties, _VANISH))


def has_lines(borders: Element | None) -> bool | None:
    """Whether any edge is drawn; None where nothing is said about edges."""
    edges = [edge for name in _EDGES if borders is not None and (edge := borders.find(name)) is not None]
    return any(edge.get(VAL, "nil") not in _NO_LINE for edge in edges) if edges else None


class Styles:
    """The styles by their id, and the look of text without any."""

    def __init__(self, root: Element | None) -> None:
        self._raw: dict[str, Element] = {}
        self._done: dict[str, Style] = {}
        self.default = Look()
        self._paragraph = ""
        if root is None:
            return
        defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
        self.default = look_of(defaults)
        for style in root.iterfind(w("style")):
            name = style.get(w("styleId"), "")
            self._raw[name] = style
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true", "on"):
                self._paragraph = name

    def paragraph(self, name: str | None) -> Style:
        """The style of a paragraph, the default one where it names none."""
        return self.named(name or self._paragraph)

    def named(self, name: str | None, depth: int = 0) -> Style:
        """A style with what it is based on."""
        if not name or name not in self._raw or depth > _DEEPEST:
            return Style()
        if name in self._done:
            return self._done[name]
        raw = self._raw[name]
        base = self.named(value(raw, w("basedOn")), depth + 1)
        properties = raw.find(w("pPr"))
        listed = properties.find(w("numPr")) if properties is not None else None
        lines = has_lines(raw.find(f"{w('tblPr')}/{w('tblBorders')}"))
        own = Style(
            look_of(raw.find(w("rPr"))).over(base.look),
            value(listed, w("numId")) or base.list_id,
            value(listed, w("ilvl")) or base.level,
            base.ruled if lines is None else lines,
        )
        self._done[name] = own
        return own

    def reader(self, paragraph: Style) -> "RunLooks":
        """The looks of runs inside a paragraph of this style."""
        return RunLooks(self, paragraph.look.over(self.default))


class RunLooks:
    """Looks of runs in one paragraph style: style of the paragraph, then of the run, then the run's own words."""

    def __init__(self, styles: Styles, base: Look) -> None:
        self._styles = styles
        self.base = base

    def look(self, properties: Element | None) -> Look:
        """The look of a run with these properties."""
        if properties is None or not len(properties):
            return self.base
        named = properties.find(_STYLE)
        own = look_of(properties)
        return own.over(self._styles.named(named.get(VAL)).look.over(self.base) if named is not None else self.base)
