"""The registry of acts: number, day, in force from and until, what replaced them; and citations matched with it."""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

from haidang.domain.checks.cited import Cited, citations, key_of
from haidang.domain.checks.days import Written, day_at
from haidang.domain.checks.findings import Paper
from haidang.domain.checks.tables import TableError
from haidang.domain.checks.words import flat

# confirmed: the act or an official page was seen; reported: seen in the press; memory: neither, to be verified.
_CONFIDENCES = ("confirmed", "reported", "memory")
_AROUND = 220
_CLAUSE = re.compile(r"[.;](?=\s|$)")
_AMENDING = re.compile(r"sửa đổi|bổ sung", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Act:
    """`number` and symbol, `name` (kind and subject, as cited), day of issue, in force from `since` until the day
    before `ended`, `replaced_by` in words. `about`: words of its subject, needed where numbers begin again each year.
    `alone`: the name alone names this act (a law), so that name and day are enough."""

    number: str
    name: str
    date: dt.date
    since: dt.date | None
    ended: dt.date | None
    replaced_by: str
    about: tuple[str, ...]
    alone: bool
    source: str
    confidence: str

    @property
    def sure(self) -> bool:
        """Whether somebody saw the act or a report of it."""
        return self.confidence != "memory"


@dataclass(frozen=True, slots=True)
class Match:
    """A citation in the document (`start`–`end`) and the act it means; `written` is the day or None, `year` the year
    given in words ("năm 2011")."""

    act: Act
    start: int
    end: int
    written: Written | None
    year: int | None = None


def _load() -> tuple[Act, ...]:
    folder = resources.files("haidang.domain.checks").joinpath("law")
    raw = tomllib.loads(folder.joinpath("acts.toml").read_text(encoding="utf-8"))["act"]
    acts = tuple(
        Act(
            entry["number"], entry["name"], entry["date"], entry.get("since"), entry.get("ended"),
            entry.get("replaced_by", ""), tuple(entry.get("about", ())), entry.get("alone", False), entry["source"],
            entry["confidence"],
        )
        for entry in raw
    )  # fmt: skip
    for act in acts:
        later = [day for day in (act.date, act.since, act.ended) if day is not None]
        if act.confidence not in _CONFIDENCES or later != sorted(later) or bool(act.ended) != bool(act.replaced_by):
            raise TableError(f"acts: {act.number}")
    return acts


ACTS = _load()
_BY_KEY: dict[str, tuple[Act, ...]] = {
    key: tuple(act for act in ACTS if key_of(act.number) == key) for key in {key_of(act.number) for act in ACTS}
}
_BY_NAME: dict[str, tuple[Act, ...]] = {
    name: tuple(act for act in ACTS if act.alone and act.name.lower() == name)
    for name in {act.name.lower() for act in ACTS if act.alone}
}
_NAMES = "|".join(r"\s+".join(map(re.escape, name.split())) for name in sorted(_BY_NAME, key=len, reverse=True))
_NAMED = re.compile(
    rf"(?P<name>{_NAMES})(?:\s+số\s+(?P<number>\d+/\d{{4}}/QH\d+))?,?\s+"
    r"(?:\(?năm\s+(?P<year>(?:19|20)\d\d)|ngày\s+)",
    re.IGNORECASE,
)


def matches(paper: Paper) -> Iterator[Match]:
    """Every citation of a known act, by number or by the name of a law with its day or year, in order of the text."""
    by_number = [match for cited in citations(paper) if (match := _by_number(paper, cited))]
    taken = [(match.start, match.end) for match in by_number]
    by_name = (match for match in _by_name(paper) if not any(s < match.end and match.start < e for s, e in taken))
    yield from sorted([*by_number, *by_name], key=lambda match: match.start)


def _by_number(paper: Paper, cited: Cited) -> Match | None:
    around = _clause(paper, cited)
    known = _BY_KEY.get(cited.key, ())
    for act in known:
        # A number with its year names one act; without, the year or the subject must agree.
        same_year = cited.date is not None and cited.date.year == act.date.year
        if cited.year is not None or same_year or (act.about and any(words in around for words in act.about)):
            return Match(act, cited.start, cited.end, cited.written)
    return None


def _clause(paper: Paper, cited: Cited) -> str:
    """The words around a citation, up to the next act of the list."""
    value = flat(paper.text)
    before = _CLAUSE.split(value[max(0, cited.start - _AROUND // 2) : cited.start])[-1]
    after = _CLAUSE.split(value[cited.end : cited.end + _AROUND])[0]
    return " ".join(f"{before} {after}".lower().split())


def _by_name(paper: Paper) -> Iterator[Match]:
    value = flat(paper.text)
    for found in _NAMED.finditer(value):
        acts = _BY_NAME[" ".join(found["name"].lower().split())]
        if found["number"] or _AMENDING.search(value, max(0, found.start() - _AROUND // 3), found.start()):
            continue
        year = int(found["year"]) if found["year"] else None
        written = None if year else day_at(paper.text, found.end(), found.end() + 30)
        if written is not None and written.start != found.end():
            written = None
        given = year or (written.year if written else None)
        act = next((act for act in acts if given == act.date.year), None)
        if act is not None:
            yield Match(act, found.start(), written.end if written else found.end(), written, year)
