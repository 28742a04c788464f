"""The head of a document: issuer, number, place, date, kind, title, addressees; and where the head ends."""

import re
from dataclasses import dataclass, field

from haidang.domain.directives.casing import from_capitals
from haidang.domain.directives.issuer import issuer_level, issuer_named_in_text, printed_issuer
from haidang.domain.directives.page import Page
from haidang.domain.directives.paragraphs import is_kind_line
from haidang.domain.directives.wordlists import AGENCIES, LOW, OWN_KINDS, SYMBOLS, UP, WORDING, any_of
from haidang.domain.terms.dates import PartialDate
from haidang.domain.terms.refusal import Refusal
from haidang.domain.terms.text import fold

_REACH = 4000
_NUMBER = re.compile(
    rf"\bSố\s*:?\s*(?P<number>\d{{1,5}}\s?(?:/\s?\d{{1,4}}\s?)?[/-]\s?[{UP}][\w]*(?:\s?[-/&]\s?[{UP}\d][\w()]*)*)"
)
_NUMBER_BLANK = re.compile(rf"\bSố\s*:\s*[._…]*\s*(?P<symbol>/\s?[{UP}][\w]*(?:\s?[-/&]\s?[{UP}\d][\w()]*)*)")
_WORD = rf"(?:[{UP}][{LOW}]+)"
_PLACE = re.compile(
    rf"(?P<place>(?:(?:TP|Tp|TX|Tx)\.?\s?)?{_WORD}(?:[ -]{_WORD}){{0,3}})\s*,\s*ng[àa]y\s*"
    r"(?P<day>[\d.…_]*)\s*th[áa]ng\s*(?P<month>[\d.…_]*)\s*n[ăa]m\s*(?P<year>\d{4})?"
)
_CITING = re.compile(rf"{any_of(OWN_KINDS)}$", re.IGNORECASE)
_KIND = re.compile(rf"(?:^|(?<=[\s\n])){any_of(name.upper() for name in OWN_KINDS)}(?=$|[\s\n:*])")
_ABOUT = re.compile(r"(?:V/v|Về việc|Về)\s*:?\s+", re.IGNORECASE)
_FOLDED_KINDS = {fold(name): code for name, code in OWN_KINDS.items()}
_SUBJECT = re.compile(r"(?:\bV/v\s*:?|\bVề việc\s*:?)\s*", re.IGNORECASE)
_TO = re.compile(r"\bKính gửi\s*:?\s*|\bđiện\s*:\s*(?=[-–])", re.IGNORECASE)
_ADDRESSED = re.compile(
    rf"[.](?=\s+[{UP}])|;(?=\s+[{UP}])|\s(?=(?:Thực hiện|Căn cứ|Để|Nhằm|Trên cơ sở|Xét|Theo|Tiếp theo|Tiếp tục|"
    r"Ngày|Sau khi|Qua|Thời gian|Hiện nay|Trong|Vừa qua|Phúc đáp|Liên quan)\s)"
)
_OPENS = re.compile(any_of(WORDING["preamble"]["opens"]), re.IGNORECASE)
_AUTHORITY = re.compile(
    rf"(?<!CỦA )(?<!DO )(?<!VÀ )(?<!TẠI )(?<!CHỦ TỊCH )(?:{any_of(a.upper() for a in AGENCIES['authorities'])})"
    rf"(?:(?!TẠI |VỀ |CỦA )[{UP}\s\d,.:-]){{0,80}}$"
)


@dataclass(slots=True)
class HeadParts:
    """What the head says and where it stands; `body` is the first place after the title."""

    kind: str | None = None
    number: str | None = None
    symbol: str = ""
    issuer: str | None = None
    level: str | None = None
    place: str | None = None
    date: str | None = None
    year: int | None = None
    title: str | None = None
    body: int = 0
    addressees: tuple[str, ...] = ()
    blank_date: bool = False
    spots: dict[str, tuple[int, int]] = field(default_factory=dict)


def read_head(page: Page, flattened: bool) -> HeadParts:
    """Read the head from the first characters of the page."""
    value, parts = page.value, HeadParts()
    _read_number(value, parts)
    _read_place(value, parts)
    found = _find_kind(value, parts)
    if found:
        _keep_printed_issuer(value, found.start(), parts)
        parts.kind = _FOLDED_KINDS[fold(found[0]).strip(" :")]
        parts.spots["kind"] = found.span()
        parts.body = _read_title(value, found.end(), flattened, parts)
    else:
        parts.body = _read_letter(value, parts)
        _keep_printed_issuer(value, parts.body, parts)
    _keep_issuer(value, parts)
    return parts


def _read_number(value: str, parts: HeadParts) -> None:
    found = _NUMBER.search(value, 0, _REACH // 2)
    blank = _NUMBER_BLANK.search(value, 0, _REACH // 4)
    if blank and (not found or blank.start() < found.start()):
        parts.symbol = blank["symbol"]
    elif found and not _CITING.search(value[: found.start()].rstrip()):
        parts.number = " ".join(found["number"].split())
        parts.symbol = parts.number.split("/", 1)[-1]
        parts.spots["number"] = found.span("number")


def _read_place(value: str, parts: HeadParts) -> None:
    found = _PLACE.search(value, parts.spots.get("number", (0, 0))[1], _REACH // 2)
    if not found:
        return
    parts.place = found["place"].strip()
    parts.spots["place"] = found.span("place")
    parts.year = int(found["year"]) if found["year"] else None
    if found["day"].isdigit() and found["month"].isdigit() and parts.year:
        try:
            parts.date = PartialDate(parts.year, int(found["month"]), int(found["day"])).iso()
        except Refusal:
            parts.blank_date = True
        parts.spots["date"] = (found.start("day"), found.end())
    else:
        parts.blank_date = True


def _find_kind(value: str, parts: HeadParts) -> re.Match[str] | None:
    """The kind printed in capitals, standing after number and place and before any sentence."""
    after = max(parts.spots.get("number", (0, 0))[1], parts.spots.get("date", (0, 0))[1])
    letter = _TO.search(value, 0, _REACH)
    for found in (*_KIND.finditer(value, 0, _REACH), *_scanned_kinds(value)):
        if letter and letter.start() < found.start() and value[letter.start()] == "K":
            return None
        line_end = value.find("\n", found.end())
        rest = value[found.end() : line_end if line_end >= 0 else found.end() + 40].strip(" :")
        if found.start() >= after or not rest:
            return found
    return None


def _scanned_kinds(value: str) -> list[re.Match[str]]:
    """Lines that are a kind once their marks are left out ("KÉ HOẠCH")."""
    return [line for line in re.finditer(r"(?<=\n)[^\n]{4,24}(?=\n)", value[:_REACH]) if is_kind_line(line[0])]


def _read_title(value: str, at: int, flattened: bool, parts: HeadParts) -> int:
    if flattened and "\n" not in value[at : at + _REACH]:
        return _read_running_title(value, at, parts)
    start, end = -1, at
    taken = 0
    place = at
    while place < len(value) and taken < 8:
        stop = value.find("\n", place)
        stop = len(value) if stop < 0 else stop
        line = value[place:stop].strip()
        if line and not re.match(r"^[:*\s]+$", line):
            if taken and (_is_preamble(line) or re.match(r"^(?:[IVX]+\.|\d+\.|Kính gửi|[-–+])", line)):
                break
            if taken and _is_other_case(value[start:end], line):
                break
            start = place if start < 0 else start
            end = stop
            taken += 1
        place = stop + 1
    _keep_title(value, max(start, at), end, parts)
    return end


def _is_other_case(title: str, line: str) -> bool:
    """A title in capitals ends where small letters begin; one in small letters, at the authority in capitals."""
    if title.isupper():
        return not line.isupper() and len(title) > 12
    return line.isupper() and bool(_AUTHORITY.match(line) or is_kind_line(line))


def _is_preamble(line: str) -> bool:
    if re.search(r"\bsố\s*\d+|như sau\s*:?$|:$", line) and (_OPENS.match(line) or len(line) > 200):
        return True
    return bool(_OPENS.match(line)) and (len(line) > 90 or line.lower().startswith("căn cứ"))


def _read_running_title(value: str, at: int, parts: HeadParts) -> int:
    """In running text the title is the run of capitals after the kind; a run of the issuer's own name ends it."""
    end = at
    for word in re.finditer(r"\S+", value[at : at + 1200]):
        letters = [c for c in word[0] if c.isalpha()]
        capitals = sum(c.isupper() for c in letters)
        if len(letters) > 1 and capitals <= len(letters) / 2 and not re.match(r"\d+/", word[0]):
            break
        end = at + word.end()
    run = value[at:end]
    if not run.strip():
        stop = re.compile(r"\s(?=(?:Thực hiện|Căn cứ|Xét|Theo đề nghị|Nhằm|Để|Trên cơ sở)\s)").search(
            value, at + 10, at + 900
        )
        end = stop.start() if stop else at
        run = value[at:end]
        _keep_title(value, at, end, parts)
        return end
    _keep_title(value, at, at + len(run), parts)
    return at + len(run)


def _keep_title(value: str, start: int, end: int, parts: HeadParts) -> None:
    authority = _AUTHORITY.search(value, start, end)
    if authority and authority.start() > start + 20:
        end = authority.start()
    end = _before_issuer(value, start, end, parts.issuer)
    while start < end and value[start] in " \n:*":
        start += 1
    subject = _ABOUT.match(value, start, end)
    start = subject.end() if subject else start
    while end > start and value[end - 1] in " \n.;:/-*":
        end -= 1
    title = " ".join(value[start:end].split())
    if not title:
        return
    parts.spots["title"] = (start, end)
    title = from_capitals(title, value, place=parts.place, body=end)
    capital = subject is not None and subject[0].strip().lower() == "về"
    parts.title = title[0].upper() + title[1:] if capital else title


def _before_issuer(value: str, start: int, end: int, issuer: str | None) -> int:
    """Where a title in capitals ends when the name of its issuer, whole or shortened, stands printed behind it."""
    if not issuer or not value[start:end].isupper():
        return end
    words = issuer.upper().split()
    title = value[start:end].rstrip()
    for count in range(len(words), 2, -1):
        name = " " + " ".join(words[:count])
        before = title.removesuffix(name)
        if before != title and len(before) > 20 and before.split()[-1] not in ("CỦA", "TẠI", "DO", "VÀ", "VỚI"):
            return start + len(before)
    return end


def _read_letter(value: str, parts: HeadParts) -> int:
    """A dispatch (công văn): the subject after "V/v", the addressees after "Kính gửi"."""
    to = _TO.search(value, 0, _REACH)
    if not to and not _SUBJECT.search(value, 0, _REACH // 2) and not parts.symbol:
        return 0
    limit = to.start() if to else min(_REACH // 2, len(value))
    subject = _SUBJECT.search(value, 0, limit)
    end = subject.end() if subject else 0
    parts.kind = next((SYMBOLS[s] for s in re.findall(r"[^\W\d_]+", parts.symbol)[:1] if s in SYMBOLS), "cong_van")
    if subject:
        stops = [limit]
        place = parts.spots.get("place")
        if place and place[0] > subject.end():
            stops.append(place[0])
        if found := re.compile(r"\n(?=CỘNG H|Độc lập|ỦY BAN|Số\s*:)|CỘNG HÒA XÃ").search(value, subject.end(), limit):
            stops.append(found.start())
        end = min(stops)
        _keep_title(value, subject.end(), end, parts)
    if to:
        end = _read_addressees(value, to.end(), parts)
    return max(end, parts.spots.get("date", (0, 0))[1])


def _read_addressees(value: str, at: int, parts: HeadParts) -> int:
    """Names after "Kính gửi": bullets, or the rest of the line. Returns where they end."""
    if "\n" not in value[at : at + _REACH]:
        return _read_running_addressees(value, at, parts)
    names: list[str] = []
    end = at
    for line in value[at : at + _REACH].split("\n"):
        bullet = re.match(r"^\s*[-–+]\s*", line)
        if line.strip() and not bullet and names:
            break
        if bullet or (line.strip() and not names):
            for piece in re.split(r"\s[-–]\s(?=[^\W\d_a-z])", line[bullet.end() if bullet else 0 :]):
                names.append(piece.strip(" .;"))
        end += len(line) + 1
        if line.strip() and not bullet and len(names) > 0:
            break
    if len(names) == 1:
        names = [name.strip(" .") for name in names[0].split(";")]
    parts.addressees = tuple(name for name in names if name)
    return min(end, len(value))


def _read_running_addressees(value: str, at: int, parts: HeadParts) -> int:
    """In running text the addressees end with the first full stop, or where the preamble begins."""
    stop = _ADDRESSED.search(value, at, at + _REACH)
    end = stop.start() if stop else at
    pieces = re.split(rf"(?:^|[;,]?\s+)[-–]\s+(?=[{UP}])", value[at:end])
    pieces = pieces[0].split(";") if len(pieces) == 1 else pieces
    parts.addressees = tuple(piece.strip(" .;") for piece in pieces if piece.strip(" .;"))
    return end


def _keep_printed_issuer(value: str, limit: int, parts: HeadParts) -> None:
    printed = printed_issuer(value, min(limit, _REACH))
    if printed:
        parts.issuer, parts.spots["issuer"] = printed[0], printed[1:]


def _keep_issuer(value: str, parts: HeadParts) -> None:
    if parts.issuer is None:
        parts.issuer = issuer_named_in_text(value, parts.body)
    parts.level = issuer_level(parts.issuer, value) if parts.issuer else None
