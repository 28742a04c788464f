"""The head, the recipients and the signature as a draft gives them: what every kind of official document shares."""

import datetime as dt
from dataclasses import dataclass

from haidang.domain.drafting.blocks import Header, Signature
from haidang.domain.drafting.wording import capitals, issuer_lines, plain


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the body of any document.

    `issuer` and `parent_issuer` are names; they are printed in capitals, a long one broken before its unit
    or where `\\n` stands. `issuer_name` is the issuer in running text ("Ủy ban nhân dân tỉnh An Hải"). `symbol` follows
    the number ("KH-UBND"). `number` and `date` are None until the records clerk has given them; `year` is printed where
    the day is still open. `authority` are the lines above the post ("TM. Ủy ban nhân dân", "KT. Chủ tịch"); `signer` is
    None until somebody is named. `recipients` are names without marks, `filed` ends the list ("VT, PV01").
    """

    issuer: str
    issuer_name: str
    symbol: str
    place: str
    position: str
    authority: tuple[str, ...] = ()
    signer: str | None = None
    parent_issuer: str | None = None
    number: str | None = None
    date: dt.date | None = None
    year: int | None = None
    recipients: tuple[str, ...] = ()
    filed: str = "VT"


def header(frame: Frame) -> Header:
    """The head of the first page."""
    return Header(
        issuer=issuer_lines(frame.issuer, "issuer"),
        symbol=plain(frame.symbol, "symbol"),
        place=plain(frame.place, "place"),
        parent_issuer=issuer_lines(frame.parent_issuer, "parent_issuer") if frame.parent_issuer else None,
        number=plain(frame.number, "number") if frame.number else None,
        date=frame.date,
        year=frame.year,
    )


def signature(frame: Frame) -> Signature:
    """Authority, post and name at the end of the document."""
    return Signature(
        authority=tuple(capitals(line, "authority") for line in frame.authority),
        position=capitals(frame.position, "position"),
        name=plain(frame.signer, "signer") if frame.signer else None,
    )


def attached_to(frame: Frame, kind: str) -> str:
    """The line under an annex's title that ties it to its document: `(Kèm theo Báo cáo số … ngày … của …)`."""
    head = header(frame)
    number = head.number_line.removeprefix("Số: ")
    day = head.date_line.removeprefix(f"{head.place}, ")
    return f"(Kèm theo {kind} số {number} {day} của {plain(frame.issuer_name, 'issuer_name')})"
