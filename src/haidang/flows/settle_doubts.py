"""A person looked at what was unsure about a duty and leaves it as it is."""

from datetime import datetime
from uuid import UUID

from haidang.apps.directives import services
from haidang.apps.directives.models import Directive
from haidang.domain.access.viewer import Viewer
from haidang.flows.duty_changes import Correction, before, correct


def settle_doubts(
    *,
    actor: Viewer,
    at: datetime,
    directive_uuid: UUID,
    duty_uuid: UUID,
    revision: int,
    key: str | None = None,
) -> UUID:
    """Settle the duty's doubts; refuses as `correct` does."""

    def work(directive: Directive) -> Correction:
        duty = services.find_duty(directive, duty_uuid)
        earlier = before((duty,))
        services.change(duty, {"doubts_settled": True})
        return Correction(duty.uuid, earlier)

    return correct(
        actor=actor, act="duty.settle", at=at, directive_uuid=directive_uuid, revision=revision, key=key, work=work
    )
