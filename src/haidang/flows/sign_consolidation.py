"""A leader of the issuing agency signs a consolidated report."""

from datetime import datetime
from uuid import UUID

from haidang.apps.reports import rights
from haidang.apps.reports.models import Consolidation
from haidang.apps.reports.services import consolidations
from haidang.domain.access.viewer import Act, Viewer, require
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import Done, perform
from haidang.flows.consolidation_paper import store_paper


def sign_consolidation(*, actor: Viewer, at: datetime, consolidation_uuid: UUID, key: str | None = None) -> UUID:
    """Sign a frozen consolidated report and return its uuid; the name and the authority of the post go into the paper.

    Raises `consolidation.not_issuer` for a leader of another agency, `consolidation.not_waiting` when it was signed
    already, `review.own` for whoever made it.
    """

    def work() -> Done:
        require(actor, Act.SIGN)
        found = rights.consolidation(actor, consolidation_uuid)
        consolidations.lock_consolidation(found.pk)
        made = rights.consolidation(actor, consolidation_uuid)
        if made.issuer_id != actor.agency_id:
            raise Refusal("consolidation.not_issuer")
        if made.state != Consolidation.State.FROZEN:
            raise Refusal("consolidation.not_waiting")
        if made.made_by.uuid == actor.user_uuid:
            raise Refusal("review.own")
        consolidations.mark_signed(made, actor=actor, at=at)
        document = store_paper(made, actor=actor, at=at)
        return Done("consolidation", made.uuid, {"post": str(actor.post_uuid), "document": str(document.uuid)})

    return perform(actor=actor, act="report.sign", at=at, work=work, key=key)
