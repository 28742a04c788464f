"""Where the head, the list of recipients and the signature of a document stand: what rules of form look at."""

import re
import unicodedata
from dataclasses import dataclass

from haidang.domain.directives.foot import FOOT
from haidang.domain.directives.page import read_lines
from haidang.domain.directives.paragraphs import is_flattened
from haidang.domain.directives.reading import Reading

# How far a head may reach.
_HEAD = 2500
_ANNEX = re.compile(r"^[\s*#|]*(?:PHỤ LỤC|BIỂU|MẪU|DANH SÁCH)\b", re.MULTILINE)
_PARTY = re.compile(r"ĐẢNG CỘNG SẢN VIỆT NAM")
_BASE = {"đ": "d", "Đ": "D"}
_MARKS = re.compile(r"[*#`_\\|]+")


@dataclass(frozen=True, slots=True)
class Parts:
    """Places in `Reading.text`.

    `head` is where the title begins; `recipients` the place of "Nơi nhận", `closing` that of the last "./." before it.
    `foot` begins at the recipients, or at the closing where the signature stands above them, and ends at `foot_end` (an
    annex, or the end of the text). A text with neither has no foot: it may be an excerpt, and `whole` is false. `flat`
    texts have lost their line ends, so that nothing can be said of lines. `party` documents follow the Party's own
    rules of form; a text that is not `official` has neither a kind nor a foot.
    """

    head: int
    recipients: int | None
    closing: int | None
    foot: int | None
    foot_end: int
    flat: bool
    party: bool
    official: bool

    @property
    def whole(self) -> bool:
        """Whether the end of the document is there."""
        return self.foot is not None


def parts(reading: Reading) -> Parts:
    """Find the parts of a document that was read."""
    text = reading.text
    title = reading.spans.get("title") or reading.spans.get("kind")
    head = title.start if title else min(_HEAD, len(text))
    heads = list(FOOT.finditer(text, head))
    recipients = heads[-1].start() if heads else None
    found = text.rfind("./.", head, recipients if recipients is not None else len(text))
    closing = found if found >= 0 else None
    signer = reading.spans.get("signer")
    foot = recipients
    if closing is not None and (foot is None or (signer and closing < signer.start < foot)):
        foot = closing
    official = bool(reading.head.kind or foot is not None)
    annex = _ANNEX.search(text, foot) if foot is not None else None
    return Parts(
        head=head,
        recipients=recipients,
        closing=closing,
        foot=foot,
        foot_end=annex.start() if annex else len(text),
        flat=is_flattened(read_lines(text)),
        party=bool(_PARTY.search(text[:_HEAD])),
        official=official,
    )


def bare(fragment: str) -> str:
    """A line without the marks of the copy (bold, headings, cells) and with single blanks."""
    return " ".join(_MARKS.sub(" ", fragment).split())


def unmarked(fragment: str) -> str:
    """The same letters without their marks, one for one, so that places stay: what damaged capitals are found by."""
    return "".join(_BASE.get(c) or unicodedata.normalize("NFD", c)[0] for c in fragment)
