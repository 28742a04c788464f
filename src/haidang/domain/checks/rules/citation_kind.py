"""A cited act is called by one kind and bears the symbol of another: "Quyết định số 12/KH-UBND"."""

import re
from collections.abc import Iterator

from haidang.domain.checks.cited import Cited, citations
from haidang.domain.checks.findings import Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.checks.words import quoted
from haidang.domain.directives.wordlists import KIND_NAMES

_SYMBOL = re.compile(r"\d[/-](?:\d{4}/)?([A-ZĐ]+)-[A-ZĐ]")


def check(paper: Paper, table: Table) -> Iterator[Slip]:
    """Every act whose kind stands directly before its number and whose symbol surely says another, each once."""
    seen = set()
    for cited in citations(paper):
        said = _of_symbol(cited, table.data["symbols"])
        judged = cited.adjacent and cited.kind in table.data["symbols"].values()
        if said is None or not judged or cited.kind == said or (cited.kind, cited.key) in seen:
            continue
        seen.add((cited.kind, cited.key))
        name = KIND_NAMES[cited.kind or ""]
        found = f"{name} số {quoted(paper.text, cited.start, cited.start + len(cited.number))}"
        yield Slip(found, KIND_NAMES[said], cited.start, cited.end)


def _of_symbol(cited: Cited, symbols: dict[str, str]) -> str | None:
    """The kind its symbol stands for; the Party writes its own symbols ("12-CT/TU")."""
    named = _SYMBOL.search(cited.key)
    return symbols.get(named[1]) if named else None
