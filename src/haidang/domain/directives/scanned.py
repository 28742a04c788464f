"""Duties that were recognised from a picture carry doubts: the uncertain words, and that a person must compare them."""

from bisect import bisect_left
from dataclasses import replace

from haidang.domain.directives.reading import Doubt, Duty, Reading
from haidang.domain.terms.laid import SURE, Laid, Place

CODE = "scan.unsure"
# Said of every duty that stands on a scanned page: a person compares it before anybody is bound by it.
TO_COMPARE = "scan.compare"
_MOST_WORDS = 5


def with_doubts(reading: Reading, laid: Laid) -> Reading:
    """The reading of `laid.text`, each duty that holds uncertain words with a doubt. Other readings come back as is."""
    unsure = [place for place in laid.places if place.confidence < SURE]
    if not unsure or reading.text != laid.text:
        return reading
    ends = [place.end for place in unsure]
    duties = tuple(_doubted(duty, unsure, ends, laid.text) for duty in reading.duties)
    return replace(reading, duties=duties)


def _doubted(duty: Duty, unsure: list[Place], ends: list[int], text: str) -> Duty:
    words: list[str] = []
    for place in unsure[bisect_left(ends, duty.span.start + 1) :]:
        if place.start >= duty.span.end or len(words) == _MOST_WORDS:
            break
        words.append(text[place.start : place.end].strip())
    return replace(duty, doubts=(*duty.doubts, Doubt(CODE, ", ".join(words)))) if words else duty


def for_a_person(reading: Reading, laid: Laid) -> Reading:
    """The reading of `laid.text`, each duty on a scanned page with a doubt that a person must settle one by one."""
    scanned = [place for place in laid.places if laid.sheets[place.page - 1].scanned]
    if not scanned or reading.text != laid.text:
        return reading
    ends = [place.end for place in scanned]

    def on_scan(duty: Duty) -> bool:
        at = bisect_left(ends, duty.span.start + 1)
        return at < len(scanned) and scanned[at].start < duty.span.end

    duties = (replace(d, doubts=(*d.doubts, Doubt(TO_COMPARE))) if on_scan(d) else d for d in reading.duties)
    return replace(reading, duties=tuple(duties))
