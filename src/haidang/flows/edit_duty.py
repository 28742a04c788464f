"""Correct the wording, the bodies or the due time of a duty."""

from datetime import date, datetime
from uuid import UUID

from haidang.apps.directives import convert, services
from haidang.apps.directives.models import Directive
from haidang.apps.people.queries import bodies
from haidang.domain.access.viewer import Viewer
from haidang.domain.directives.reading import Span
from haidang.flows.duty_changes import Correction, before, correct
from haidang.flows.duty_parties import Directory
from haidang.flows.duty_places import place_of
from haidang.flows.duty_values import DutyValues, columns


def edit_duty(
    *,
    actor: Viewer,
    at: datetime,
    today: date,
    directive_uuid: UUID,
    duty_uuid: UUID,
    revision: int,
    values: DutyValues,
    key: str | None = None,
) -> UUID:
    """Write what the person typed. The place in the source follows the new words where they stand there too, and stays
    where it is for words of the person's own. Refuses as `duty_values.columns` and `correct` do."""

    def work(directive: Directive) -> Correction:
        duty = services.find_duty(directive, duty_uuid)
        earlier = before((duty,))
        row = columns(values, Directory(bodies(actor, today)), convert.duty(duty))
        if row["text"] != duty.text:
            place = place_of(directive.text, row["text"], Span(duty.start, duty.end, duty.line))
            row |= {"start": place.start, "end": place.end, "line": place.line}
        services.change(duty, row)
        return Correction(duty.uuid, earlier)

    return correct(
        actor=actor, act="duty.edit", at=at, directive_uuid=directive_uuid, revision=revision, key=key, work=work
    )
