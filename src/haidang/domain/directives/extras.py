"""What a directive says beside its duties: phases of several years, text messages, hotlines, money, tied acts."""

import re
import tomllib
from collections.abc import Iterator
from importlib import resources

from haidang.domain.directives.items import Item
from haidang.domain.directives.page import Page
from haidang.domain.directives.reading import Hotline, Message, Money, Phase
from haidang.domain.directives.wordlists import any_of

DATA = tomllib.loads(resources.files(__package__).joinpath("data", "extras.toml").read_text("utf-8"))

_YEARS = r"(?:từ\s+)?(?:năm\s+)?(?P<a>20\d\d)\s*(?:-|–|đến)\s*(?:hết\s+)?(?:năm\s+)?(?P<b>20\d\d)\)?"
_PHASE = re.compile(
    rf"(?:Các |Trong )?(?i:giai đoạn|thời kỳ)\s*(?:\d\b|I{{1,3}}\b|thứ \w+)?\s*[:(]?\s*{_YEARS}(?:\s*[:.]\s*|\s*$|,\s+)"
    r"|(?:Trong n|N)ăm (?P<y>20\d\d)(?:\s*:\s*|\s*$)"
)
_SHORTEST_MESSAGE = 20
_MESSAGE = re.compile(
    rf"(?i:{any_of(DATA['messages']['labels'])})[^“\"\n.;]{{0,60}}[“\"](?P<text>[^”\"\n]{{{_SHORTEST_MESSAGE},600}})[”\"]"
)
_SENDER = re.compile(
    rf"(?i:{any_of(DATA['messages']['senders'])})\s*(?:\([^)\n]*\))?\s*(?::|là)?\s*[“\"](?P<quoted>[^”\"\n]{{2,60}})[”\"]"
    rf"|(?i:{any_of(DATA['messages']['senders'])})\s*(?:\([^)\n]*\))?\s*(?::|là)\s*(?P<plain>[^”\"\n.;,(]{{2,40}})"
)
_TELEPHONE = r"(?P<number>1\d\d(?!\d)|0\d(?:[ .]?\d){8,9}|1[89]00(?:[ .]?\d){4,6})(?![\d/%])"
_HOTLINE = re.compile(rf"(?i:{any_of(DATA['hotlines']['labels'])})[^\n;“”\d]{{0,90}}?{_TELEPHONE}")
_MORE = re.compile(rf"\s*(?:,|;|hoặc|và|-|–)\s*(?:số\s+)?{_TELEPHONE}")
_AMOUNT = re.compile(
    r"(?P<figure>\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)\s*(?P<scale>nghìn|triệu|tỷ|tỉ)?\s*đồng", re.IGNORECASE
)
_SCALES = {"nghìn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000}
_SOURCES = re.compile(any_of(sorted(DATA["money"]["sources"], key=len, reverse=True)), re.IGNORECASE)


def phases(page: Page, items: list[Item]) -> tuple[Phase, ...]:
    """Stretches of years that open an item ("Giai đoạn 2026 - 2028: …", "Năm 2026: …") and what is to be done then."""
    found_phases = []
    for item in items:
        found = _PHASE.match(page.value, item.start, item.end)
        if not found:
            continue
        first = int(found["a"] or found["y"])
        last = int(found["b"] or found["y"])
        start, end = found.end(), item.end
        if not page.value[start:end].strip(" .:;"):
            under = next((child for child in item.children), None)
            if under is None:
                continue
            start, end = under.start, under.end
        if last >= first:
            text = " ".join(page.value[start:end].split())
            found_phases.append(Phase(first, last, text, page.span(start, end)))
    return tuple(found_phases)


def messages(page: Page, start: int, end: int) -> tuple[Message, ...]:
    """Texts to be sent as messages, each once, with the sender's name that stands nearest behind it."""
    value = page.value
    kept: dict[str, Message] = {}
    if not _says(value, "messages"):
        return ()
    for found in _MESSAGE.finditer(value, start, end):
        text = " ".join(found["text"].split())
        line_end = value.find("\n", found.end(), end)
        sender = _SENDER.search(value, found.end(), min(found.end() + 400, end))
        before = _SENDER.search(value, max(start, found.start() - 200), found.start())
        named = sender or before
        if named and line_end >= 0 and named.start() - line_end > 200:
            named = None
        name = (named["quoted"] or named["plain"]).strip() if named else None
        if text not in kept:
            kept[text] = Message(text, name, page.span(*found.span("text")))
    return tuple(kept.values())


def hotlines(page: Page, start: int, end: int) -> tuple[Hotline, ...]:
    """Telephone numbers to call, each once, digits only."""
    kept: dict[str, Hotline] = {}
    if not _says(page.value, "hotlines"):
        return ()
    for found in _HOTLINE.finditer(page.value, start, end):
        match: re.Match[str] | None = found
        while match:
            number = re.sub(r"\D", "", match["number"])
            kept.setdefault(number, Hotline(number, page.span(*match.span("number"))))
            match = _MORE.match(page.value, match.end(), end)
    return tuple(sorted(kept.values(), key=lambda line: line.span.start))


def money(page: Page, items: list[Item]) -> tuple[Money, ...]:
    """Paragraphs that say where the money comes from or how much it is."""
    return tuple(_money(page, items)) if _says(page.value, "money") else ()


def _money(page: Page, items: list[Item]) -> Iterator[Money]:
    for item in items:
        text = page.value[item.start : item.end]
        if not _says(text, "money"):
            continue
        amounts = tuple(_amount(found) for found in _AMOUNT.finditer(text))
        sources = tuple(dict.fromkeys(found[0].lower() for found in _SOURCES.finditer(text)))
        if amounts or sources:
            yield Money(max(amounts, default=None), sources, " ".join(text.split()), page.span(item.start, item.end))


def _says(text: str, what: str) -> bool:
    """Whether any of the words for a thing stands in a text: most say none, and strings are quicker than patterns."""
    low = text.lower()
    return any(label in low for label in DATA[what]["labels"])


def _amount(found: re.Match[str]) -> int:
    figure = found["figure"]
    scale = _SCALES.get((found["scale"] or "").lower(), 1)
    if "," in figure:
        whole, _, part = figure.partition(",")
        return int(int(whole + part) * scale / 10 ** len(part))
    return int(figure.replace(".", "")) * scale
