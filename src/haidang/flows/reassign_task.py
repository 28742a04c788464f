"""Give an open task to another lead; the chain between the two tasks stays visible both ways."""

from datetime import date, datetime
from uuid import UUID

from haidang.apps.directives import services as directives
from haidang.apps.plans import rights
from haidang.apps.plans.models import Task
from haidang.apps.plans.services import find, working
from haidang.apps.reports import services as reports
from haidang.apps.reports.models import Request
from haidang.domain.access.viewer import Act, Viewer, require
from haidang.domain.terms.refusal import Refusal
from haidang.domain.terms.text import nfc
from haidang.flows.acting import Done, perform


def reassign_task(
    *,
    actor: Viewer,
    at: datetime,
    today: date,
    task_uuid: UUID,
    lead: UUID,
    reason: str,
    key: str | None = None,
) -> UUID:
    """Close the task for its lead and open one for `lead`; the new task's uuid.

    Refuses `task.closed` unless it is open, `task.same_lead`, `task.lead_has_it`, `task.reason_missing`.
    """
    require(actor, Act.DRAFT_PLAN)

    def work() -> Done:
        task = find.task(actor, task_uuid)
        if not rights.drafts(actor, task.plan):
            raise Refusal("not_allowed")
        if task.state != Task.State.OPEN:
            raise Refusal("task.closed")
        agency = find.agencies(actor, [lead], today, field="lead")[0]
        if agency.pk == task.lead_id:
            raise Refusal("task.same_lead", "lead")
        if find.leads_already(task.item, agency):
            raise Refusal("task.lead_has_it", "lead")
        words = nfc(reason.strip())
        if not words:
            raise Refusal("task.reason_missing", "reason")
        new = working.reassign(task, lead=agency, reason=words, at=at)
        if task.plan.directive is not None:
            directives.distribute(task.plan.directive, [agency.pk])
        # A duty to report goes over with its task: the new lead owes what was asked of this duty, and the old one no
        # longer does unless it has begun to report.
        for request in Request.objects.filter(province_id=actor.province_id, item_uuid=task.item.uuid):
            reports.propose_obligations(request, [(agency.pk, new.uuid)])
            reports.release(request, task.lead_id)
        return Done("task", new.uuid, {"replaces": task.uuid, "from": task.lead.uuid, "to": agency.uuid})

    return perform(actor=actor, act="task.reassign", at=at, work=work, key=key)
