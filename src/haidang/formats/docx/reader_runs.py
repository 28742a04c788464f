"""The text of one paragraph: its runs, without what was deleted, hidden or only tells a program what to do."""

from dataclasses import dataclass, field

from haidang.domain.terms.refusal import Refusal
from haidang.formats.docx.reader_names import (
    ALTERNATE,
    CHOICE,
    FALLBACK,
    MATH,
    MATH_TEXT,
    TEXT_BOX,
    WRAPPERS,
    w,
)
from haidang.formats.docx.reader_styles import Look, RunLooks
from haidang.formats.letters import from_old_font, is_symbol_font, old_font, shown, sign
from haidang.formats.markup import Element

DEEPEST = 60
_RUN, _PROPERTIES, _TEXT = w("r"), w("rPr"), w("t")
_TAB, _BREAK, _CARRIAGE, _HYPHEN, _SIGN = w("tab"), w("br"), w("cr"), w("noBreakHyphen"), w("sym")
_FIELD, _FIELD_KIND, _INSTRUCTION = w("fldChar"), w("fldCharType"), w("instrText")
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_PICTURES = frozenset((w("drawing"), w("pict"), w("object")))
_SIMPLE_FIELD, _SIMPLE_INSTRUCTION = w("fldSimple"), w("instr")
_CONTENTS = "TOC"


@dataclass(slots=True)
class Field:
    """A field that is open: its instruction, and whether its result has begun."""

    instruction: str = ""
    result: bool = False


@dataclass(slots=True)
class Found:
    """What the runs hold besides text: boxes anchored there, notes referred to, the old encodings that were undone."""

    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    encodings: set[str] = field(default_factory=set)


class Runs:
    """Reads the runs of paragraphs in order; fields may begin in one paragraph and end in another."""

    def __init__(self) -> None:
        self.found = Found()
        self._fields: list[Field] = []
        self._pieces: list[tuple[str, Look]] = []

    def text(self, paragraph: Element, looks: RunLooks) -> str:
        """The text of a paragraph."""
        self._pieces = []
        self._walk(paragraph, looks, 0)
        pieces = self._pieces
        if not pieces:
            return ""
        first = pieces[0][1]
        if all(look is first for _text, look in pieces):
            return self._dressed("".join(text for text, _look in pieces), first)
        return "".join(self._dressed(text, look) for text, look in _joined(pieces))

    def _dressed(self, text: str, look: Look) -> str:
        if encoding := old_font(look.font):
            letters = from_old_font(text, encoding)
            if letters != text:
                self.found.encodings.add(encoding.lower())
            text = letters
        return text.upper() if look.caps else text

    def _walk(self, parent: Element, looks: RunLooks, depth: int) -> None:
        if depth > DEEPEST:
            raise Refusal("file.damaged", "file")
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                self._run(child, looks)
            elif tag in WRAPPERS:
                if tag != _SIMPLE_FIELD or not _is_contents(child.get(_SIMPLE_INSTRUCTION, "")):
                    self._walk(child, looks, depth + 1)
            elif tag in MATH:
                self._say("".join(part.text or "" for part in child.iter(MATH_TEXT)), looks.base)
            elif tag == ALTERNATE:
                self._walk_choice(child, looks, depth + 1)

    def _walk_choice(self, alternate: Element, looks: RunLooks, depth: int) -> None:
        chosen = alternate.find(CHOICE)
        chosen = alternate.find(FALLBACK) if chosen is None else chosen
        if chosen is not None:
            self._walk(chosen, looks, depth)

    def _run(self, run: Element, looks: RunLooks) -> None:
        look = looks.base
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                if child.text:
                    self._say(child.text, look)
            elif tag == _PROPERTIES:
                look = looks.look(child)
            elif tag == _TAB:
                self._say("\t", look)
            elif tag in (_BREAK, _CARRIAGE):
                self._say("\n", look)
            elif tag == _HYPHEN:
                self._say("-", look)
            elif tag == _SIGN:
                self._sign(child, look)
            elif tag == _FIELD:
                self._field(child.get(_FIELD_KIND))
            elif tag == _INSTRUCTION:
                if self._fields and not self._fields[-1].result:
                    self._fields[-1].instruction += (child.text or "")[:200]
            elif tag in _NOTES:
                self.found.notes.append((_NOTES[tag], child.get(w("id"), "")))
            elif tag in WRAPPERS:
                self._walk(child, looks, DEEPEST // 2)
            elif (tag in _PICTURES or tag == ALTERNATE) and not look.hidden:
                self.found.boxes += text_boxes(child)

    def _say(self, text: str, look: Look) -> None:
        if look.hidden or (self._fields and not self._shows()):
            return
        if is_symbol_font(look.font):
            text = shown(text, look.font)
        elif "\uf000" <= max(text) <= "\uf0ff":
            text = shown(text, None)
        self._pieces.append((text, look))

    def _sign(self, element: Element, look: Look) -> None:
        written = element.get(w("char"), "")
        code = int(written, 16) if len(written) == 4 and all(c in "0123456789abcdefABCDEF" for c in written) else 0
        font = element.get(w("font"))
        if is_symbol_font(font):
            self._say(sign(code, font), look)
        elif 0x20 <= code < 0xD800:
            self._say(chr(code), look)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            if len(self._fields) > DEEPEST:
                raise Refusal("file.damaged", "file")
            self._fields.append(Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].result = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _shows(self) -> bool:
        """Whether text stands in results of fields only; a table of contents says again what the headings say."""
        return all(each.result and not _is_contents(each.instruction) for each in self._fields)


def text_boxes(element: Element) -> list[Element]:
    """The outermost text boxes, each once: of two drawings of one box, the newer."""
    found: list[Element] = []
    stack = [element]
    while stack:
        here = stack.pop()
        if here.tag == TEXT_BOX:
            found.append(here)
        elif here.tag == ALTERNATE:
            choices = [child for child in here if child.tag in (CHOICE, FALLBACK)]
            holding = (choice for choice in choices if next(choice.iter(TEXT_BOX), None) is not None)
            if (chosen := next(holding, None)) is not None:
                stack.append(chosen)
        else:
            stack += reversed(list(here))
    return found


def _is_contents(instruction: str) -> bool:
    return instruction.strip()[:4].rstrip().upper() == _CONTENTS


def _joined(pieces: list[tuple[str, Look]]) -> list[tuple[str, Look]]:
    """Neighbours of one look put together: a letter and its mark may stand in two runs."""
    out: list[tuple[str, Look]] = []
    for text, look in pieces:
        if out and out[-1][1] == look:
            out[-1] = (out[-1][0] + text, look)
        else:
            out.append((text, look))
    return out
