"""A name written once with other marks than everywhere else in the document (Phò Quang beside Phổ Quang)."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.lexicon.running import running
from haidang.domain.checks.lexicon.syllables import key
from haidang.domain.checks.tables import Table
from haidang.domain.terms.text import fold


def check(paper: Paper, table: Table) -> Iterator[Slip] | Outcome:
    """One slip for each name of two capitals that stands once, where one of the same letters stands more often."""
    words = running(paper.text)
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    spelt: dict[tuple[str, str], str] = {}
    for at in range(1, len(words)):
        first, second = words[at - 1], words[at]
        if second.joined and all(each.capital and not each.text.isupper() for each in (first, second)):
            pair = (key(first.text), key(second.text))
            places[pair].append(at)
            spelt[pair] = f"{first.text} {second.text}"
    if not places:
        return Outcome.NOT_APPLICABLE
    return _slips(paper, table, places, spelt)


def _slips(
    paper: Paper, table: Table, places: dict[tuple[str, str], list[int]], spelt: dict[tuple[str, str], str]
) -> Iterator[Slip]:
    words = running(paper.text)
    alike: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for pair, found in places.items():
        alike[fold(spelt[pair])][pair] = len(found)
    for counts in alike.values():
        if len(counts) < 2:
            continue
        (usual, often), *others = counts.most_common()
        for pair, times in others:
            differ = sum(one != other for one, other in zip(pair, usual, strict=True))
            if times == 1 and often >= table.data["often"] and differ == 1:
                at = places[pair][0]
                yield Slip(spelt[pair], spelt[usual], words[at - 1].start, words[at].end, values={"often": str(often)})
