"""The year inside a number (30/2020/NĐ-CP) is not the year of its day, or not in the term of its National Assembly."""

import re
from collections.abc import Iterator

from haidang.domain.checks.cited import Cited, citations
from haidang.domain.checks.findings import Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.checks.words import quoted

_TERM = re.compile(r"QH(\d\d)$")


def check(paper: Paper, table: Table) -> Iterator[Slip]:
    """Every citation that contradicts itself, each spelling once."""
    terms: dict[str, list[int]] = table.data["terms"]
    seen = set()
    for cited in citations(paper):
        found = quoted(paper.text, cited.start, cited.end)
        if cited.year is None or found in seen:
            continue
        seen.add(found)
        if cited.written and cited.written.year not in (None, cited.year):
            values = {"number_year": str(cited.year), "date_year": str(cited.written.year)}
            yield Slip(found, None, cited.start, cited.end, values=values)
        elif term := _wrong_term(cited, terms):
            first, last = terms[term]
            values = {"number_year": str(cited.year), "term": term, "years": f"{first} - {last}"}
            yield Slip(found, None, cited.start, cited.end, "term", values)


def _wrong_term(cited: Cited, terms: dict[str, list[int]]) -> str | None:
    named = _TERM.search(cited.key)
    if named is None or named[1] not in terms or cited.year is None:
        return None
    first, last = terms[named[1]]
    return None if first <= cited.year <= last else named[1]
