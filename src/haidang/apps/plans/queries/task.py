"""One task: its words, agencies, progress with evidence and numbers, and the tasks before and after it."""

from datetime import date
from uuid import UUID

from django.db.models import Prefetch

from haidang.apps.plans import rights, scope
from haidang.apps.plans.convert import item_task, mark, task_row
from haidang.apps.plans.models import Cooperation, Evidence, Progress, Result, Task
from haidang.apps.plans.queries.tasks import listed
from haidang.apps.plans.rows import ChainRow, EvidenceRow, ProgressRow, RecordedNumber, TaskPage
from haidang.domain.access.viewer import Viewer
from haidang.domain.indicators import catalogue
from haidang.domain.terms.refusal import Refusal


def task_page(viewer: Viewer, uuid: UUID, *, today: date) -> TaskPage:
    """The task in view; refused as `not_found` when it is not."""
    helpers = Prefetch("cooperations", Cooperation.objects.select_related("agency").order_by("agency__order"))
    task = (
        listed(scope.tasks(viewer).filter(uuid=uuid))
        .select_related("plan__agency", "item__duty", "lead__unit", "replaces__lead")
        .prefetch_related(helpers)
        .first()
    )
    if task is None:
        raise Refusal("not_found")
    fellows = (
        scope.tasks(viewer)
        .filter(item=task.item_id)
        .exclude(pk=task.pk)
        .exclude(state__in=(Task.State.REASSIGNED, Task.State.WITHDRAWN))
        .select_related("lead")
        .prefetch_related(helpers)
        .order_by("lead__order")
    )
    progress = _progress(task)
    running = task.state in (Task.State.OPEN, Task.State.DONE)
    works, enters_for = rights.works(viewer, task), rights.enters_for(viewer, task)
    return TaskPage(
        row=task_row(task, today),
        item_uuid=task.item.uuid,
        duty_uuid=task.item.duty.uuid if task.item.duty else None,
        written_lead=task.written_lead,
        answering=task.answering,
        is_report=task.item.is_report,
        reason=task.reason,
        opened_at=task.opened_at,
        cooperating=tuple(mark(c.agency) for c in task.cooperations.all()),
        fellow_leads=tuple(item_task(fellow, today) for fellow in fellows),
        progress=tuple(_progress_row(p) for p in progress),
        before=_chain(task.replaces) if task.replaces else None,
        after=tuple(_chain(later) for later in task.replaced_by.select_related("lead").order_by("id")),
        lead_uses_system=task.lead.uses_system,
        may_work=running and works,
        may_enter_for=running and enters_for,
        may_reassign=task.state == Task.State.OPEN and rights.drafts(viewer, task.plan),
        voidable=frozenset(
            p.uuid for p in progress if p.voided_at is None and (works if not p.entered_for else enters_for)
        )
        if running
        else frozenset(),
    )


def _progress(task: Task) -> list[Progress]:
    evidence = Prefetch("evidence", Evidence.objects.select_related("file").order_by("-is_source", "id"))
    entries = task.progress.select_related("agency", "entered_by").prefetch_related(evidence, "results")
    return list(entries.order_by("-happened_on", "-entered_at", "-id"))


def _progress_row(entry: Progress) -> ProgressRow:
    return ProgressRow(
        uuid=entry.uuid,
        happened_on=entry.happened_on,
        percent=entry.percent,
        note=entry.note,
        agency_name=entry.agency.name,
        entered_for=entry.entered_for,
        source_document=entry.source_document,
        source_date=entry.source_date,
        entered_by=entry.entered_by.full_name,
        entered_at=entry.entered_at,
        voided_at=entry.voided_at,
        void_reason=entry.void_reason,
        results=tuple(_number(r) for r in entry.results.all()),
        evidence=tuple(EvidenceRow(e.file.uuid, e.file.label, e.file.size, e.is_source) for e in entry.evidence.all()),
    )


def _number(result: Result) -> RecordedNumber:
    indicator = catalogue.indicator(result.indicator)
    return RecordedNumber(result.uuid, indicator.code, indicator.name, indicator.unit, result.value)


def _chain(task: Task) -> ChainRow:
    return ChainRow(task.uuid, task.lead.name, task.state, task.reason)
