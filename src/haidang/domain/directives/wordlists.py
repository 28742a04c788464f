"""The lists of kinds, agencies, units and wording, read once from the package's data, as patterns."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from importlib import resources
from typing import Any

UP = "".join(c for c in map(chr, [*range(0x41, 0x5B), *range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)]) if c.isupper())
_MARK_FIRST = re.compile(r"([òóỏõọÒÓỎÕỌùúủũụÙÚỦŨỤ])((?<=[òóỏõọÒÓỎÕỌ])[aeAE]|(?<=[ùúủũụÙÚỦŨỤ])[yY])(?!\w)")
LOW = "".join(c.lower() for c in UP)


def load(name: str) -> dict[str, Any]:
    """One data file by name; package data counts as code and is read at import."""
    text = resources.files(__package__).joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    return {key: _both_spellings(value) for key, value in tomllib.loads(text).items()}


def _both_spellings(value: Any) -> Any:
    """Lists of words with the other place of the tone mark added ("văn hóa", "văn hoá"); both are written."""
    if isinstance(value, dict):
        return {key: _both_spellings(inner) for key, inner in value.items()}
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return list(dict.fromkeys([*value, *(_MARK_FIRST.sub(_mark_last, word) for word in value)]))
    return value


def _mark_last(found: re.Match[str]) -> str:
    """The open syllable with its mark on the last vowel instead of the first."""
    letters = unicodedata.normalize("NFD", found[1])
    bare, mark = letters[0], letters[1]
    return bare + unicodedata.normalize("NFC", found[2] + mark)


def any_of(phrases: Iterable[str], *, tail: str = r"(?!\w)") -> str:
    """A group that matches the longest of the phrases, whole words only, whatever the spaces between words.

    Phrases that share their first words share that part of the pattern: long lists are tried word by word.
    """
    return _branches([phrase.split() for phrase in set(phrases)]) + tail


def _branches(phrases: list[list[str]]) -> str:
    following: dict[str, list[list[str]]] = {}
    for words in phrases:
        following.setdefault(words[0], []).append(words[1:])
    branches = []
    for word in sorted(following, key=lambda w: (-len(w), w)):
        rest = [words for words in following[word] if words]
        may_end = len(rest) < len(following[word])
        more = rf"(?:\s+{_branches(rest)}){'?' if may_end else ''}" if rest else ""
        branches.append(re.escape(word) + more)
    return "(?:" + "|".join(branches) + ")"


KINDS = load("kinds")["kind"]
AGENCIES = load("agencies")
UNITS = load("units")
WORDING = load("wording")

KIND_CODES: dict[str, str] = {k["name"]: k["code"] for k in KINDS}
KIND_NAMES: dict[str, str] = {k["code"]: k["name"] for k in reversed(KINDS)}
SYMBOLS: dict[str, str] = {k["symbol"]: k["code"] for k in KINDS if k.get("symbol")}
OWN_KINDS: dict[str, str] = {k["name"]: k["code"] for k in KINDS if not k.get("cited_only")}

_NOT_HEAD = rf"(?!{any_of(AGENCIES['not_heads'])})"
HEAD = re.compile(
    rf"{_NOT_HEAD}(?:{any_of(AGENCIES['heads'])}"
    rf"|(?:các|từng|mỗi|những|toàn thể|mọi)\s+{_NOT_HEAD}(?:{any_of([*AGENCIES['heads'], *AGENCIES['collective']])}))",
    re.IGNORECASE,
)
FIELD = re.compile(rf"(?<!\w){any_of(AGENCIES['fields'])}", re.IGNORECASE)
COLLECTIVE = re.compile(any_of(AGENCIES["collective"]), re.IGNORECASE)
WHOLE = re.compile(rf"(?:^|\s){any_of([*AGENCIES['fields'], *AGENCIES['simple_fields']])}$", re.IGNORECASE)
# First syllables as plain strings: looking them up spares most tries of the long patterns.
_HEAD_FIRST = frozenset(w.split()[0] for w in [*AGENCIES["heads"], "các", "từng", "mỗi", "những", "toàn thể", "mọi"])
# Police units go by their numbers ("PC02").
_POLICE_UNIT = re.compile(r"(?:[ACHKVX]|P[ACHKVX])\d{2}")
_SYLLABLE = re.compile(r"\w+")
HEAD_WORDS = frozenset(head for head in AGENCIES["heads"] if " " not in head)
GOES_ON = frozenset(AGENCIES["goes_on"])
GLOSS = re.compile(rf"\s+[-–—]\s+{any_of(AGENCIES['gloss'])}.*$", re.IGNORECASE)

VERB = re.compile(
    rf"(?!giao\s+(?:thông|lưu|dịch|tiếp|ban|thương|nhận))(?!trực\s+(?:thuộc|tiếp|tuyến))(?!làm\s+việc\s+tại)"
    rf"(?:{any_of(WORDING['verbs'])}|(?-i:qua\s+(?=[{UP}]))|trong\s+(?!{any_of(WORDING['places'])}))",
    re.IGNORECASE,
)
NOUN_TOO = frozenset(WORDING["noun_too"])
BODY_AFTER = re.compile(rf"\s+{any_of(WORDING['body_after'])}", re.IGNORECASE)
# First or last words of these lists, and the syllables of names that hold a comma, "và" or a verb: a set says sooner
# than a pattern that nothing of the list can stand here.
COLLECTIVE_FIRST = frozenset(name.split()[0] for name in AGENCIES["collective"])
WHOLE_LAST = frozenset(name.lower().split()[-1] for name in [*AGENCIES["fields"], *AGENCIES["simple_fields"]])
FIELD_WORDS = frozenset(re.findall(r"[^\s,]+", " ".join(AGENCIES["fields"]).lower()))
FIELD_BEFORE = frozenset(re.findall(r"\w+(?=,| và )", "\n".join(AGENCIES["fields"]).lower()))
VERB_NAME_WORDS = frozenset(word for name in WORDING["verb_names"] for word in name.split()[1:])
VERB_NAMES = re.compile(rf"(?<!\w){any_of(WORDING['verb_names'])}", re.IGNORECASE)
# The first syllables of all of them: most words are no verb, and a set says so faster than a pattern.
VERB_FIRST = frozenset(verb.split()[0] for verb in WORDING["verbs"]) | {"qua", "trong"}
NAME_BEFORE = frozenset(WORDING["name_before"])

OPENER = re.compile(any_of(WORDING["openers"]) + r"\s+", re.IGNORECASE)
_HEADING_OPENER = re.compile(any_of(WORDING["heading_openers"]) + r"\s+", re.IGNORECASE)
SOFT_OPENER = re.compile(any_of(WORDING["soft_openers"]), re.IGNORECASE)
ADVERBIAL = re.compile(rf"(?!theo\s+dõi)(?!để\s+xảy){any_of(WORDING['adverbials'])}", re.IGNORECASE)
ADVERBIAL_END = re.compile(any_of(WORDING["adverbial_ends"]) + r",?\s+|,\s+", re.IGNORECASE)
JOIN = re.compile(rf"(?:{any_of(WORDING['before_joins'])}[\s,]+)*{any_of(WORDING['joins'])}\s+", re.IGNORECASE)

LABELS: dict[str, str] = {word: kind for kind, words in WORDING["labels"].items() for word in words}
LABEL = re.compile(rf"(?:[-–+*]\s*)?({any_of(LABELS, tail='')})\s*(?:\([^)]*\)\s*)?:\s*", re.IGNORECASE)


def syllable(text: str, at: int) -> str:
    """The word at a place in small letters, or nothing."""
    found = _SYLLABLE.match(text, at)
    return found[0].lower() if found else ""


def heading_opener(text: str, at: int) -> bool:
    """Whether words stand at a place that name the doer where the name stands alone ("đối với …:")."""
    return bool(_HEADING_OPENER.match(text, at))


def opens_name(text: str, at: int, end: int | None = None) -> bool:
    """Whether the name of an agency may begin at a place."""
    first = _SYLLABLE.match(text, at)
    if not first:
        return False
    word = first[0]
    if word.lower() not in _HEAD_FIRST:
        return word[-1].isdigit() and bool(_POLICE_UNIT.fullmatch(word))
    return bool(HEAD.match(text, at, len(text) if end is None else end))
