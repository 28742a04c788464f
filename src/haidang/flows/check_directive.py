"""Check a directive by every rule; what was found is kept, and what a person decided about it stays."""

from datetime import date, datetime
from uuid import UUID

from haidang.apps.directives import convert, queries, scope, services
from haidang.domain.access.viewer import Act, Viewer, require
from haidang.domain.checks.checker import check
from haidang.domain.checks.findings import Checked
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import Done, perform


def check_directive(*, actor: Viewer, at: datetime, today: date, directive_uuid: UUID, key: str | None = None) -> UUID:
    """Run the rules anew over the latest reading; the directive's uuid. Refuses `not_found`, `not_allowed`.

    Allowed after confirmation too: a finding changes no duty.
    """
    require(actor, Act.EDIT_DUTIES)
    directive = scope.find(actor, directive_uuid)
    if not scope.works_on(actor, directive):
        raise Refusal("not_allowed")
    reading = convert.whole(directive.readings.latest("made_at", "id"), directive.text)
    # Before the act: while it runs, other acts of the province wait.
    laid = queries.layout(actor, directive_uuid)
    checked = check(reading, today=today, scanned=laid is not None and laid.scanned)

    def work() -> Done:
        services.keep_check(directive, checked, viewer=actor, at=at)
        return Done("directive", directive.uuid, what_was_found(checked))

    return perform(actor=actor, act="directive.check", at=at, work=work, key=key)


def what_was_found(checked: Checked) -> dict[str, object]:
    """What the ledger says of a check: how many findings by which rulebook."""
    return {"findings": len(checked.findings), "checks": checked.rulebook}
