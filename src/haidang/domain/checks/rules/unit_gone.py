"""A duty is laid on, or a document sent to, a body or unit that no longer exists, or not yet, or under another word."""

import datetime as dt
import re
from collections.abc import Iterator

from haidang.domain.checks.era import Era, era
from haidang.domain.checks.findings import Paper, Slip
from haidang.domain.checks.named import Named, named, province_of
from haidang.domain.checks.tables import Table
from haidang.domain.checks.words import printed
from haidang.domain.terms.text import fold
from haidang.domain.units.standing import Standing, Verdict, standing

_HOLDER = re.compile(r"^(?:giám đốc|thủ trưởng|trưởng|chánh|lãnh đạo)\s+(?:các\s+)?", re.IGNORECASE)
_DISTRICT_WORD = re.compile(r"\b(?:huyện|quận|thị xã|thị trấn)\b", re.IGNORECASE)
_UNIT = re.compile(r"\b(?i:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)\s+[A-ZĐÀ-Ỹ0-9]")
_BARE_CITY = re.compile(r"\b(?:thành phố|tp\.?)$", re.IGNORECASE)
_OWN_OFFICE = re.compile(r"^phòng\b", re.IGNORECASE)


def check(paper: Paper, _table: Table) -> Iterator[Slip]:
    """Each name once, where the tables of units are sure of it."""
    for who, found in standings(paper):
        if found.confidence != "unconfirmed" and (slip := _slip(era(paper), who, found)):
            yield slip


def standings(paper: Paper) -> Iterator[tuple[Named, Standing]]:
    """Each named body that is not simply there on the first day on which the document can have been written."""
    when, province = era(paper), province_of(paper)
    seen: set[str] = set()
    for who in named(paper):
        name = _HOLDER.sub("", who.name)
        if fold(name) in seen or _doubtful(paper, name):
            continue
        seen.add(fold(name))
        found = standing(name, on=when.first, province=province)
        named_unit = found.unit is not None or found.why.startswith("ambiguous")
        if found.verdict in (Verdict.EXISTS, Verdict.UNKNOWN) or (named_unit and province is None):
            continue
        # The word of the level must stand before the name: other things bear names of places too.
        if named_unit and not _UNIT.search(name):
            continue
        # "TT" is a standing committee far more often than a township.
        if found.level_abolished and found.body is None and not _DISTRICT_WORD.search(name):
            continue
        yield who, found


def _doubtful(paper: Paper, name: str) -> bool:
    """A bare "thành phố" may be one under central authority; an office's own divisions may be called as it likes."""
    if _BARE_CITY.search(name) and not _DISTRICT_WORD.search(name):
        return True
    return bool(_OWN_OFFICE.match(name)) and paper.reading.head.issuer_level in ("department", "central")


def _slip(when: Era, who: Named, found: Standing) -> Slip | None:
    values = {"why": found.source}
    if found.verdict is Verdict.GONE and found.ended is not None:
        values["since"] = printed(found.ended + dt.timedelta(days=1))
        became = "; ".join(found.became)
        return Slip(who.name, became or None, who.start, who.end, "default" if became else "nothing", values)
    if found.verdict is Verdict.NOT_YET and found.began is not None and when.last < found.began:
        return Slip(who.name, None, who.start, who.end, "not_yet", values | {"since": printed(found.began)})
    if found.verdict is Verdict.WRONG_LEVEL:
        return Slip(who.name, found.expected, who.start, who.end, "other_level", values)
    return None
