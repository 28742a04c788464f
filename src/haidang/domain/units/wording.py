"""The words by which official documents name kinds of bodies; folded, versioned data beside this file."""

import tomllib
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True)
class Collective:
    """A collective ("các sở, ban, ngành"): folded phrases, and the kinds and levels of body they take in."""

    phrases: tuple[str, ...]
    kinds: frozenset[str]
    levels: frozenset[str]


_DATA = tomllib.loads(resources.files(__package__).joinpath("data/wording.toml").read_text(encoding="utf-8"))

VERSION: str = _DATA["version"]
SHORT_FORMS: tuple[tuple[str, str], ...] = tuple((row["long"], row["short"]) for row in _DATA["short_forms"])
LEVEL_WORDS: dict[str, str] = _DATA["level_words"]
NOT_LEVELS = frozenset(_DATA["not_levels"])
COLLECTIVE_OPENERS = frozenset(_DATA["collective_openers"])
BARE_COLLECTIVES: tuple[str, ...] = tuple(_DATA["bare_collectives"])
COLLECTIVES: tuple[Collective, ...] = tuple(
    Collective(tuple(row["phrases"]), frozenset(row["kinds"]), frozenset(row["levels"])) for row in _DATA["collectives"]
)
