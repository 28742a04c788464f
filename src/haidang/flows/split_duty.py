"""Make several duties of one sentence that lays down several things."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from haidang.apps.directives import convert, services
from haidang.apps.directives.models import Directive, Duty
from haidang.domain.access.viewer import Viewer
from haidang.domain.directives.reading import DueKind, Span
from haidang.domain.terms.refusal import Refusal
from haidang.domain.terms.text import nfc, squash
from haidang.flows.duty_changes import Correction, before, correct
from haidang.flows.duty_places import find_words, names_day

MOST_PARTS = 20


def split_duty(
    *,
    actor: Viewer,
    at: datetime,
    directive_uuid: UUID,
    duty_uuid: UUID,
    revision: int,
    parts: tuple[str, ...],
    key: str | None = None,
) -> UUID:
    """The duty keeps the first part; each further part becomes a duty after it with the same bodies.

    A day named in one part only stays with that part. Refuses `duty.split_needs_two`, `duty.split_too_many`.
    """
    wordings = tuple(wording for wording in (squash(nfc(part)) for part in parts) if wording)
    if len(wordings) < 2:
        raise Refusal("duty.split_needs_two", "parts")
    if len(wordings) > MOST_PARTS:
        raise Refusal("duty.split_too_many", "parts", limit=MOST_PARTS)

    def work(directive: Directive) -> Correction:
        duty = services.find_duty(directive, duty_uuid)
        earlier = before((duty,))
        first, *others = _rows(directive.text, duty, wordings, services.between(directive, duty.position))
        made = services.add_duties(directive, others)
        services.change(duty, {name: value for name, value in first.items() if name != "uuid"})
        return Correction(duty.uuid, {**earlier, **before((), made)})

    return correct(
        actor=actor, act="duty.split", at=at, directive_uuid=directive_uuid, revision=revision, key=key, work=work
    )


def _rows(text: str, duty: Duty, wordings: tuple[str, ...], following: float) -> list[dict[str, Any]]:
    step = (following - duty.position) / len(wordings)
    dated = bool(duty.due_printed) and any(names_day(wording, duty.due_printed) for wording in wordings)
    rows, start = [], duty.start
    for order, wording in enumerate(wordings):
        # Where a person also reworded, the part points to the whole source of the duty.
        place = find_words(text, wording, start, duty.end) or Span(duty.start, duty.end, duty.line)
        start = place.end if place.end < duty.end else start
        row = {
            **convert.snapshot(duty),
            "uuid": uuid4(),
            "position": duty.position + order * step,
            "text": wording,
            "start": place.start,
            "end": place.end,
            "line": place.line,
            "doubts_settled": True,
        }
        if dated and not names_day(wording, duty.due_printed):
            row |= {"due_kind": DueKind.THROUGHOUT.value, "due_printed": "", "due_before": False, "rhythm": ""}
        rows.append(row)
    return rows
