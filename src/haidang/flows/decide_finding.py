"""Say of a finding that it is right, or why it does not matter; or leave it open again."""

from datetime import datetime
from uuid import UUID

from haidang.apps.directives import services
from haidang.apps.directives.models import REASON_LENGTH, Finding
from haidang.domain.access.viewer import Act, Viewer, require
from haidang.domain.terms.refusal import Refusal
from haidang.domain.terms.text import nfc, squash
from haidang.flows.acting import Done, perform


def decide_finding(
    *,
    actor: Viewer,
    at: datetime,
    directive_uuid: UUID,
    finding_uuid: UUID,
    state: str,
    seen: str,
    reason: str = "",
    key: str | None = None,
) -> UUID:
    """Set the finding's state (`open`, `accepted`, `ignored`); the finding's uuid.

    `seen` is the state the person saw. Refuses `finding.changed_meanwhile` when it is another by now,
    `finding.reason_missing` for ignoring without a reason, `finding.reason_long`, `not_found`, `not_allowed`.
    """
    require(actor, Act.EDIT_DUTIES)
    said = squash(nfc(reason))
    if state not in Finding.State.values:
        raise Refusal("not_found")
    if state == Finding.State.IGNORED and not said:
        raise Refusal("finding.reason_missing", "reason")
    if len(said) > REASON_LENGTH:
        raise Refusal("finding.reason_long", "reason", limit=REASON_LENGTH)

    def work() -> Done:
        finding = services.find_finding(actor, directive_uuid, finding_uuid)
        if finding.state != seen:
            raise Refusal("finding.changed_meanwhile")
        kept = said if state != Finding.State.OPEN else ""
        services.decide(finding, state=Finding.State(state), reason=kept, viewer=actor, at=at)
        return Done("finding", finding.uuid, {"directive": directive_uuid, "rule": finding.rule, "state": state})

    return perform(actor=actor, act="finding.decide", at=at, work=work, key=key)
