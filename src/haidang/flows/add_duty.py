"""Add a duty that the reader missed, before or after the directive was confirmed."""

from datetime import date, datetime
from uuid import UUID, uuid4

from haidang.apps.directives import services
from haidang.apps.directives.models import Directive
from haidang.apps.people.queries import bodies
from haidang.domain.access.viewer import Viewer
from haidang.domain.directives.reading import Span
from haidang.domain.terms.refusal import Refusal
from haidang.flows.duty_changes import Correction, before, correct
from haidang.flows.duty_parties import Directory
from haidang.flows.duty_places import find_words, line_span
from haidang.flows.duty_values import DutyValues, columns

# A duty that the text does not hold word for word points to no line.
NOWHERE = Span(0, 0, 0)


def add_duty(
    *,
    actor: Viewer,
    at: datetime,
    today: date,
    directive_uuid: UUID,
    revision: int,
    values: DutyValues,
    line: int | None = None,
    key: str | None = None,
) -> UUID:
    """Add the duty where its words stand in the source, or at the given `line`; its uuid.

    Allowed after confirmation too: a plan takes it up as an amendment. Refuses `duty.no_such_line`, what
    `duty_values.columns` refuses, and `duty.added_already`: a person added these words for these bodies before.
    """

    def work(directive: Directive) -> Correction:
        place = _place(directive, values.text, line)
        row = columns(values, Directory(bodies(actor, today)))
        added = services.duties_of(directive).filter(origin="person", text=row["text"])
        if any(duty.parties == row["parties"] for duty in added):
            raise Refusal("duty.added_already", "text")
        row |= {"uuid": uuid4(), "origin": "person", "position": _position(directive, place)}
        row |= {"start": place.start, "end": place.end, "line": place.line}
        made = services.add_duties(directive, (row,))
        return Correction(made[0].uuid, before((), made))

    return correct(
        actor=actor,
        act="duty.add",
        at=at,
        directive_uuid=directive_uuid,
        revision=revision,
        key=key,
        work=work,
        after_confirmation=True,
    )


def _place(directive: Directive, words: str, line: int | None) -> Span:
    text = directive.text
    if line is None:
        return _first_free(directive, words)
    whole = line_span(text, line)
    if whole is None:
        raise Refusal("duty.no_such_line", "line", lines=text.count("\n") + 1)
    found = find_words(text, words, whole.start)
    return found if found is not None and found.line == line else whole


def _first_free(directive: Directive, words: str) -> Span:
    """The first place of the words where no duty stands yet: the same order may be given under several headings."""
    first = found = find_words(directive.text, words)
    while found is not None:
        if not services.duties_of(directive).filter(start__lte=found.start, end__gt=found.start).exists():
            return found
        found = find_words(directive.text, words, found.end)
    return first or NOWHERE


def _position(directive: Directive, place: Span) -> float:
    """After the last duty that begins before it in the text; at the end when it stands nowhere."""
    earlier = services.duties_of(directive).filter(start__lte=place.start, line__gt=0).order_by("-position").first()
    if place.line == 0:
        return services.next_position(directive)
    if earlier is None:
        return services.between(directive, 0.0) / 2
    return (earlier.position + services.between(directive, earlier.position)) / 2
