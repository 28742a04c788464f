"""Names of agencies in running text: where a list of them begins, how it is split, and where it ends."""

import re
from dataclasses import dataclass

from haidang.domain.directives.wordlists import (
    BODY_AFTER,
    COLLECTIVE,
    COLLECTIVE_FIRST,
    FIELD,
    FIELD_BEFORE,
    FIELD_WORDS,
    GLOSS,
    GOES_ON,
    HEAD_WORDS,
    NAME_BEFORE,
    NOUN_TOO,
    UP,
    VERB,
    VERB_FIRST,
    VERB_NAME_WORDS,
    VERB_NAMES,
    WHOLE,
    WHOLE_LAST,
    opens_name,
    syllable,
)

_TOKEN = re.compile(r"[(\[]|[)\]]|[,;:.…]+|[^\s,;:()\[\].…]+(?:\.(?=[^\W\d_]))?")
_SPREAD = re.compile(
    r"^(?:các\s+)?(bộ|sở|phòng|ban|hội|vụ|cục|đồn|đoàn|đài|đồn biên phòng|đoàn biên phòng|chi cục|trường)$",
    re.IGNORECASE,
)
_EACH = re.compile(r"^(?:từng|mỗi|cùng|với|cho)\s+", re.IGNORECASE)
_SHORTENED = frozenset({"tp", "tx", "tt", "q", "h", "p", "ts"})
_PLACES = re.compile(
    rf"^((?:UBND|[ỦU][ỶYỷy] ban nhân dân|Ủy ban nhân dân|Công an|Trạm Y tế)\s+)?các\s+(xã|phường|huyện|thôn|bản|ấp)\s+"
    rf"((?:[{UP}]\w+)(?:\s[{UP}]\w+){{0,3}})$"
)
# An inner department may hold commas and small letters in its name; only a doing ends it.
_ORGAN = re.compile(rf"^(?:Phòng|Ban|Sở|Vụ|Trung tâm|Cục|Chi cục|Văn phòng|Viện)\s+[{UP}]")
_UNITS_OF_TWO = frozenset({"thành phố", "thị xã", "thị trấn", "địa phương", "đặc khu"})
# A few words more and the heading is over: they belong to the name ("các trường công lập và ngoài công lập:").
_NAME_TO_END = re.compile(r"(?:[^\W\d_]+ ){0,5}[^\W\d_]+\s*(?::|$)")
_UNIT_WORDS = frozenset({"tỉnh", "huyện", "quận", "xã", "phường", "thị trấn", "thị xã", "thành phố", "đặc khu"})
_ALL = frozenset({"các", "từng", "mỗi"})
_MORE_OF_IT = re.compile(r"[,;]|\s(?:và|tỉnh|huyện|xã|cấp|thành)\b")
_OF_UNITS = re.compile(r"\b(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|chủ tịch|hđnd|thủ trưởng|[,-])")
# Words left over at the end of a name.
_LOOSE = (" và", " trong đó", " để", " gồm", " theo")
_WHOLE_ENDS = _UNIT_WORDS | {unit.split()[-1] for unit in _UNITS_OF_TWO} | WHOLE_LAST
# Words at which a list of names may end or part.
_MAY_END = VERB_FIRST | {"và", "cùng"}
_LIMIT = 700


@dataclass(frozen=True, slots=True)
class Names:
    """A list of names: where it ended, and what ended it (`verb`, `Verb` capitalised, `colon`, `end`, `other`)."""

    names: tuple[str, ...]
    end: int
    stop: str


def read_names(text: str, start: int, end: int | None = None) -> Names:
    """Read the names that open at `start`. No names: an empty tuple."""
    end = min(len(text) if end is None else end, start + _LIMIT)
    if not opens_name(text, start, end):
        return Names((), start, "other")
    return _Reader(text, start, end).read()


def _unfinished(previous: str, word: str) -> bool:
    """Whether a name cannot be complete before a word: the word before it is a common one that ends no name."""
    return word[0].isalnum() and previous.islower() and previous not in _WHOLE_ENDS


class _Reader:
    """Walks the words of one list; a name is the pieces of text between two boundaries, glosses left out."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.end = text, end
        self.names: list[str] = []
        self.pieces: list[tuple[int, int]] = []
        self.words: list[str] = []
        self.gap = False  # whether something between the pieces is left out
        self.spread = ""
        self.at = start
        self.inner = start  # up to here the words of a doing belong to the name ("Trung tâm Trợ giúp pháp lý")

    def read(self) -> Names:
        stop, depth, previous = "end", 0, ""
        place = self.end
        for token in _TOKEN.finditer(self.text, self.at, self.end):
            word = token[0]
            low = word.lower()
            if not depth and low not in _MAY_END and (low != word or low in GOES_ON or _unfinished(previous, low)):
                # Surely one more word of the name: no stop, no doing, no "và", no common word after a whole name.
                self.words.append(word)
                self.pieces.append(token.span())
                previous = word
                continue
            place = token.start()
            if word in "([":
                depth += 1
                self.gap = True
            elif word in ")]":
                depth = max(0, depth - 1)
            elif not depth:
                if ended := self._take(word, low, place, token.end(), previous):
                    stop = ended
                    break
                previous = word
        else:
            place = self.end
        self._close()
        return Names(tuple(name for name in self.names if name), place, stop)

    def _inside(self, names: re.Pattern[str], place: int, *, from_start: bool = False) -> bool:
        """Whether a place lies within a fixed name; looked for around the place only."""
        first, last = max(0, place - 60), min(self.end, place + 60)
        for found in names.finditer(self.text, first, last):
            if found.start() < place < found.end() or (from_start and found.start() == place):
                return True
        return False

    def _take(self, word: str, low: str, place: int, end: int, previous: str) -> str:
        """Use one word; a non-empty answer says why the list ends before it."""
        first = word[0]
        if first in ",;" or (self.words and low in ("và", "cùng")):
            return self._boundary(word, place, end)
        if first in ".…":
            if previous.lower() in _SHORTENED:
                self.gap = True
                return ""
            return "end" if not self.text[end : self.end].strip(" ./") else "period"
        if word == ":":
            return self._colon(end)
        if place >= self.inner and low in VERB_FIRST and self.words:
            if self._is_verb(place, previous):
                return "Verb" if word[0].isupper() else "verb"
            if word[0].isupper() and (found := VERB.match(self.text, place, self.end)):
                self.inner = found.end()
        if place >= self.inner and low not in GOES_ON and word.islower() and self._is_whole(previous):
            return "verb"
        self.words.append(word)
        self.pieces.append((place, end))
        return ""

    def _colon(self, end: int) -> str:
        shared = _SPREAD.match(" ".join(self.words))
        if shared and re.match(r"\s*[^\W\d_]", self.text[end : end + 3]):
            self.spread = shared[1][0].upper() + shared[1][1:]
            self.words, self.pieces = [], []
            return ""
        return "colon"

    def _places(self, begin: int) -> bool:
        """Whether "các xã Đông Lâm, Tây Lâm …" lists places: then each is a name of its own."""
        said = _PLACES.match(" ".join(self.words)) if self.text[begin].isupper() else None
        if not said:
            return False
        self.spread = f"{said[1] or ''}{said[2]}".strip()
        self.pieces = self.pieces[-len(said[3].split()) :]
        return True

    def _boundary(self, word: str, place: int, end: int) -> str:
        """At a comma, a semicolon or "và": does the name go on, does another begin, or is the list over?"""
        if self.words and self.words[-1].lower() in FIELD_BEFORE and self._inside(FIELD, place):
            self.pieces.append((place, end))
            self.words.append(word)
            return ""
        begin = end
        while begin < self.end and self.text[begin].isspace():
            begin += 1
        if begin >= self.end:
            return "end"
        if word[0] in ",;" and self.text.startswith("và ", begin):
            begin += 3
        following = self.text[begin : begin + 40]
        names_next = opens_name(self.text, begin, self.end)
        if self.spread or (word[0] != ";" and not names_next and self._places(begin)):
            if following[0].islower() and not names_next:
                return "verb" if VERB.match(self.text, begin) else "other"
            self._close()
            if names_next and not FIELD.match(self.text, begin):
                self.spread = ""
            return ""
        if word[0] != ";" and self._same_collective(begin):
            self.pieces.append((place, end))
            return ""
        if names_next and not self._is_verb(begin, ","):
            self._close()
            return ""
        if self._is_verb(begin, word):
            return "verb"
        if following[0].isupper() and word[0] != ";":
            if re.match(r"[^\W\d_]{3,}\b", following) and following.split()[0].isupper():
                self._close()
            else:
                self.pieces.append((place, end))
                self.words.append(word)
            return ""
        if word[0] != ";" and following[0].islower() and _ORGAN.match(" ".join(self.words)):
            self.pieces.append((place, end))
            self.words.append(word)
            return ""
        if word == "và" and _NAME_TO_END.match(self.text, begin, self.end):
            self.pieces.append((place, end))
            self.words.append(word)
            return ""
        return "other"

    def _same_collective(self, begin: int) -> bool:
        """Whether what follows is one more member of "các sở, ban, ngành …"."""
        if syllable(self.text, begin) not in COLLECTIVE_FIRST:
            return False
        found = COLLECTIVE.match(self.text, begin, self.end)
        if not found:
            return False
        said = " ".join(self.words).lower()
        if self.words[-1].lower() in _UNIT_WORDS and found[0] in _UNIT_WORDS:
            return True  # "Công an xã, phường"
        if self.text[begin].isupper() and not _MORE_OF_IT.match(self.text, found.end(), self.end):
            return False
        if not _ALL.isdisjoint(said.split()):
            return True
        return not COLLECTIVE.sub(" ", _OF_UNITS.sub(" ", said)).strip(" ,")

    def _is_whole(self, previous: str) -> bool:
        """Whether the name, as it stands, may be complete: it ends in a unit, a field, an abbreviation or a place."""
        if not previous or previous[0] in ",;":
            return False
        last_two = " ".join(self.words[-2:]).lower()
        if previous.lower() in ("tỉnh", "huyện", "xã", "phường", "quận") or last_two in _UNITS_OF_TWO:
            return True
        if len(self.words) < 2:
            return False
        if len(previous) > 2 and previous.isupper():
            return True
        if len(self.words) > 2 and previous.istitle() and self.words[-2].istitle():
            return self.words[-2].lower() not in HEAD_WORDS
        return previous.lower() in WHOLE_LAST and bool(WHOLE.search(" ".join(self.words[1:])))

    def _is_verb(self, place: int, previous: str) -> bool:
        first = syllable(self.text, place)
        found = VERB.match(self.text, place, self.end) if first in VERB_FIRST else None
        if not found:
            return False
        said, before = found[0].lower(), previous.lower()
        if first in VERB_NAME_WORDS and self._inside(VERB_NAMES, place):
            return False
        if first in FIELD_WORDS and self._inside(FIELD, place, from_start=True):
            return False
        if self.text[place].isupper():
            inner = before in NAME_BEFORE and " ".join(self.words[-2:]).lower() not in (
                "xã hội",
                "môi trường",
                "biên phòng",
                "quốc phòng",
            )
            if " " not in said:
                # One syllable is a doing only after a name that is complete, and not before another capital.
                after = self.text[found.end() : found.end() + 2]
                return not inner and after[1:].islower() and self._is_whole(previous)
            return not inner and found[0][1:].islower() and before not in (",", ";", "–", "-")
        if said in NOUN_TOO and (before in ("các", ",", "và", "của") or said == "tổ chức"):
            if said == "tổ chức" and before != "các":
                return not BODY_AFTER.match(self.text, found.end())
            return False
        return True

    def _close(self) -> None:
        """End the name being read and keep it."""
        if self.pieces:
            text = self.text
            if self.gap:
                joined = "".join(
                    (" " if text[first - 1].isspace() else "") + text[first:last] for first, last in self.pieces
                )
            else:
                joined = text[self.pieces[0][0] : self.pieces[-1][1]]
            name = _EACH.sub("", joined.strip(" ,;-–"))
            if " - " in name or " – " in name or " — " in name:
                name = GLOSS.sub("", name).strip(" ,;-–")
            if name.endswith(_LOOSE):
                name = name[: -len(next(word for word in _LOOSE if name.endswith(word)))].rstrip()
            if self.spread and (not opens_name(name, 0) or (self.spread == "Bộ" and name.lower() == "công an")):
                name = f"{self.spread} {name}"
            self.names.append(name)
        self.pieces, self.words, self.gap = [], [], False
