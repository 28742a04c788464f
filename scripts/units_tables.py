"""From the package's tables to ours, by code: pure functions that units.py runs and the tests try on invented rows."""

import json
import re
import unicodedata
from collections import defaultdict
from typing import Any, NamedTuple

# Words that name a kind of unit; a unit's full name begins with one of them.
KINDS = ("thành phố", "tỉnh", "quận", "huyện", "thị xã", "phường", "xã", "thị trấn", "đặc khu")
_KIND_KEYS = ("thitran", "phuong", "xa", "dackhu")
BEFORE, SINCE = "2025-06-30", "2025-07-01"
_SOURCE = "the tables of vietnamadminunits 1.0.4 (MIT; Copyright (c) 2025 Tran Ngoc Minh Hieu), August 2025"
_HEAD = {
    "units-63.tsv": f"""\
# The list of 63 provinces, 696 districts and 10,035 communes that held until 30/6/2025.
# Source: {_SOURCE}; ended by
# Nghị quyết 202/2025/QH15 and the resolutions on communes of 2025. The source knows no first day: empty.
# It has 10,040 rows; five are island districts without communes, which stand here as districts only: 10,035 communes.
# Where its column of kinds contradicts the name (three rows), the name holds.
# code	kind	name	parent	valid_from	valid_to
""",
    "units-34.tsv": f"""\
# The list of 34 provinces and 3,321 communes since 01/7/2025, as on that day (later changes: changes.toml).
# Source: {_SOURCE}; codes of Quyết định 19/2025/QĐ-TTg.
# code	kind	name	parent	valid_from	valid_to
""",
    "became.tsv": f"""\
# What each unit of the list of 63 became in the list of 34, by code.
# part: whole | some | unknown (the tables differ; see gaps.tsv).
# A district's successors follow from its communes; only the five island districts without communes stand here.
# Source: {_SOURCE}, in force 01/7/2025.
# old	new	part
""",
    "former.tsv": f"""\
# Names of units that ended before 01/3/2025 and the unit of the list of 63 that took them in, or the greater part.
# The source has them without marks and blanks and knows no days.
# Source: {_SOURCE}.
# code	kind	key
""",
    "gaps.tsv": """\
# Old communes whose successors are not certain, and why.
# namesake: two communes of one short name in different districts were given each other's successors.
# other_table_adds_X, other_table_lacks_X, absent_from_other_table: compared by code with the statistics office's table.
# code	reason	doubtful successors
""",
}


# How the package's keys say a kind; the longer first, for one may open another.
_FORMER_KINDS = {
    "thanhpho": "thành phố",
    "thitran": "thị trấn",
    "phuong": "phường",
    "huyen": "huyện",
    "thixa": "thị xã",
    "quan": "quận",
    "xa": "xã",
}


class Rows(NamedTuple):
    """The package's tables: old and new communes as dictionaries by column, and its conversion by keys."""

    old: list[dict[str, Any]]
    new: list[dict[str, Any]]
    conversion: dict[str, Any]


class Unit(NamedTuple):
    """One line of a list."""

    code: str
    kind: str
    name: str
    parent: str


class Edge(NamedTuple):
    """One unit of the old list, one of the new, and how much of the old went there."""

    old: str
    new: str
    part: str


class Gap(NamedTuple):
    """An old commune whose successors are not certain."""

    code: str
    reason: str
    doubtful: tuple[str, ...]


def divided_name(full: str) -> tuple[str, str]:
    """ "Phường 4" as ("phường", "4"). Raises `ValueError` when no kind opens the name."""
    full = unicodedata.normalize("NFC", " ".join(full.split()))
    for kind in KINDS:
        if full.lower().startswith(f"{kind} "):
            return kind, full[len(kind) + 1 :]
    raise ValueError(full)


def units(rows: Rows) -> tuple[list[Unit], list[Unit]]:
    """Both lists in the order of levels and codes."""
    old: dict[str, Unit] = {}
    for row in rows.old:
        province, district = row["provinceCode"], row["districtCode"]
        old[province] = Unit(province, *divided_name(row["province"]), "")
        old[district] = Unit(district, *divided_name(row["district"]), province)
        if row["wardCode"]:
            old[row["wardCode"]] = Unit(row["wardCode"], *divided_name(row["ward"]), district)
    new: dict[str, Unit] = {}
    for row in rows.new:
        province = row["provinceCode"]
        new[province] = Unit(province, *divided_name(row["province"]), "")
        new[row["wardCode"]] = Unit(row["wardCode"], *divided_name(row["ward"]), province)
    return _ordered(old), _ordered(new)


def _ordered(found: dict[str, Unit]) -> list[Unit]:
    return sorted(found.values(), key=lambda unit: (len(unit.code), unit.code))


def edges(rows: Rows, listed: dict[str, str]) -> tuple[list[Edge], list[Gap]]:
    """What became of each old unit, and what is doubtful of it. `listed`: doubts found by comparison, reason by code.

    The package's conversion goes by keys made of full names with their kinds; each key must name exactly one code.
    Raises `ValueError` when a key is unknown or names two.
    """
    new_code = _codes((f"{row['provinceKey']}_{row['wardKey']}", row["wardCode"]) for row in rows.new)
    old_code = _codes(
        (f"{row['provinceKey']}_{row['districtKey']}_{row['wardKey'] or ''}", row["wardCode"] or row["districtCode"])
        for row in rows.old
    )
    whole = rows.conversion["DICT_PROVINCE_WARD_NO_DIVIDED"]
    some = rows.conversion["DICT_PROVINCE_WARD_DIVIDED"]
    made: dict[str, list[str]] = defaultdict(list)
    for province, wards in whole.items():
        for ward, olds in wards.items():
            for key in olds:
                made[old_code[key]].append(new_code[f"{province}_{ward}"])
    for province, olds in some.items():
        for key, parts in olds.items():
            made[old_code[key]] += sorted(new_code[f"{province}_{part['newWardKey']}"] for part in parts)
    gaps = _gaps(rows, made, listed)
    unsure = {gap.code for gap in gaps}
    found = _provinces(rows)
    for code in sorted(made, key=lambda code: (len(code), code)):
        part = "unknown" if code in unsure else "whole" if len(made[code]) == 1 else "some"
        found += [Edge(code, new, part) for new in made[code]]
    return found, gaps


def _codes(pairs: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, code in pairs:
        if found.setdefault(key, code) != code:
            raise ValueError(f"{key} names {found[key]} and {code}")
    return found


def _provinces(rows: Rows) -> list[Edge]:
    old = {row["provinceKey"]: row["provinceCode"] for row in rows.old}
    new = {row["provinceKey"]: row["provinceCode"] for row in rows.new}
    pairs = rows.conversion["DICT_PROVINCE"].items()
    return sorted(Edge(old[key], new[merged], "whole") for merged, keys in pairs for key in keys)


def _gaps(rows: Rows, made: dict[str, list[str]], listed: dict[str, str]) -> list[Gap]:
    found = {code: Gap(code, "namesake", tuple(news)) for code, news in namesakes(rows, made).items()}
    for code, reason in listed.items():
        if code not in made:
            raise ValueError(f"{code} is listed as doubtful and is no old unit")
        found.setdefault(code, Gap(code, reason, tuple(sorted(w for w in reason.split("_") if w.isdigit()))))
    return [found[code] for code in sorted(found)]


def namesakes(rows: Rows, made: dict[str, list[str]]) -> dict[str, list[str]]:
    """Divided communes that were given a namesake's successor: code → the successors that do not belong to it.

    A successor is doubtful when a commune of the same short name in another district also became part of it and no
    other commune of its own district did, save such as are in the same case.
    """
    district = {row["wardCode"]: row["districtCode"] for row in rows.old if row["wardCode"]}
    short = {row["wardCode"]: _short(row["wardKey"]) for row in rows.old if row["wardCode"]}
    before: dict[str, list[str]] = defaultdict(list)
    for code, news in made.items():
        for new in news:
            before[new].append(code)

    def has_namesake(code: str, new: str) -> bool:
        same = (o for o in before[new] if short.get(o) == short[code])
        return any(district[other] != district[code] for other in same)

    found: dict[str, list[str]] = {}
    for code, news in made.items():
        if len(news) == 1 or code not in short:
            continue
        suspects = [new for new in news if has_namesake(code, new)]
        doubtful = [
            new
            for new in suspects
            if not any(
                district.get(o) == district[code] and not (o == code or (len(made[o]) > 1 and has_namesake(o, new)))
                for o in before[new]
            )
        ]
        if doubtful:
            found[code] = doubtful
    return found


def _short(key: str) -> str:
    return next((key.removeprefix(kind) for kind in _KIND_KEYS if key.startswith(kind)), key)


def formers(rows: Rows) -> list[tuple[str, str, str]]:
    """Names that units of the old list had taken in before: (code of the unit that took it in, kind, name as a key).

    The package gives them without marks and blanks and without days. Of a commune only those count that stand there
    both with and without the kind, for other spellings of living names stand there too.
    """
    found = set()
    for row in rows.old:
        for level in ("district", "ward"):
            aliases = set(json.loads(row[f"{level}Alias"] or "[]"))
            for alias in aliases - {row[f"{level}Key"]}:
                kind = next((kind for kind in _FORMER_KINDS if alias.startswith(kind)), "")
                name = alias.removeprefix(kind)
                if kind and name and (level == "district" or name in aliases):
                    found.add((row[f"{level}Code"], _FORMER_KINDS[kind], re.sub(r"(?<!\d)0+(?=\d)", "", name)))
    return sorted(found)


def written(
    old: list[Unit], new: list[Unit], made: list[Edge], gaps: list[Gap], former: list[tuple[str, str, str]]
) -> dict[str, str]:
    """The files' texts by name."""
    lines = {
        "units-63.tsv": [[*unit, "", BEFORE] for unit in old],
        "units-34.tsv": [[*unit, SINCE, ""] for unit in new],
        "became.tsv": [list(edge) for edge in made],
        "former.tsv": [list(row) for row in former],
        "gaps.tsv": [[gap.code, gap.reason, " ".join(gap.doubtful)] for gap in gaps],
    }
    return {name: _HEAD[name] + "".join("\t".join(row) + "\n" for row in rows) for name, rows in lines.items()}
