"""Look a written name up among many: exact, without marks, with one or two letters wrong."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from haidang.domain.units.keys import folded, marked, spelt, toned

# Folded letters from which two slips are forgiven, and below which none is.
LONG_NAME, SHORT_NAME = 9, 4


class Hit(NamedTuple):
    """One name found: its position in the list, a score 0–100, why: `exact`, `without_marks`, `marks`, `similar`."""

    place: int
    score: float
    why: str


class Names:
    """A list of names, ready for looking up. Building it folds every name once; it never changes."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(names)
        places: dict[str, list[int]] = {}
        for place, name in enumerate(self._names):
            places.setdefault(folded(name), []).append(place)
        self._places = places
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for key in places:
            self._by_length[len(key)].append(key)

    def __getitem__(self, place: int) -> str:
        return self._names[place]

    def folded(self, written: str, *, bare: bool | None = None) -> list[Hit]:
        """Every name that equals the written one but for marks, signs and capitals; best first.

        100 `exact` (the place of the tone mark aside), 95 `without_marks`, 88 `marks` (marks are written and differ).
        `bare` tells that the text around bears no mark either, so that a name without any is not meant rather than
        others; where it is not told, the written name decides, and a name equal to it is exact.
        """
        found = []
        unmarked = not marked(written) if bare is None else bare
        for place in self._places.get(folded(written), ()):
            name = self._names[place]
            if (not bare or name.isdigit()) and toned(name) == toned(written):
                found.append(Hit(place, 100.0, "exact"))
            else:
                found.append(Hit(place, 95.0, "without_marks") if unmarked else Hit(place, 88.0, "marks"))
        return sorted(found, key=lambda hit: (-hit.score, hit.place))

    def similar(self, written: str) -> list[Hit]:
        """Every name one letter away from the written one (two letters away where it is long); best first.

        Two letters changed about count as one. A number is never taken for another number.
        """
        key = folded(written)
        slips = 0 if len(key) < SHORT_NAME or key.isdigit() else 1 if len(key) < LONG_NAME else 2
        if not slips:
            return []
        nearest: dict[str, float] = {}
        for tried in {key, spelt(written)}:
            for length in range(len(key) - slips, len(key) + slips + 1):
                choices = self._by_length.get(length, ())
                near = process.extract(tried, choices, scorer=OSA.distance, score_cutoff=slips, limit=None)
                for other, distance, _ in near:
                    if other != key and _digits(other) == _digits(key):
                        nearest[other] = min(nearest.get(other, slips), max(distance, 1))
        found = [
            Hit(place, 90.0 - 6 * distance, "similar")
            for other, distance in nearest.items()
            for place in self._places[other]
        ]
        return sorted(found, key=lambda hit: (-hit.score, hit.place))


def _digits(key: str) -> list[str]:
    return [word for word in key.split() if word.isdigit()]
