"""The signature: by what authority (TM., KT., TL., TUQ., Q.), of what post, and the name."""

import re
from collections.abc import Iterator

from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.parts import bare, unmarked
from haidang.domain.checks.tables import Table
from haidang.domain.directives.wordlists import any_of

_AUTHORITY = re.compile(r"(?<![\w-])(TM|KT|TL|TUQ|Q)\s?\.")
_SLASHED = re.compile(r"(?<![\w-])(T/M|K/T|T/L|T/UQ)(?![\w/])")
_COMMITTEE = r"(?:UBND|HĐND|[ỦỤU][ỷyỶY]\s+ban\s+nhân\s+dân|Hội\s+đồng\s+nhân\s+dân)"
_ACTS = any_of(
    ["ban hành", "xây dựng", "triển khai", "yêu cầu", "đề nghị", "chỉ thị", "giao", "thông báo", "quyết định"]
)
_ACTING = re.compile(rf"(?P<person>Chủ\s+tịch\s+)?{_COMMITTEE}(?:\s+(?!{_ACTS})[^\s,.;:]+){{0,8}}?\s+{_ACTS}")
_LEAD_IN = re.compile(r"như\s+sau|(?:sau|sau đây|yêu cầu|đề nghị|chỉ thị)\s?:")
_REACH = 6000


def check(paper: Paper, table: Table) -> Iterator[Slip] | Outcome:
    """What the block of the signature lacks, in the order in which it is read."""
    if paper.parts.party or not paper.parts.official:
        return Outcome.NOT_APPLICABLE
    if paper.parts.foot is None:
        return Outcome.NOT_EVALUATED
    return _slips(paper, table, paper.parts.foot)


def _slips(paper: Paper, table: Table, foot: int) -> Iterator[Slip]:
    # Only capitals are posts: "Chủ tịch UBND xã" among the recipients is none.
    block = unmarked(paper.text[foot : paper.parts.foot_end])
    posts = list(re.finditer(rf"(?<!\w)(?P<deputy>PHO\s+)?{any_of(table.data['posts'])}", block))
    authorities = {found[1]: found.start() for found in reversed(list(_AUTHORITY.finditer(block)))}
    slashed = _SLASHED.search(block)
    signer = paper.reading.head.signer
    if not posts and not authorities and not slashed:
        yield Slip(
            table.data["name_only"] if signer else table.data["unsigned"],
            None,
            message="name_only" if signer else "unsigned",
        )
        return
    if slashed:
        right = slashed[1].replace("/", "") + "."
        yield Slip(slashed[1], right, foot + slashed.start(), foot + slashed.end(), "slashed")
    first = posts[0] if posts else None
    if first and first["deputy"] and not authorities.keys() - {"TM"} and not slashed:
        post = bare(paper.text[foot + first.start() : foot + first.end()])
        yield Slip(post, f"KT. {post.partition(' ')[2]}", foot + first.start(), foot + first.end(), "deputy")
    if "TM" in authorities and "KT" in authorities and authorities["KT"] < authorities["TM"]:
        place = foot + authorities["KT"]
        yield Slip("KT. … TM.", "TM. … KT.", place, place + len("KT."), "order")
    if first and not authorities.keys() & {"TM", "TL", "TUQ"} and not slashed and (body := _collective(paper, table)):
        start = foot + min(first.start(), *authorities.values(), first.start())
        line = bare(paper.text[start : paper.text.find("\n", start) if "\n" in paper.text[start:] else None])
        yield Slip(line[:80], f"TM. {body}", start, foot + first.end(), "body")


def _collective(paper: Paper, table: Table) -> str | None:
    """The collective body in whose name the document acts, in capitals; None where its head acts, or nobody says."""
    issuer = (paper.reading.head.issuer or "").lower()
    body = next((full for short, full in table.data["bodies"].items() if issuer.startswith(short)), None)
    if body is None:
        return None
    begin = paper.parts.head
    lead_in = _LEAD_IN.search(paper.text, begin, begin + _REACH)
    acting = list(_ACTING.finditer(paper.text, begin, lead_in.end() if lead_in else begin + _REACH // 2))
    return body if acting and not acting[-1]["person"] else None
