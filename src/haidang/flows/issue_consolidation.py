"""The records clerk gives a signed consolidated report its number and its day; the machine never takes a number."""

from datetime import date, datetime
from uuid import UUID

from haidang.apps.reports import rights
from haidang.apps.reports.models import Consolidation
from haidang.apps.reports.services import consolidations
from haidang.domain.access.viewer import Act, Viewer, require
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import Done, perform
from haidang.flows.consolidation_paper import store_paper


def issue_consolidation(
    *,
    actor: Viewer,
    at: datetime,
    today: date,
    consolidation_uuid: UUID,
    number: str,
    issued_on: date,
    key: str | None = None,
) -> UUID:
    """Number and date a signed consolidated report, remake its DOCX with them, and return its uuid.

    Raises `issue.no_number`, `issue.not_yet` for a day after today, `issue.too_early` for a day before the figures were
    closed, `consolidation.not_signed`, and `not_allowed` for a clerk of another unit.
    """

    def work() -> Done:
        require(actor, Act.NUMBER)
        found = rights.consolidation(actor, consolidation_uuid)
        consolidations.lock_consolidation(found.pk)
        made = rights.consolidation(actor, consolidation_uuid)
        if made.issuer.unit.path != actor.unit_path:
            raise Refusal("not_allowed")
        if made.state != Consolidation.State.SIGNED:
            raise Refusal("consolidation.not_signed")
        if not number.strip():
            raise Refusal("issue.no_number", "number")
        if issued_on > today:
            raise Refusal("issue.not_yet", "issued_on")
        if issued_on < made.closed_on:
            raise Refusal("issue.too_early", "issued_on")
        consolidations.mark_issued(made, number=number.strip(), issued_on=issued_on)
        document = store_paper(made, actor=actor, at=at)
        return Done("consolidation", made.uuid, {"document": str(document.uuid)})

    return perform(actor=actor, act="report.issue", at=at, work=work, key=key)
