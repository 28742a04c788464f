"""Duties whose words were recognised from a picture with little confidence carry a doubt that names the words."""

from bisect import bisect_left
from dataclasses import replace

from haidang.domain.directives.reading import Doubt, Duty, Reading
from haidang.domain.terms.laid import SURE, Laid, Place

CODE = "scan.unsure"
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
