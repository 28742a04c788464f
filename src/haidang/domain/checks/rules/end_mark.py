"""The text of a document ends with "./."."""

from collections.abc import Iterator

from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.parts import bare
from haidang.domain.checks.tables import Table

_NEAR = 1200
_TAIL = 40


def check(paper: Paper, _table: Table) -> Iterator[Slip] | Outcome:
    """The last words before the recipients, where the closing mark does not stand near them."""
    parts = paper.parts
    if parts.party or not parts.official:
        return Outcome.NOT_APPLICABLE
    if parts.recipients is None:
        return Outcome.NOT_EVALUATED
    return _unclosed(paper, parts.recipients)


def _unclosed(paper: Paper, recipients: int) -> Iterator[Slip]:
    closing = paper.parts.closing
    if closing is not None and recipients - closing < _NEAR:
        return
    said = paper.text[:recipients].rstrip(" \n\t*#|_")
    yield Slip(bare(said[-_TAIL:].partition(" ")[2]), None, max(len(said) - 1, 0), len(said))
