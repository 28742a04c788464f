"""What a person made of a reading, written in the annotation form by which readings are scored.

The duties are the person's. All else is the reader's own, because nobody corrects it in the reading view; the key
`by_machine` names those fields, so that nobody takes the reader's agreement with itself for a success.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from haidang.domain.directives.as_json import to_json
from haidang.domain.directives.page import plain
from haidang.domain.directives.reading import Reading, Span

Json = dict[str, Any]

BY_PERSON = ("assignments",)
BY_MACHINE = (
    "kind", "number", "issuer", "issuer_level", "place", "date", "title", "legal_bases", "theme", "targets", "windows",
    "reports", "addressees", "recipients", "signer",
)  # fmt: skip
# The parts of a reading's entries that belong to the form; what the reader keeps besides (places, doubts) does not.
_ENTRIES = {
    "legal_bases": ("kind", "number", "date"),
    "targets": ("text", "op", "value", "unit"),
    "windows": ("start", "end", "what"),
    "reports": ("by", "to", "via", "due", "period"),
}
_ANCHOR_WORDS = 8
_MARK = re.compile(r"^(?:[-–—+•*]+|\d{1,3}(?:\.\d{1,2})*[.)]|[a-zđ][.)]|[IVX]+\.)\s+")


@dataclass(frozen=True, slots=True)
class Settled:
    """A duty as a person left it. `span` lies in the text that was read; line 0: it stands nowhere in it."""

    text: str
    leads: tuple[str, ...]
    supports: tuple[str, ...]
    due: str | None
    span: Span
    by_person: bool = False
    deleted: bool = False


def annotate(reading: Reading, duties: Iterable[Settled], source: str) -> Json:
    """The annotation of a document: the settled duties, and for everything else what was read.

    `source` says where it comes from. Beside the form's keys each duty carries its `span` and its `origin` (machine: as
    it was read; corrected; person: the reader had missed it); `set_aside` holds what the reader took for a duty of its
    own and a person did not.
    """
    read = to_json(reading)
    every = tuple(duties)
    standing = [duty for duty in every if not duty.deleted]
    as_read = {_likeness(duty) for duty in _from_reading(reading)}
    found: Json = {"source": source, "excerpt": False}
    found |= {name: read[name] for name in BY_MACHINE}
    found |= {name: [{key: row[key] for key in keys} for row in read[name]] for name, keys in _ENTRIES.items()}
    found |= {"topic": None, "layout": None}
    found["assignments"] = list(_assignments(reading.text, standing, as_read))
    found["by_machine"] = list(BY_MACHINE)
    found["rulebook"] = reading.rulebook
    found["set_aside"] = [
        {"lead": list(duty.leads), "anchor": anchor(reading.text, duty), "span": _span(duty.span)}
        for duty in every
        if duty.deleted and not duty.by_person
    ]
    return found


def anchor(text: str, duty: Settled, *, own_words: bool = False) -> str:
    """The first eight words of a duty as the source has them.

    Where a person reworded it, the words at its place; the person's own words where it has no place or, with
    `own_words`, shares it with another duty.
    """
    opening = " ".join(duty.text.split()[:_ANCHOR_WORDS])
    source = plain(text[duty.span.start : duty.span.end]) if duty.span.line else ""
    if own_words or not source or opening.lower() in source.lower():
        return opening
    return " ".join(_MARK.sub("", source).split()[:_ANCHOR_WORDS])


def _assignments(text: str, duties: list[Settled], as_read: set[tuple[object, ...]]) -> Iterable[Json]:
    taken: set[int] = set()
    for duty in duties:
        row: Json = {
            "lead": list(duty.leads),
            "support": list(duty.supports),
            "anchor": anchor(text, duty, own_words=duty.span.start in taken),
        }
        if duty.due:
            row["due"] = duty.due
        taken.add(duty.span.start)
        yield row | {"span": _span(duty.span), "origin": _origin(duty, as_read)}


def _origin(duty: Settled, as_read: set[tuple[object, ...]]) -> str:
    if duty.by_person:
        return "person"
    return "machine" if _likeness(duty) in as_read else "corrected"


def _from_reading(reading: Reading) -> Iterable[Settled]:
    return (Settled(d.text, d.leads, d.supports, d.due.printed, d.span) for d in reading.duties)


def _likeness(duty: Settled) -> tuple[object, ...]:
    return duty.text, duty.leads, duty.supports, duty.due, duty.span


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end, "line": span.line}
