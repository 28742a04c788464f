"""One act is cited twice in a document, with two different days."""

from collections.abc import Iterator

from haidang.domain.checks.cited import Cited, citations
from haidang.domain.checks.findings import Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.checks.words import printed, quoted


def check(paper: Paper, _table: Table) -> Iterator[Slip]:
    """Each later citation whose day differs from the first one's.

    Where numbers begin again each year, a citation of another year may be another act, unless day and month agree;
    where several bodies give the same symbol, the words after "của" must agree too.
    """
    first: dict[tuple[str, str, str | None], list[Cited]] = {}
    for cited in citations(paper):
        if cited.date is None:
            continue
        key = (cited.key, "" if cited.of_one_body else cited.issuer, None if cited.of_one_body else cited.kind)
        if not cited.of_one_body and not cited.issuer:
            continue
        before = first.setdefault(key, [])
        other = next((earlier for earlier in before if _contradict(earlier, cited)), None)
        if other is not None and other.date is not None:
            values = {"other": printed(other.date), "line": str(paper.line_at(other.start))}
            found = quoted(paper.text, cited.start, cited.end)
            yield Slip(found, printed(other.date), cited.start, cited.end, values=values)
        elif all(earlier.date != cited.date for earlier in before):
            before.append(cited)


def _contradict(one: Cited, two: Cited) -> bool:
    a, b = one.date, two.date
    if a is None or b is None or a == b:
        return False
    return one.year is not None or a.year == b.year or (a.day, a.month) == (b.day, b.month)
