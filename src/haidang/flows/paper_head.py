"""What stands around the body of an official document, from the directory and the signing post: nothing made up."""

import re
from dataclasses import dataclass
from datetime import date

from haidang.apps.people.models import Agency, Post, Unit
from haidang.domain.drafting.head import Frame
from haidang.domain.drafting.wording import day_short

_COMMITTEE = "Ủy ban nhân dân"
# Words of a unit's level before its own name; longer ones first.
_LEVEL_WORDS = ("thành phố", "đặc khu", "tỉnh", "phường", "xã")
# Bodies under the People's Committee of their unit print it above their own name.
_UNDER_COMMITTEE = (Agency.Kind.DEPARTMENT, Agency.Kind.OFFICE, Agency.Kind.SERVICE, Agency.Kind.MEDIA)


@dataclass(frozen=True, slots=True)
class Signing:
    """The post a document is signed from, and the name of whoever signed; None where nobody is named yet."""

    post: Post
    name: str | None


def place_of(unit: Unit) -> str:
    """The place a document is dated from: the unit's own name without the word for its level ("An Hải")."""
    for word in _LEVEL_WORDS:
        if unit.name.lower().startswith(f"{word} "):
            return unit.name[len(word) + 1 :]
    return unit.name


def full_name(agency: Agency) -> str:
    """The agency with the name of its unit: "Công an tỉnh" → "Công an tỉnh An Hải"; UBND written out."""
    unit = agency.unit
    if agency.kind == Agency.Kind.COMMITTEE:
        return f"{_COMMITTEE} {unit.name}"
    if any(agency.name.lower().endswith(f" {word}") for word in _LEVEL_WORDS):
        return f"{agency.name} {place_of(unit)}"
    return agency.name if unit.name.lower() in agency.name.lower() else f"{agency.name} {unit.name}"


def cited(kind: str, symbol: str, day: date | None, of: str) -> str:
    """A document in running text: "Kế hoạch số 31/KH-UBND ngày 05/3/2026 của …"; parts not known are left out."""
    number = f" số {symbol}" if symbol else ""
    dated = f" ngày {day_short(day)}" if day else ""
    return f"{kind}{number}{dated}{f' của {of}' if of else ''}"


def with_capitals(name: str, unit: Unit) -> str:
    """A body read from a head set in capitals, with the capitals of names given back: its unit's, and "Ban Chỉ đạo"."""
    for known in ("Ban Chỉ đạo", unit.name, *((unit.parent.name,) if unit.parent else ())):
        name = re.sub(re.escape(known), known, name, flags=re.IGNORECASE)
    return name


def symbol_of(agency: Agency, kind: str) -> str:
    """What follows the number: "KH-UBND". An agency without a symbol in the directory leaves the kind alone."""
    own = agency.symbol or ("UBND" if agency.kind == Agency.Kind.COMMITTEE else "")
    return f"{kind}-{own}" if own else kind


def parent_of(issuer: Agency) -> str | None:
    """The body printed above the issuer: the committee for its own bodies, the police line for police, else none."""
    if issuer.kind in _UNDER_COMMITTEE:
        return f"{_COMMITTEE}\n{issuer.unit.name}"
    if issuer.kind == Agency.Kind.POLICE:
        return f"Công an {issuer.unit.parent.name}" if issuer.unit.parent else "Bộ Công an"
    return None


def frame_of(
    issuer: Agency,
    *,
    kind: str,
    symbol: str = "",
    number: str | None = None,
    day: date | None = None,
    year: int | None = None,
    signing: Signing | None = None,
    recipients: tuple[str, ...] = (),
    filed: str = "VT",
) -> Frame:
    """The frame of a document of this kind ("KH", "BC"); `symbol` follows the number, made from the kind if empty.

    A post's `signs_as` ends with the position; the lines before it are the authority.
    """
    lines = (list(signing.post.signs_as) or [signing.post.title]) if signing else [""]
    name = full_name(issuer)
    return Frame(
        issuer=name.replace(f"{_COMMITTEE} ", f"{_COMMITTEE}\n"),
        parent_issuer=parent_of(issuer),
        issuer_name=name,
        symbol=symbol or symbol_of(issuer, kind),
        place=place_of(issuer.unit),
        number=number,
        date=day,
        year=year,
        authority=tuple(lines[:-1]),
        position=lines[-1],
        signer=signing.name if signing else None,
        recipients=recipients,
        filed=filed,
    )
