"""Numbers and symbols of acts, the document's own and those it cites: no blanks inside, the right letters."""

import re
from collections.abc import Iterator

from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.directives.wordlists import SYMBOLS, UP

# After "số": a number (with the year, for legal acts), a type, a body. Blanks are let in, to be found.
_WRITTEN = re.compile(
    rf"\b[Ss]ố\s?:?\s*(?P<symbol>(?P<number>(?:\d{{1,5}})?(?:/\d{{4}})?)(?P<first>[ \t]?[/–-][ \t]?)"
    rf"(?P<type>[^\W\d_]{{2,4}})(?P<second>[ \t]?[-–/][ \t]?)(?P<rest>[{UP}][\w]*(?:[-/][{UP}\d]\w*)*))"
)
_ODD_NUMBER = re.compile(rf"\b[Ss]ố\s?:?\s*(?P<symbol>\d{{1,5}}/\d{{1,3}}/[{UP}]\w*(?:[-/][{UP}\d]\w*)*)")
_SPLIT_BODY = re.compile(
    rf"\b[Ss]ố\s?:?\s*(?P<symbol>\d{{1,5}}/(?P<body>[{UP}]{{2,}})[ \t](?P<rest>\d{{1,4}}/[{UP}]+))"
)
_OWN = re.compile(rf"\bSố\s?:\s*\d{{0,5}}/(?P<type>CV)-[{UP}]")


def check(paper: Paper, table: Table) -> Iterator[Slip] | Outcome:
    """Every symbol that is written otherwise than its grammar has it."""
    if paper.scanned:
        return Outcome.NOT_EVALUATED
    return _slips(paper, table)


def _slips(paper: Paper, table: Table) -> Iterator[Slip]:
    types = {symbol.lower(): symbol for symbol in (*SYMBOLS, *table.data["types"])}
    types |= {
        wrong.lower(): right for wrong, right in table.data["without_marks"].items() if wrong.lower() not in types
    }
    for found in _WRITTEN.finditer(paper.text):
        kind = types.get(found["type"].lower())
        if kind is None:
            continue
        right = found["number"] + _sign(found["first"]) + kind + _sign(found["second"]) + found["rest"]
        if right != found["symbol"]:
            spaced = kind == found["type"]
            yield Slip(
                found["symbol"], right, found.start("symbol"), found.end("symbol"), "blanks" if spaced else "letters"
            )
    for odd in _ODD_NUMBER.finditer(paper.text):
        yield Slip(odd["symbol"], None, odd.start("symbol"), odd.end("symbol"), "number")
    for split in _SPLIT_BODY.finditer(paper.text):
        right = split["symbol"].replace(" ", "").replace("\t", "")
        yield Slip(split["symbol"], right, split.start("symbol"), split.end("symbol"), "blanks")
    own = _OWN.search(paper.text, 0, 2000)
    if own:
        yield Slip(own[0].rsplit("-", 1)[0], None, own.start(), own.end(), "letter")


def _sign(written: str) -> str:
    return written.strip().replace("–", "-")
