"""Set aside a duty that is none, and bring one back; nothing is destroyed."""

from datetime import datetime
from uuid import UUID

from haidang.apps.directives import services
from haidang.apps.directives.models import Directive
from haidang.domain.access.viewer import Viewer
from haidang.flows.duty_changes import Correction, before, correct


def delete_duty(
    *,
    actor: Viewer,
    at: datetime,
    directive_uuid: UUID,
    duty_uuid: UUID,
    revision: int,
    key: str | None = None,
) -> UUID:
    """The duty no longer stands; refuses as `correct` does."""

    def work(directive: Directive) -> Correction:
        duty = services.find_duty(directive, duty_uuid)
        earlier = before((duty,))
        services.change(duty, {"deleted": True})
        return Correction(duty.uuid, earlier)

    return correct(
        actor=actor, act="duty.delete", at=at, directive_uuid=directive_uuid, revision=revision, key=key, work=work
    )


def restore_duty(
    *,
    actor: Viewer,
    at: datetime,
    directive_uuid: UUID,
    duty_uuid: UUID,
    revision: int,
    key: str | None = None,
) -> UUID:
    """The duty stands again as it was; refuses as `correct` does."""

    def work(directive: Directive) -> Correction:
        duty = services.find_duty(directive, duty_uuid, deleted=True)
        earlier = before((duty,))
        services.change(duty, {"deleted": False})
        return Correction(duty.uuid, earlier)

    return correct(
        actor=actor, act="duty.restore", at=at, directive_uuid=directive_uuid, revision=revision, key=key, work=work
    )
