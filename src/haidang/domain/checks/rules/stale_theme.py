"""The slogan of another year's campaign."""

import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import Any

from haidang.domain.checks.era import era
from haidang.domain.checks.findings import Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.checks.words import flat, quoted

_LABEL = re.compile(r"chủ\s+đề[^“\"]{0,60}?năm\s+(20\d\d)[^“\"]{0,20}$", re.IGNORECASE)
_BEFORE = 140


def _load() -> list[dict[str, Any]]:
    text = resources.files("haidang.domain.checks").joinpath("law", "themes.toml").read_text(encoding="utf-8")
    return list(tomllib.loads(text)["theme"])


def _pattern(words: str) -> re.Pattern[str]:
    """The slogan with any blanks, strokes and capitals."""
    return re.compile(r"[\W_]+".join(map(re.escape, re.findall(r"\w+", words))), re.IGNORECASE)


THEMES = [(theme["year"], _pattern(theme["words"])) for theme in _load()]


def check(paper: Paper, _table: Table) -> Iterator[Slip]:
    """Each known slogan that is not of the document's year, once; or one given for another year than its own."""
    when = era(paper)
    years = when.title_years or {when.first.year, when.last.year}
    value = flat(paper.text)
    for year, pattern in THEMES:
        for found in pattern.finditer(value):
            words = quoted(paper.text, *found.span())
            label = _LABEL.search(value, max(0, found.start() - _BEFORE), found.start())
            if label and int(label[1]) != year:
                yield Slip(words, None, *found.span(), "labelled", {"label": label[1], "year": str(year)})
            elif year not in years and year < when.last.year:
                spoken = " - ".join(str(y) for y in sorted({min(years), max(years)}))
                yield Slip(words, None, *found.span(), values={"year": str(year), "years": spoken})
                break
