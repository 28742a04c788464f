"""Acts cited in the preamble: kind, number, date."""

import re

from haidang.domain.directives.dues import iso_day
from haidang.domain.directives.extras import DATA
from haidang.domain.directives.page import Page
from haidang.domain.directives.reading import Citation
from haidang.domain.directives.wordlists import KIND_CODES, UP, any_of

_ACT = any_of(KIND_CODES)
_NUMBER = rf"\d{{1,5}}(?:/\d{{4}})?\s?[/-]\s?[{UP}][\w()]*(?:\s?[-/&.,]\s?(?:[{UP}]|\d)[\w()]*|\s\d+/[{UP}]+)*"
_DATE = (
    r"(?:,?\s*(?:ký\s+)?(?:ngày\s+)+(?P<date>\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{4}"
    r"|\d{1,2}\s+tháng\s+\d{1,2}\s*,?\s+năm\s+\d{4}))"
)
_CITED = re.compile(
    rf"\b(?P<kind>{_ACT})\s+(?:[^\W\d_]+\s+){{0,3}}?số\s*:?\s*(?P<number>{_NUMBER}){_DATE}?", re.IGNORECASE
)
_LAW = re.compile(
    rf"(?P<opens>căn cứ\s+)?\b(?P<kind>Bộ luật|Luật|Pháp lệnh|Hiến pháp)\s+(?=[{UP}])"
    r"(?:(?!căn cứ|số \d|ngày \d|;|\.\s)[^;\n]){2,160}?"
    rf"(?:(?:\s+số\s+(?P<number>\d+/\d{{4}}/\w+))?{_DATE}|\s+số\s+(?P<number2>\d+/\d{{4}}/\w+)|(?=;)|(?=\.\s))",
)


_RELATIONS = {
    name: re.compile(rf"(?<!\w){any_of(words)}(?!\w)", re.IGNORECASE) for name, words in DATA["relations"].items()
}
# What parts one citation from the next: before it no word speaks of this one.
_APART = re.compile(r"[;\n]|\.\s")
_REACH = 160


def _relation(value: str, start: int, at: int) -> str:
    """What the nearest word before a cited act says of it."""
    head = value[max(start, at - _REACH) : at]
    for found in reversed(list(_APART.finditer(head))):
        head = head[found.end() :]
        break
    # Another act between the word and this one takes the word to itself.
    if earlier := list(_CITED.finditer(head)):
        head = head[earlier[-1].end() :]
    said = [(hit.end(), name) for name, words in _RELATIONS.items() for hit in words.finditer(head)]
    return max(said)[1] if said else "cites"


def citations(page: Page, start: int, end: int) -> tuple[Citation, ...]:
    """Acts the preamble cites, nested ones too, each once; a law without number or date only where it is a ground."""
    value = page.value
    found_acts: list[tuple[int, int, Citation]] = []
    for found in _CITED.finditer(value, start, end):
        kind = KIND_CODES[" ".join(found["kind"].lower().split())]
        cited = Citation(
            kind, " ".join(found["number"].split()).rstrip(" ,."), iso_day(found["date"]), page.span(*found.span()),
            _relation(value, start, found.start()),
        )  # fmt: skip
        found_acts.append((found.start(), found.end(), cited))
    taken = [(first, last) for first, last, _ in found_acts]
    for found in _LAW.finditer(value, start, end):
        number, date = found["number"] or found["number2"], iso_day(found["date"])
        inside = any(first <= found.start("kind") < last for first, last in taken)
        swallows = any(found.start() < first < found.end() for first, _ in taken)
        if inside or (swallows and not number) or not (number or date or found["opens"]):
            continue
        kind = KIND_CODES[found["kind"].lower()]
        relation = "ground" if found["opens"] else _relation(value, start, found.start("kind"))
        span = page.span(found.start("kind"), found.end())
        found_acts.append((found.start(), found.end(), Citation(kind, number, date, span, relation)))
    seen, kept = set(), []
    for _, _, cited in sorted(found_acts, key=lambda act: act[0]):
        key = (
            cited.kind,
            cited.number,
            cited.date if cited.number is None else None,
            cited.span.start if not cited.number else 0,
        )
        if key not in seen:
            seen.add(key)
            kept.append(cited)
    return tuple(kept)
