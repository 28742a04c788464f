"""Two syllables that are no word, where other marks make them one (bao đảm, trần áp): a slip of hand or scanner."""

from collections.abc import Iterator

from haidang.domain.checks.findings import Paper, Slip
from haidang.domain.checks.lexicon.running import Syllable, cased, running
from haidang.domain.checks.lexicon.syllables import COMMONEST, Pair, key, syllables
from haidang.domain.checks.tables import Table


def check(paper: Paper, table: Table) -> Iterator[Slip]:
    """One slip for each pair that stands free of the words beside it and is a common word with other marks."""
    end = len(paper.text) if paper.parts.foot is None else paper.parts.foot
    loose = frozenset(table.data["loose"])
    right = frozenset(table.data["right"])
    words = running(paper.text)
    for at in range(1, len(words)):
        if words[at].end > end:
            return
        first, second = words[at - 1], words[at]
        meant = None if f"{first.text} {second.text}".lower() in right else _meant(words, at, loose)
        if meant:
            written = f"{first.text} {second.text}"
            expected = f"{cased(first.text, meant[0])} {cased(second.text, meant[1])}"
            yield Slip(written, expected, first.start, second.end)


def _meant(words: tuple[Syllable, ...], at: int, loose: frozenset[str]) -> Pair | None:
    """The common word that the pair ending at `at` was to be; None where the pair may stand as it is."""
    first, second = words[at - 1], words[at]
    # A capital inside a sentence begins a name.
    if not second.joined or second.capital or (first.capital and (first.joined or first.text.isupper())):
        return None
    table = syllables()
    choices = table.like(first.text, second.text)
    if not choices or table.word(first.text, second.text) or _bound(words, at):
        return None
    fit = []
    for pair in choices:
        changed = [
            written.text.lower()
            for written, meant in ((first, pair[0]), (second, pair[1]))
            if key(written.text) != key(meant)
        ]
        if table.often(*pair) == COMMONEST and not loose.intersection(changed):
            fit.append((len(changed), pair))
    if not fit:
        return None
    fewest = min(count for count, _ in fit)
    best = [pair for count, pair in fit if count == fewest]
    return best[0] if len(best) == 1 else None


def _bound(words: tuple[Syllable, ...], at: int) -> bool:
    """Whether one of the two makes a word with its other neighbour."""
    table = syllables()
    before = at >= 2 and words[at - 1].joined and table.often(words[at - 2].text, words[at - 1].text) == COMMONEST
    after = (
        at + 1 < len(words) and words[at + 1].joined and table.often(words[at].text, words[at + 1].text) == COMMONEST
    )
    return before or after
