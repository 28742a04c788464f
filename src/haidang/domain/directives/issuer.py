"""Which body issues a document, how its name is written in a sentence, and at what level it stands."""

import re

from haidang.domain.directives.wordlists import LOW, UNITS, UP, any_of
from haidang.domain.terms.text import sentence_case

_MOTTO = re.compile(
    r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM|Độc\s+lập\s*[-–]\s*Tự\s+do\s*[-–]\s*Hạnh\s+phúc"
    r"|ĐẢNG CỘNG SẢN VIỆT NAM",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\bSố\s*:|\bV/v\b|\bKính gửi")
_CAPITALS = re.compile(rf"^\W*((?:[{UP}\d&.,/-]+(?:\s+|$))+)")
_COMMITTEE = r"(?:[ủu][ỷyỳỹý] ban nh[âa]n d[âa]n|ubnd)"
_UNIT = any_of(UNITS["levels"])
_NAMES_IN_BODIES = ("Ban Chỉ đạo", "Chính phủ", "Tổ quốc", "Việt Nam")
# A unit and its own name at the end of a body; "xã hội" is no unit.
_UNIT_AT_END = re.compile(rf"(?<!\w)({_UNIT}) (?!hội\b)((?:[\w-]+ ){{0,3}}[\w-]+)$")
_WORD = rf"(?:[{UP}][{LOW}]+)"
_NAME = rf"{_WORD}(?: {_WORD}){{0,4}}"
# A body printed under the one above it: what is issued is issued by the second.
_BELOW = re.compile(
    r"^(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|BỘ|TỈNH ỦY)\b.*?\s((?:SỞ|CÔNG AN (?:TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG)|"
    r"(?:UBND|ỦY BAN NHÂN DÂN) (?:XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|HUYỆN|QUẬN|THỊ XÃ)|BAN(?! NHÂN DÂN)(?! CHỈ HUY QUÂN SỰ$)|"
    r"PHÒNG|VĂN PHÒNG|THANH TRA|CỤC|CHI CỤC|TỔNG CỤC|TRUNG TÂM)\s.+|CÔNG AN (?:TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG)|"
    r"THANH TRA TỈNH)$"
)
# "VĂN PHÒNG" under its committee bears the committee's name.
_OFFICE = re.compile(r"^((?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND)\s.+?)\s+VĂN PHÒNG$")
_PRINTED_COMMITTEE = re.compile(rf"^{_COMMITTEE}\s+({_UNIT})\s*(.*)$", re.IGNORECASE)
_DEPARTMENT = re.compile(any_of(UNITS["central"]["department_heads"]))
_CENTRAL = re.compile(any_of(UNITS["central"]["heads"]))
_UNIT_LEVELS = [(re.compile(rf"\b{word}\b(?! hội)"), level) for word, level in UNITS["levels"].items()]
_SO = re.compile(rf"\bSở [{UP}][{LOW}]|\bcác [sS]ở\b")
_PHONG = re.compile(rf"\bPhòng [{UP}][{LOW}]|\bcác [pP]hòng\b")
_ACTING = re.compile(
    rf"(?i:{_COMMITTEE})\s+({_UNIT})(?: ({_NAME}))?(?=[^.;]{{0,60}}\b(?:ban hành|xây dựng|yêu cầu|đề nghị)\b)"
)


def printed_issuer(value: str, limit: int) -> tuple[str, int, int] | None:
    """The body printed in capitals at the head before the number, and the place of what is printed."""
    head = _AFTER.split(_MOTTO.sub(" ", value[:limit]))[0]
    head = " ".join(re.sub(r"[-–_*=]{3,}", " ", head).split())
    capitals = _CAPITALS.match(head)
    written = capitals[1].strip(" -–.,") if capitals else ""
    if len(written) < 4 or " " not in written:
        return None
    first = re.search(re.escape(written.split()[0]), value)
    last = re.compile(re.escape(written.split()[-1])).search(value, first.end() if first else 0)
    if not first or not last:
        return None
    return _own_body(written, value), first.start(), last.end()


def _own_body(written: str, value: str) -> str:
    """The issuing body itself, when the body above it is printed first; in the case of a sentence."""
    if office := _OFFICE.match(written):
        return f"Văn phòng {_own_body(office[1], value)}"
    if below := _BELOW.match(written):
        written = below[1]
    if committee := _PRINTED_COMMITTEE.match(written):
        return f"UBND {committee[1].lower()} {_proper(committee[2])}".strip()
    pattern = re.escape(written).replace(r"\ ", r"\s+")
    for same in re.finditer(pattern, value[:200_000], re.IGNORECASE):
        if not same[0].isupper():
            words = " ".join(same[0].split())
            return words[0].upper() + words[1:]
    return _with_names(sentence_case(written))


def _with_names(body: str) -> str:
    """The capitals of names given back to a body read from a head in capitals: its unit's, "Ban Chỉ đạo"."""
    if unit := _UNIT_AT_END.search(body):
        body = f"{body[: unit.start()]}{unit[1]} {_proper(unit[2])}"
    for known in _NAMES_IN_BODIES:
        body = re.sub(known, known, body, flags=re.IGNORECASE)
    return body


def _proper(name: str) -> str:
    return " ".join("-".join(p[:1].upper() + p[1:].lower() for p in word.split("-")) for word in name.split())


def issuer_named_in_text(value: str, body: int) -> str | None:
    """Without a printed head: the committee that "ban hành Kế hoạch", its name found wherever it is written out."""
    acting = list(_ACTING.finditer(value, body, body + 3000))
    if not acting:
        return None
    found = acting[-1]
    unit = found[1].lower()
    name = found[2] or _name_of_unit(value, unit)
    return f"UBND {unit} {name}".strip() if name else f"UBND {unit}"


def _name_of_unit(value: str, unit: str) -> str:
    """The proper name most often written after the unit word: after the committee first, then after the bare word."""
    for before in (r"(?i:ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+", ""):
        names: dict[str, int] = {}
        for found in re.finditer(rf"{before}(?i:\b{unit}) ((?-i:{_NAME}|[{UP}]{{2,}}(?: [{UP}]{{2,}}){{0,3}}))", value):
            name = _proper(found[1]) if found[1].isupper() else found[1]
            names[name] = names.get(name, 0) + 1
        if names:
            return max(names, key=lambda n: names[n])
    return ""


def issuer_level(issuer: str, text: str = "") -> str | None:
    """`central`, `province`, `department`, `district`, `commune`; None where the name does not say."""
    low = issuer.lower().removeprefix("chủ tịch ").replace("ủy ban nhân dân", "ubnd")
    if committee := _PRINTED_COMMITTEE.match(low):
        level: str = UNITS["levels"][committee[1]]
        named = any(city.lower() in committee[2] for city in UNITS["cities"]["names"])
        if committee[1] in ("thành phố", "tp") and not named and len(_SO.findall(text)) <= len(_PHONG.findall(text)):
            # A city with departments (sở) is of provincial level, whatever its name; one with offices (phòng) is not.
            return "district"
        return level
    if _DEPARTMENT.match(low) and "chính phủ" not in low:
        return "department"
    for pattern, level in _UNIT_LEVELS:
        if pattern.search(low):
            return "department" if level == "province" else level
    if _CENTRAL.match(low) or any(mark in low for mark in UNITS["central"]["marks"]):
        return "central"
    return None
