"""Items of a text flattened to running words: a marker counts where it continues a list or opens one."""

import re
from collections.abc import Iterator

from haidang.domain.directives.items import HEADING_REACH, Item, cut_labels
from haidang.domain.directives.names import read_names
from haidang.domain.directives.sentences import read_opening
from haidang.domain.directives.wordlists import FIELD, HEAD, LABEL, LOW, UP, VERB, WORDING, any_of, opens_name

_OPENS_BODY = ("capital", "part", "number", "article", "names")
Counts = dict[str, int | str]
_LETTERS = ("abcdđeghiklmnopqrstuvxy", "abcdefghijklmnopqrstuvwxyz")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_NOT_BEFORE_NUMBER = re.compile(
    r"(?:điều|khoản|mục|điểm|số|quý|ngày|tháng|lần|thứ|phụ lục|bảng|nhóm|khóa|khoá|phần)\s$", re.IGNORECASE
)
_INLINE = re.compile(
    rf"(?<=[\s.;:])(?:(?P<capital>[A-EĐGH])\.(?=\s+[{UP}]{{2}})|(?P<part>[IVX]{{1,5}})\."
    r"|(?P<article>Điều \d{1,2})[.:]|(?P<sub>\d{1,2}\.\d{1,2})\.?"
    r"|(?P<number>\d{1,2})\.|(?P<letter>[a-zđ])\)|(?P<bullet>[-–•▪●])|(?P<plus>\+))"
    rf"\s+(?=[{UP}“\"(])|(?<=[.;:] )(?P<names>(?:Đối với|Trách nhiệm của|Nhiệm vụ của)\s)"
)
# A heading in capitals, and the sentence that goes on behind it in running text.
_CAPITALS_THEN = re.compile(rf"(?:[{UP}\d,;()–-]+\s+){{2,}}(?=[{UP}][{LOW}])")
_CLOSING = re.compile(
    rf"(?<=[.;])\s+(?=(?:Yêu cầu|Đề nghị)\s+(?i:{HEAD.pattern})|Trên đây là"
    r"|(?:Trong quá|Quá) trình (?:tổ chức |triển khai )?thực hiện)"
)
_SENTENCE_START = re.compile(rf"(?<=[.;])\s+(?=[{UP}])")
_LAST_WORDS = re.compile(any_of([*WORDING["closing"]["enforcement"], *WORDING["notice"]["words"]]), re.IGNORECASE)
_REPORT_WORDS = re.compile(r"báo cáo|gửi kết quả", re.IGNORECASE)
_SENTENCE_END = '.;:…!?)”"]/'


def cut_running(value: str, start: int, end: int) -> Iterator[Item]:
    """Items of a flattened text: markers are taken where they continue a list or open one."""
    last = _counts()
    open_item, open_mark = start, start
    for found in _INLINE.finditer(value, start, end):
        if _opens_here(value, found, last, open_mark):
            if found.start() > open_item:
                yield from _cut_heading(value, open_item, open_mark, found.start())
            open_item, open_mark = found.start(), found.end()
    closing = list(_CLOSING.finditer(value, max(open_mark, end - 1200), end))
    stop = closing[-1].start() if closing else end
    for first, last_place in _last_orders(value, open_item, open_mark, stop):
        yield from _cut_heading(value, first, max(first, open_mark), last_place)
    if stop < end:
        yield Item("para", "", 0, closing[-1].end(), end)


def _cut_heading(value: str, start: int, mark: int, end: int) -> Iterator[Item]:
    """One stretch of running text as items: a heading in capitals apart from the sentence behind it."""
    heading = _CAPITALS_THEN.match(value, mark, end)
    if heading:
        yield from cut_labels(value, start, heading.end())
        start = heading.end()
    yield from cut_labels(value, start, end)


def _last_orders(value: str, start: int, after: int, end: int) -> Iterator[tuple[int, int]]:
    """The last item of running text, and what stands behind it: others told to report, day of effect, notice."""
    at = start
    for found in _SENTENCE_START.finditer(value, max(after, end - 2500), end):
        stop = _SENTENCE_START.search(value, found.end(), end)
        said = (found.end(), stop.start() if stop else end)
        opening = read_opening(value, *said)
        order = opening.leads and not opening.only_names and _REPORT_WORDS.search(value, *said)
        if order or _LAST_WORDS.search(value, *said):
            yield at, found.start()
            at = found.end()
    if at < end:
        yield at, end


def first_running_marker(value: str, start: int, end: int) -> int:
    """Where the first part, number, article or "đối với …:" of a flattened body stands, or -1."""
    last = _counts()
    for found in _INLINE.finditer(value, start, end):
        if found.lastgroup in _OPENS_BODY and _opens_here(value, found, last, start):
            return found.start()
    return -1


def roman(label: str) -> int:
    """The value of a Roman number up to 39."""
    total, previous = 0, 0
    for char in reversed(label):
        worth = _ROMAN[char]
        total += worth if worth >= previous else -worth
        previous = max(previous, worth)
    return total


def _counts() -> Counts:
    """Nothing counted yet."""
    return {"chapter": "", "part": 0, "number": 0, "letter": ""}


def _opens_here(value: str, found: re.Match[str], last: Counts, open_mark: int) -> bool:
    """Whether an inline marker really opens an item; keeps count in `last`."""
    name = found.lastgroup or ""
    before = value[max(0, found.start() - 12) : found.start()]
    ended = bool(before.strip()) and before.rstrip()[-1] in _SENTENCE_END
    if _NOT_BEFORE_NUMBER.search(before):
        return False
    if name == "names":
        return (
            found.start() > open_mark
            and read_opening(value, found.start(), min(len(value), found.start() + HEADING_REACH)).colon
        )
    if name == "capital":
        return _next_chapter(found[name], last)
    if name == "part":
        return _next_part(roman(found[name]), last)
    if name == "number":
        number = int(found[name])
        if number != int(last["number"]) + 1 and not (number == 1 and (ended or not last["number"])):
            return False
        last["number"], last["letter"] = number, ""
        return True
    if name == "article":
        last["number"], last["letter"] = 0, ""
        return True
    if name == "sub":
        if int(found[name].split(".")[0]) != last["number"]:
            return False
        last["letter"] = ""
        return True
    if name == "letter":
        if found[name] != "a" and not any(
            str(last["letter"]) + found[name] in letters for letters in _LETTERS if last["letter"]
        ):
            return False
        last["letter"] = found[name]
        return True
    if any(f.start() < found.start() < f.end() for f in FIELD.finditer(value, found.start() - 40, found.end() + 30)):
        return False
    if ended or before.rstrip().endswith(",") or LABEL.match(value, found.start()):
        return True
    heading = value[open_mark : found.start()]
    if len(heading) >= 110 or re.search(r"[.;:]", heading):
        return False
    if VERB.match(value, found.end()):
        return True
    names = read_names(value, open_mark, found.start())
    alone = bool(names.names) and names.stop == "end"
    following = _INLINE.search(value, found.end())
    if alone and read_names(value, open_mark, following.start() if following else None).stop == "end":
        return False
    if opens_name(value, found.end()):
        return not alone
    return (
        alone and len(re.split(r"[.;]|\s[a-zđ]\)|\s\d{1,2}\.", value[found.end() : found.end() + 120])[0].split()) > 6
    )


def _next_chapter(letter: str, last: Counts) -> bool:
    if letter != "A" and f"{last['chapter']}{letter}" not in ("AB", "BC", "CD", "DĐ", "ĐE", "DE", "EG", "GH"):
        return False
    last["chapter"], last["part"], last["number"], last["letter"] = letter, 0, 0, ""
    return True


def _next_part(number: int, last: Counts) -> bool:
    if number != int(last["part"]) + 1:
        return False
    last["part"], last["number"], last["letter"] = number, 0, ""
    return True
