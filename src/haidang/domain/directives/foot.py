"""The foot of a document: the lines of "Nơi nhận" and the name of the signer."""

import re
from dataclasses import dataclass

from haidang.domain.directives.wordlists import UP

_TITLES = (
    r"(?:TM|KT|TL|TUQ|Q|T/M|T/L|K/T)\.?\s|CHỦ T[ỊI]CH|PHÓ CHỦ|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ T[ƯU][ỚÓỜ]NG|PHÓ THỦ|GIÁM ĐỐC|"
    r"PHÓ GIÁM|CHÁNH|TRƯỞNG|ỦY BAN NHÂN|UỶ BAN NHÂN|CỤC TRƯỞNG|VIỆN TRƯỞNG|BÍ THƯ|TỔNG|CHỦ NHIỆM"
)
FOOT = re.compile(r"N(?<![^\s*/.]N)[ơo]i nh[ậạâa]n\s*(?::|(?=\n))")
_SIGNING = re.compile(rf"(?:(?<=[\s.;)])|^)(?:{_TITLES})[{UP}\s.,\-–]*", re.MULTILINE)
_NAME = re.compile(
    rf"(?:(?:Đại|Thượng|Trung|Thiếu)\s(?:tướng|tá|úy)\s+|(?:TS|ThS|PGS|GS|BS)\.\s*)*"
    rf"([{UP}][^\W\d_{UP}]+(?:\s+[{UP}][^\W\d_{UP}]*(?!\w)){{1,5}})(?=\s|$)"
)
_SIGNED = re.compile(r"\(?(?:đã ký|Đã ký|ký tên, đóng dấu|Ký tên)\)?")
# What may stand behind a recipient and is none of it: stops, and the note that the document is signed.
_ENDING = re.compile(r"(?:[\s;.,/]+\((?:đã ký|ký tên)\))?[\s;.,/]*$", re.IGNORECASE)
_REACH = 6000
_BULLET = re.compile(r"[-–+](?<![^\s:;.][-–+])\s*(?=[^\s\-–])")
_ARCHIVE = re.compile(r"\s*Lưu\b")
_NAME_BESIDE = re.compile(rf"(.+?);\s+{_NAME.pattern}$")
_BESIDE = re.compile(rf"(\s*Lưu\b[^\n]*?[.;)])\s+{_NAME.pattern}\s*$")


@dataclass(frozen=True, slots=True)
class Foot:
    """Where the foot begins (len of the text when there is none), recipients and signer with their places."""

    start: int
    recipients: tuple[tuple[str, int, int], ...] = ()
    signer: tuple[str, int, int] | None = None
    end: int = 0


def read_foot(value: str, after: int) -> Foot:
    """Read recipients and signer from the last "Nơi nhận" after the head."""
    heads = list(FOOT.finditer(value, after))
    if not heads:
        return _foot_without_recipients(value, after)
    head = heads[0] if len(heads) == 1 else _main_foot(value, heads)
    recipients, end = _recipients(value, head.end())
    recipients, beside = _split_beside(recipients)
    signer = _signer(value, end) or beside or _signer_above(value, head.start())
    return Foot(_signed_from(value, head.start()), tuple(recipients), signer, end)


def _main_foot(value: str, heads: list[re.Match[str]]) -> re.Match[str]:
    return next((h for h in heads if re.match(r"\s*[-–+]", value[h.end() : h.end() + 20])), heads[0])


def _recipients(value: str, at: int) -> tuple[list[tuple[str, int, int]], int]:
    """The bulleted lines after the heading; the line of the archive ("Lưu:") is the last."""
    block = value[at : at + _REACH]
    marks = list(_BULLET.finditer(block))
    found: list[tuple[int, int]] = []
    for order, mark in enumerate(marks):
        first, last = mark.end(), marks[order + 1].start() if order + 1 < len(marks) else len(block)
        line_end = block.find("\n", first, last)
        last = line_end if line_end >= 0 else last
        if found and not _starts_another(block, found[-1][0], mark.start()):
            first = found.pop()[0]
        last = _cut_signature(block, first, last)
        found.append((first, last))
        if _ARCHIVE.match(block, first):
            break
    cleaned = []
    for first, last in found:
        while first < last and block[first].isspace():
            first += 1
        last = first + len(_ENDING.sub("", block[first:last]))
        if last > first:
            cleaned.append((" ".join(block[first:last].split()), at + first, at + last))
    return cleaned, at + (found[-1][1] if found else 0)


def _starts_another(block: str, previous: int, mark: int) -> bool:
    """Whether a dash opens a line of its own: after a line end, or after the stop of the line before."""
    between = block[previous:mark]
    return "\n" in between or between.rstrip()[-1:] in ";.,:" or ";" in between


def _cut_signature(block: str, first: int, last: int) -> int:
    """Where a recipient ends when titles or a name of the signature follow on the same line."""
    text = block[first:last]
    archive = _ARCHIVE.match(text)
    signing = _SIGNING.search(text)
    if signing and signing.start() > 2 and (archive or text[: signing.start()].rstrip()[-1:] in ";.,"):
        return first + signing.start()
    if archive and (beside := _BESIDE.match(text)):
        return first + beside.end(1)
    return last


def _signer(value: str, at: int) -> tuple[str, int, int] | None:
    """The last name after the recipients, ranks and degrees left out."""
    tail = _SIGNED.sub(lambda m: " " * len(m[0]), value[at : at + 1500])
    annex = re.search(r"\bPHỤ LỤC\b|\bBIỂU\b|\bMẪU\b|\bDANH SÁCH\b|\[\d+\]", tail)
    tail = tail[: annex.start()] if annex else tail
    lines = tail.split("\n")
    place = at + len(tail)
    for line in reversed(lines):
        place -= len(line)
        titles = list(_SIGNING.finditer(line))
        begin = titles[-1].end() if titles else 0
        if begin and line[begin - 1] in UP and line[begin : begin + 1].islower():
            begin -= 1
        found = _NAME.match(line, begin + len(line[begin:]) - len(line[begin:].lstrip()))
        if found and (titles or len(line.strip()) <= len(found[0]) + 4):
            return found[1].strip(), place + found.start(1), place + found.end(1)
        upper = re.fullmatch(rf"\s*([{UP}]+(?:\s+[{UP}]+){{1,4}})\s*", line)
        if upper and not _SIGNING.match(upper[1]) and line is lines[-1] and len(lines) > 1:
            return upper[1].title(), place + upper.start(1), place + upper.end(1)
        place -= 1
    return None


def _split_beside(
    recipients: list[tuple[str, int, int]],
) -> tuple[list[tuple[str, int, int]], tuple[str, int, int] | None]:
    """A signer printed in the column beside the recipients stands behind one of them."""
    kept, signer = [], None
    for text, first, last in recipients:
        if beside := _NAME_BESIDE.match(text):
            signer = (beside[2], first + beside.start(2), first + beside.end(2))
            text, last = beside[1], first + beside.end(1)
        kept.append((text, first, last))
    return kept, signer


def _signed_from(value: str, head: int) -> int:
    """Where the foot begins when the signature stands above the recipients."""
    closing = value.rfind("./.", max(0, head - 400), head)
    if closing >= 0 and _SIGNING.match(value[closing + 3 : head].lstrip()):
        return closing + 3
    return head


def _signer_above(value: str, end: int) -> tuple[str, int, int] | None:
    start = max(0, end - 400)
    closing = value.rfind("./.", start, end)
    return _signer(value[:end], closing + 3) if closing >= 0 else None


def _foot_without_recipients(value: str, after: int) -> Foot:
    closing = value.rfind("./.", after)
    if closing < 0:
        return Foot(len(value))
    return Foot(closing + 3, (), _signer(value, closing + 3))
