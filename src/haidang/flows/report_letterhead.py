"""Whose head a consolidated report bears, and who signs it: from the directory, nothing made up."""

from datetime import date

from haidang.apps.people.models import Agency, Post, Unit
from haidang.apps.reports.models import Consolidation
from haidang.domain.access.viewer import Role
from haidang.domain.drafting.head import Frame
from haidang.domain.drafting.wording import day_short

_LEVEL_WORDS = ("thành phố", "đặc khu", "tỉnh", "phường", "xã")
_UNDER_COMMITTEE = {Agency.Kind.DEPARTMENT, Agency.Kind.OFFICE, Agency.Kind.SERVICE, Agency.Kind.MEDIA}


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
        return f"Ủy ban nhân dân {unit.name}"
    if any(agency.name.lower().endswith(f" {word}") for word in _LEVEL_WORDS):
        return f"{agency.name} {place_of(unit)}"
    return agency.name if unit.name.lower() in agency.name.lower() else f"{agency.name} {unit.name}"


def frame(made: Consolidation) -> Frame:
    """Head and signature of a consolidated report as it stands: without a name before it is signed, without a number
    and a day before the records clerk has given them."""
    issuer = made.issuer
    name = full_name(issuer)
    authority, position, signer = _signature(made)
    return Frame(
        issuer=name.replace("Ủy ban nhân dân ", "Ủy ban nhân dân\n"),
        issuer_name=name,
        parent_issuer=_parent(issuer),
        symbol=made.symbol,
        place=place_of(issuer.unit),
        position=position,
        authority=authority,
        signer=signer,
        number=made.issued_number or None,
        date=made.issued_on,
        year=made.closed_on.year if made.issued_on is None else None,
    )


def _parent(issuer: Agency) -> str | None:
    """The body above in the head: the committee for its own bodies, the police line for police, none for the others."""
    if issuer.kind in _UNDER_COMMITTEE:
        return f"Ủy ban nhân dân\n{issuer.unit.name}"
    if issuer.kind == Agency.Kind.POLICE:
        above = issuer.unit.parent
        return "Bộ Công an" if above is None else f"Công an {above.name}"
    return None


def _signature(made: Consolidation) -> tuple[tuple[str, ...], str, str | None]:
    """Lines of authority, post and name; before signing only what every leader of the issuer would sign under."""
    if made.signed_post and made.signed_by:
        lines = made.signed_post.signs_as or [made.signed_post.title]
        signer = f"{made.signed_by.rank} {made.signed_by.full_name}".strip()
        return tuple(lines[:-1]), lines[-1], signer
    posts = [post for post in Post.objects.filter(agency=made.issuer) if Role.LEADER in post.roles]
    if len(posts) == 1 and posts[0].signs_as:
        return tuple(posts[0].signs_as[:-1]), posts[0].signs_as[-1], None
    return (), "", None


def cited(kind: str, symbol: str, day: date | None, of: str) -> str:
    """A document in running text: "Kế hoạch số 31/KH-UBND ngày 05/3/2026 của …"; parts not known are left out."""
    number = f" số {symbol}" if symbol else ""
    dated = f" ngày {day_short(day)}" if day else ""
    return f"{kind}{number}{dated} của {of}"
