"""Correct the wording, the bodies or the due time of a duty."""

from datetime import date, datetime
from uuid import UUID

from haidang.apps.directives import convert, services
from haidang.apps.directives.models import Directive
from haidang.apps.people.queries import bodies
from haidang.domain.access.viewer import Viewer
from haidang.flows.duty_changes import Correction, before, correct
from haidang.flows.duty_parties import Directory
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
    """Write what the person typed; the place in the source stays. Refuses as `duty_values.columns` and `correct` do."""

    def work(directive: Directive) -> Correction:
        duty = services.find_duty(directive, duty_uuid)
        earlier = before((duty,))
        services.change(duty, columns(values, Directory(bodies(actor, today)), convert.duty(duty)))
        return Correction(duty.uuid, earlier)

    return correct(
        actor=actor, act="duty.edit", at=at, directive_uuid=directive_uuid, revision=revision, key=key, work=work
    )
