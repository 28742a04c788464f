"""The words by which official documents name kinds of bodies; folded, versioned data beside this file."""

import tomllib
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True)
class Collective:
    """A part of a collective ("các sở, ban, ngành"): folded phrases, and the kinds and levels of body they take in;
    no kinds where the words only say "whoever is concerned"."""

    phrases: tuple[str, ...]
    kinds: frozenset[str]
    levels: frozenset[str]
    proper_names: bool = False

    def takes(self, tail: str) -> bool:
        """Whether the words after the phrase leave it a collective: "các sở liên quan" does, "các Sở GTVT" does not."""
        return not tail or not self.proper_names or tail.split()[0] in TAIL_WORDS


_DATA = tomllib.loads(resources.files(__package__).joinpath("data/wording.toml").read_text(encoding="utf-8"))

VERSION: str = _DATA["version"]
SHORT_FORMS: tuple[tuple[str, str], ...] = tuple((row["long"], row["short"]) for row in _DATA["short_forms"])
LEVEL_WORDS: dict[str, str] = _DATA["level_words"]
NOT_LEVELS = frozenset(_DATA["not_levels"])
COLLECTIVE_OPENERS: tuple[str, ...] = tuple(f"{opener} " for opener in _DATA["collective_openers"])
BARE_LEVELS = frozenset(_DATA["bare_levels"])
OPENING_WORDS = frozenset(_DATA["opening_words"])
OTHER_LEVELS: tuple[str, ...] = tuple(_DATA["other_levels"])
TAIL_WORDS = frozenset(_DATA["tail_words"])
QUALIFIERS: tuple[str, ...] = tuple(_DATA["qualifiers"])
COLLECTIVES: tuple[Collective, ...] = tuple(
    Collective(
        phrases=tuple(row["phrases"]),
        kinds=frozenset(row["kinds"]),
        levels=frozenset(row["levels"]),
        proper_names=row.get("proper_names", False),
    )
    for row in _DATA["collectives"]
)


def group_of(part: str) -> Collective | None:
    """The kind of body that one part of an enumeration names: the longest phrase that opens it wins."""
    best, length = None, 0
    for group in COLLECTIVES:
        for phrase in group.phrases:
            if len(phrase) > length and f"{part} ".startswith(f"{phrase} ") and group.takes(part[len(phrase) :]):
                best, length = group, len(phrase)
    return best
