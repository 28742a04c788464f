"""Does the unit or body that a document names exist on a day; if not, when did it end and what became of it.

    standing("thị xã Sa Pa", on=dt.date(2026, 3, 1), province="15") -> Standing(Verdict.GONE, ended=…, became=(…), …)
    standing("Sở Lao động - Thương binh và Xã hội", on=…)           -> Standing(Verdict.GONE, …)
    standing("Công an huyện Mường Nhé", on=…)                       -> Standing(Verdict.GONE, …)

What is not known is `UNKNOWN` and never an accusation: `likely` names what was perhaps meant. Of days before 01/3/2025
the tables know less; then `confidence` is `unconfirmed`.
"""

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

from haidang.domain.units.bodies import LocalBody, opens_with_body, place_after
from haidang.domain.units.registry import Match, matches_of, provinces_coded, successors, took_in
from haidang.domain.units.table import LIST_63_FROM, REFORM, Level, Part, Unit
from haidang.domain.units.writing import Place, Written, last_kind, take_apart

ABOLISHED_SOURCE = "Luật Tổ chức chính quyền địa phương 2025 (hai cấp từ 01/7/2025)"
OLDER_SOURCE = "các nghị quyết sắp xếp đơn vị hành chính trước 01/3/2025"
# Kinds that no unit has had since the reform, and the level each stood for.
ABOLISHED = {"huyện": Level.DISTRICT, "quận": Level.DISTRICT, "thị xã": Level.DISTRICT, "thị trấn": Level.COMMUNE}
_KIND_LEVELS = {
    "tỉnh": (Level.PROVINCE,),
    "thành phố": (Level.PROVINCE, Level.DISTRICT),
    "xã": (Level.COMMUNE,),
    "phường": (Level.COMMUNE,),
    "đặc khu": (Level.COMMUNE,),
} | {kind: (level,) for kind, level in ABOLISHED.items()}
_SURE = ("exact", "alias", "without_marks")
_LEVEL_WORDS = {"xa": Level.COMMUNE, "huyen": Level.DISTRICT, "tinh": Level.PROVINCE}


class Verdict(StrEnum):
    """Whether what is named exists on the day. `NOT_YET`: it begins later. `WRONG_LEVEL`: it has another level word."""

    EXISTS = "exists"
    GONE = "gone"
    NOT_YET = "not_yet"
    WRONG_LEVEL = "wrong_level"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Standing:
    """The answer. `ended` is the last day, `began` the first (where known and asked for by the verdict).

    `became` are the full names of what it became on the day asked about, in order, `part` how much of it each took
    (`unknown` where sources differ, where shares differ, or for bodies); `level_abolished` true when no unit of that
    kind is left at all. `expected` is the right name under `WRONG_LEVEL`; `likely` what was perhaps meant, or the units
    among which a name is ambiguous (then `unit` is None). `why`: codes of `Match.why` joined by "+" (`elsewhere`: only
    another province has the name), after `ambiguous+` where several fit, after `at_unit+` where the name is that of a
    body we do not know and the answer speaks of its unit; or `older` (ended before 01/3/2025, day unknown), `body`,
    `level_abolished`, `no_name`, `other_kind`, `not_found`. `confidence`: confirmed, reported, unconfirmed.
    """

    verdict: Verdict
    written: str
    why: str
    unit: Unit | None = None
    body: LocalBody | None = None
    began: dt.date | None = None
    ended: dt.date | None = None
    became: tuple[str, ...] = ()
    part: Part = Part.UNKNOWN
    level_abolished: bool = False
    expected: str = ""
    likely: tuple[Match, ...] = ()
    source: str = ""
    confidence: str = "unconfirmed"


def standing(written: str, *, on: dt.date, province: str | None = None) -> Standing:
    """The verdict on one written unit or body on a day, seen from a province (official code of the day's list)."""
    found = _body(written, on, province)
    if found:
        return found
    said = take_apart(written)
    if not said.place.name:
        return _bare(written, said.place.kind, on, province)
    unit = _unit(written, said, on, province)
    if unit.verdict is not Verdict.UNKNOWN or said.place.kind:
        return unit
    # The name of a body we do not know, at a unit we may: "Hội Nông dân huyện Mường Nhé", "Hội Nông dân huyện".
    if said.around:
        place = Written("", said.around[0], said.around[1:], said.around[0].name)
        unit = _unit(written, place, on, province)
        return replace(unit, why=f"at_unit+{unit.why}")
    kind = last_kind(said.place.name)
    return _of_abolished(written, on, "level_abolished") if kind in ABOLISHED else unit


def level_of(written: str, *, on: dt.date, province: str | None = None) -> Level | None:
    """The level that a written unit has on a day; None when its words do not tell and it is not known."""
    said = take_apart(written)
    levels = _KIND_LEVELS.get(said.place.kind, ())
    if len(levels) == 1:
        return levels[0]
    sure = [match for match in matches_of(said, on=on, province=province) if match.why[0] in _SURE]
    best = {match.unit.level for match in sure if match.score == sure[0].score}
    return best.pop() if len(best) == 1 else None


def _bare(written: str, kind: str, on: dt.date, province: str | None) -> Standing:
    """A level without a name: "huyện", "UBND cấp huyện", "các thị xã"."""
    if kind in ABOLISHED or _bare_levels(kind, on, province) == {Level.DISTRICT}:
        return _of_abolished(written, on, "level_abolished")
    if not kind:
        return Standing(Verdict.UNKNOWN, written, "not_found")
    return Standing(Verdict.EXISTS, written, "no_name", confidence="confirmed")


def _of_abolished(written: str, on: dt.date, why: str, likely: tuple[Match, ...] = ()) -> Standing:
    if on < REFORM:
        verdict = Verdict.EXISTS if why == "level_abolished" and not likely else Verdict.UNKNOWN
        return Standing(verdict, written, "no_name", likely=likely, source=ABOLISHED_SOURCE, confidence="confirmed")
    return Standing(
        Verdict.GONE, written, why, ended=REFORM - dt.timedelta(days=1), level_abolished=True,
        likely=likely, source=ABOLISHED_SOURCE, confidence="confirmed",
    )  # fmt: skip


def _unit(written: str, said: Written, on: dt.date, province: str | None) -> Standing:
    matches = matches_of(said, on=on, province=province)
    sure = [match for match in matches if match.why[0] in _SURE]
    same = [match for match in sure if "other_kind" not in match.why]
    here = [match for match in same if "elsewhere" not in match.why]
    if here:
        return _of_matches(written, here, on)
    others = tuple(match for match in sure if match.unit.exists(on) and "elsewhere" not in match.why)
    older = took_in(said.place, on=on, province=province)
    if older and on >= LIST_63_FROM:
        return _of_older(written, said.place.kind, older, on, others)
    if others and said.place.kind not in ABOLISHED:
        best = others[0].unit
        return Standing(
            Verdict.WRONG_LEVEL, written, "other_kind", best, expected=best.full, likely=others,
            source=best.source, confidence=_confidence(best, on),
        )  # fmt: skip
    if same:
        return _of_matches(written, same, on)
    if said.place.kind in ABOLISHED and on >= REFORM:
        return _of_abolished(written, on, "level_abolished", others)
    return Standing(Verdict.UNKNOWN, written, "not_found", likely=matches[:5])


def _of_older(written: str, kind: str, heir: Unit, on: dt.date, others: tuple[Match, ...]) -> Standing:
    """A unit that ended before the list of 63; the day is not known, nor whether others took parts of it."""
    heirs = (heir,) if heir.exists(on) else tuple(one.unit for one in successors(heir.id, on))
    became = tuple(unit.full for unit in heirs)
    if kind in ABOLISHED and on >= REFORM:
        # That no unit of its kind is left is sure, whatever its own last day was.
        return replace(_of_abolished(written, on, "level_abolished", others), became=became)
    return Standing(Verdict.GONE, written, "older", became=became, likely=others, source=OLDER_SOURCE)


def _of_matches(written: str, matches: list[Match], on: dt.date) -> Standing:
    """The verdict where the name fits; several units that fit equally well are all `likely`, and none is chosen."""
    best = tuple(match for match in matches if match.score == matches[0].score)
    unit = best[0].unit
    why = "+".join(best[0].why)
    heirs = {successors(match.unit.id, on) for match in best}
    if len(best) > 1:
        why = "ambiguous+" + why
    if "gone" in best[0].why:
        became = heirs.pop() if len(heirs) == 1 else ()
        parts = {heir.part for heir in became}
        ending = unit if unit.id.startswith("63:") or not became else became[0].unit
        return Standing(
            Verdict.GONE, written, why, unit if len(best) == 1 else None, ended=unit.valid_to,
            became=tuple(heir.unit.full for heir in became), part=parts.pop() if len(parts) == 1 else Part.UNKNOWN,
            level_abolished=unit.kind in ABOLISHED, likely=best if len(best) > 1 else (),
            source=ending.source, confidence=ending.confidence,
        )  # fmt: skip
    return Standing(
        Verdict.NOT_YET if "not_yet" in best[0].why else Verdict.EXISTS, written, why,
        unit if len(best) == 1 else None, began=unit.valid_from, likely=best if len(best) > 1 else (),
        source=unit.source, confidence=_confidence(unit, on),
    )  # fmt: skip


def _confidence(unit: Unit, on: dt.date) -> str:
    return "unconfirmed" if on < LIST_63_FROM and unit.valid_from is None else unit.confidence


def _body(written: str, on: dt.date, province: str | None) -> Standing | None:
    """The verdict on a body named in `bodies`; None when the name opens with none, or the rest names no unit."""
    fitting: list[tuple[LocalBody, Place, tuple[Place, ...]]] = []
    for body, left in opens_with_body(written):
        place, around = place_after(written, len(left.split()))
        if body.of_unit and place.name:
            continue
        if not left:
            if body.bare:
                fitting.append((body, place, around))
        elif body.open_ended or body.at in _levels(place, around, on, province):
            fitting.append((body, place, around))
    if not fitting:
        return None
    alive = [one for one in fitting if one[0].exists(on)]
    body, place, around = (alive or fitting)[0]
    if alive and place.name and not body.open_ended:
        unit = _unit(written, Written("", place, around), on, province)
        if unit.verdict is Verdict.GONE:
            return unit
    if alive:
        return Standing(
            Verdict.EXISTS, written, "body", body=body, began=body.first_day, source=body.source,
            confidence=body.confidence,
        )  # fmt: skip
    later = body.first_day is not None and body.first_day > on
    return Standing(
        Verdict.NOT_YET if later else Verdict.GONE, written, "body", body=body, began=body.first_day,
        ended=None if later else body.last_day, became=() if later else tuple(heir.name for heir in body.became),
        level_abolished=not later and body.at == Level.DISTRICT and on >= REFORM,
        source=body.source, confidence=body.confidence,
    )  # fmt: skip


def _bare_levels(kind: str, on: dt.date, province: str | None) -> set[str]:
    """The level that a level word says where no name follows; empty where it may be two.

    "Thành phố" in the documents of a province means its cities of district level, of which none is left, and in those
    of a city itself.
    """
    levels = {level.value for level in _KIND_LEVELS.get(kind, ())}
    if len(levels) < 2:
        return levels
    kinds = {unit.kind for unit in provinces_coded(province, on)}
    if not kinds or (on < REFORM and kinds == {kind}):
        return set()
    return {Level.PROVINCE.value} if kinds == {kind} else {Level.DISTRICT.value}


def _levels(place: Place, around: tuple[Place, ...], on: dt.date, province: str | None) -> set[str]:
    """The levels at which the words after a body's name may put it."""
    if place.kind and not place.name:
        return _bare_levels(place.kind, on, province)
    levels = _KIND_LEVELS.get(place.kind, ())
    if len(levels) == 1:
        return {levels[0].value}
    matches = matches_of(Written("", place, around), on=on, province=province)
    sure = [match for match in matches if match.why[0] in _SURE and "other_kind" not in match.why]
    if not place.kind:
        sure = [match for match in sure if match.unit.level is Level.PROVINCE]
    return {match.unit.level.value for match in sure if match.score == sure[0].score}
