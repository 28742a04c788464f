"""A set phrase of offices with one syllable off (đột cao điểm, Noi nhận): the phrase is meant."""

from collections import defaultdict
from collections.abc import Iterator

from haidang.domain.checks.findings import Paper, Slip
from haidang.domain.checks.lexicon.running import Syllable, cased, running
from haidang.domain.checks.lexicon.syllables import COMMONEST, key, syllables
from haidang.domain.checks.tables import Table
from haidang.domain.terms.text import fold

Phrase = tuple[str, ...]


def check(paper: Paper, table: Table) -> Iterator[Slip]:
    """One slip for each place where all syllables of a phrase but one stand, and that one is a letter or mark away."""
    longest = sorted((tuple(phrase.split()) for phrase in table.data["phrases"]), key=len, reverse=True)
    right = {tuple(map(key, phrase)) for phrase in [*longest, *(tuple(p.split()) for p in table.data["also_right"])]}
    by_syllable: dict[str, list[tuple[int, Phrase]]] = defaultdict(list)
    for phrase in longest:
        for at in (0, 1):
            by_syllable[key(phrase[at])].append((at, phrase))
    words = running(paper.text)
    past = -1
    for at, word in enumerate(words):
        for place, phrase in by_syllable.get(key(word.text), ()):
            first = at - place
            meant = _meant(words, first, phrase, right) if first > past else None
            if meant is not None:
                past = first + len(phrase) - 1
                written = " ".join(each.text for each in words[first : past + 1])
                expected = " ".join(
                    cased(each.text, one) if key(each.text) != key(one) else each.text
                    for each, one in zip(words[first : past + 1], phrase, strict=True)
                )
                yield Slip(written, expected, words[first].start, words[past].end)
                break


def _meant(words: tuple[Syllable, ...], first: int, phrase: Phrase, right: set[Phrase]) -> Phrase | None:
    """The phrase, where the words from `first` on are it but for one syllable that nothing else explains."""
    here = words[first : first + len(phrase)] if first >= 0 else ()
    if len(here) < len(phrase) or not all(each.joined for each in here[1:]):
        return None
    off = [at for at, each in enumerate(here) if key(each.text) != key(phrase[at])]
    if len(off) != 1 or tuple(key(each.text) for each in here) in right:
        return None
    wrong = here[off[0]]
    # In a phrase of two nothing but the other syllable speaks for it: then only marks may differ.
    near = fold(wrong.text) == fold(phrase[off[0]]) if len(phrase) == 2 else _near(wrong.text, phrase[off[0]])
    if wrong.text.isupper() or not near:
        return None
    return None if _explained(words, first, off[0], len(phrase)) else phrase


def _near(written: str, meant: str) -> bool:
    """The same letters with other marks, or one letter more, less or other."""
    shorter, longer = sorted((fold(written), fold(meant)), key=len)
    if len(longer) - len(shorter) > 1:
        return False
    same = next(
        (at for at, (one, other) in enumerate(zip(shorter, longer, strict=False)) if one != other), len(shorter)
    )
    return shorter[same + (len(shorter) == len(longer)) :] == longer[same + 1 :]


def _explained(words: tuple[Syllable, ...], first: int, off: int, length: int) -> bool:
    """Whether the odd syllable makes a word with the one outside the phrase, or stands in one inside it."""
    table, at = syllables(), first + off
    outside_before = (
        off == 0 and at > 0 and words[at].joined and table.often(words[at - 1].text, words[at].text) == COMMONEST
    )
    last = off == length - 1 and at + 1 < len(words) and words[at + 1].joined
    outside_after = last and table.often(words[at].text, words[at + 1].text) == COMMONEST
    inside_before = off > 0 and table.often(words[at - 1].text, words[at].text) == COMMONEST
    inside_after = off < length - 1 and table.often(words[at].text, words[at + 1].text) == COMMONEST
    return bool(outside_before or outside_after or inside_before or inside_after)
