"""What is seen on a scan and is no text: specks, stamps, ruled lines; and bullets told for other signs."""

import re
from statistics import median

from haidang.formats.scan.tesseract import Seen

_LETTER = re.compile(r"\w")
# Below this nothing that has no letters is believed; a whole line below it is a stamp, a signature or dirt.
_SPECK, _DIRT = 50, 35
_BULLET = re.compile(r"[-–—−~=«»¬•*°·_.]{1,2}")


def clean(lines: list[list[Seen]]) -> list[list[Seen]]:
    """The lines that are text. A sign alone before words is the bullet it must have been; nothing else is changed."""
    heights = [word.bottom - word.top for line in lines for word in line if len(word.text) > 1]
    if not heights:
        return []
    usual = median(heights)
    made = []
    for line in lines:
        kept = [word for word in line if _is_text(word, usual)]
        if kept:
            kept = _bullet(line, kept)
        if not any(_LETTER.search(word.text) for word in kept):
            continue
        letters = sum(len(word.text) for word in kept)
        sure = sum(word.confidence * len(word.text) for word in kept) / letters
        if sure >= _DIRT or letters > 40:
            made.append(kept)
    return made


def _is_text(word: Seen, usual: float) -> bool:
    height, width = word.bottom - word.top, word.right - word.left
    if height > 4 * usual or (height > 2.5 * usual and width < height):
        return False
    return bool(_LETTER.search(word.text)) or word.confidence >= _SPECK


def _bullet(line: list[Seen], kept: list[Seen]) -> list[Seen]:
    """A line that opens with a sign no higher than a letter, and then words, opens with a bullet."""
    first = line[0]
    if len(line) < 2 or not _BULLET.fullmatch(first.text) or not any(_LETTER.search(word.text) for word in line[1:2]):
        return kept
    said = Seen("-" if first.text[0] not in "+*•" else first.text[0], *_box(first), first.confidence)
    rest = kept[1:] if kept[0] is first else kept
    return [said, *rest]


def _box(word: Seen) -> tuple[int, int, int, int]:
    return word.left, word.top, word.right, word.bottom
