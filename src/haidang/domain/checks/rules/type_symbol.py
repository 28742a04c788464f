"""The abbreviation in a document's own symbol agrees with its kind: a plan is "KH", a submission "TTr"."""

import re
from collections.abc import Iterator

from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.directives.reading import Span
from haidang.domain.directives.wordlists import KIND_NAMES

_TYPE = re.compile(r"/\s?([^\W\d_]+)")


def check(paper: Paper, table: Table) -> Iterator[Slip] | Outcome:
    """The number at the head, where the kind is printed there too."""
    head, span = paper.reading.head, paper.reading.spans.get("number")
    kind = KIND_NAMES.get(head.kind or "", "")
    right: str | None = table.data["types"].get(kind)
    written = _TYPE.search(head.number) if head.number else None
    if not right or kind in table.data["ambiguous"] or "kind" not in paper.reading.spans:
        return Outcome.NOT_APPLICABLE
    if written is None or span is None:
        return Outcome.NOT_EVALUATED
    return _slip(paper, span, written[1], kind, right)


def _slip(paper: Paper, span: Span, written: str, kind: str, right: str) -> Iterator[Slip]:
    # A body's own addition may follow the type ("KHPH", "QĐLT").
    if not written.startswith(right):
        found = " ".join(paper.text[span.start : span.end].split())
        yield Slip(found, None, span.start, span.end, values={"written": written, "kind": kind, "right": right})
