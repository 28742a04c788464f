"""My duties, one task, and what is done on it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from haidang.apps.directives import queries as directives
from haidang.apps.people import queries as people
from haidang.apps.plans import queries
from haidang.apps.plans.queries import tasks as listing
from haidang.domain.terms.refusal import Refusal
from haidang.flows.reassign_task import reassign_task
from haidang.flows.update_task import CitedPaper, update_task
from haidang.flows.void_progress import void_progress
from haidang.sites.office.frame.acting import attempt
from haidang.sites.office.frame.uploads import attachment
from haidang.sites.office.plans.forms import ReasonForm
from haidang.sites.office.plans.sending import page_number
from haidang.sites.office.plans.task_forms import PaperProgressForm, ProgressForm, ReassignForm


@require_safe
def task_list(request: HttpRequest) -> HttpResponse:
    """Tasks in view: one's own first of all; whoever oversees a unit begins with all of it."""
    chosen = queries.TaskFilter(
        whose=_chosen(request, "cua", listing.WHOSE, "all" if request.viewer.oversees else "mine"),
        state=_chosen(request, "tinh-trang", listing.STATES, "open"),
        order=_chosen(request, "sap-xep", listing.ORDERS, "due"),
        words=request.GET.get("q", "").strip()[:200],
    )
    page = queries.task_list(request.viewer, chosen, today=request.today, page=page_number(request))
    return render(request, "office/plans/tasks.html", {"page": page, "chosen": chosen})


@require_safe
def task(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One task with its source, its agencies, its progress and the forms this viewer may use."""
    return _show(request, queries.task_page(request.viewer, uuid, today=request.today))


@require_POST
def update(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Keep an entry of progress."""
    page = queries.task_page(request.viewer, uuid, today=request.today)
    kind = PaperProgressForm if page.may_enter_for else ProgressForm
    form = kind(request.POST, request.FILES)
    if form.is_valid() and attempt(form, lambda: _update(request, uuid, form.cleaned_data)) is not None:
        messages.success(request, _("The progress was kept."))
        return redirect("office:task", uuid=uuid)
    return _show(request, page, progress=form)


@require_POST
def reassign(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Give the task to another lead."""
    page = queries.task_page(request.viewer, uuid, today=request.today)
    form = ReassignForm(request.POST, agencies=people.agencies(request.viewer, request.today))
    if form.is_valid() and (new := attempt(form, lambda: _reassign(request, uuid, form.cleaned_data))) is not None:
        messages.success(request, _("The task was given to another agency. The old task stays to be read."))
        return redirect("office:task", uuid=new)
    return _show(request, page, reassign=form)


@require_POST
def void(request: HttpRequest, uuid: UUID, progress: UUID) -> HttpResponse:
    """Void a mistaken entry."""
    page = queries.task_page(request.viewer, uuid, today=request.today)
    if progress not in {entry.uuid for entry in page.progress}:
        raise Refusal("not_found")
    form = ReasonForm(request.POST)
    if form.is_valid() and attempt(form, lambda: _void(request, progress, form.cleaned_data)) is not None:
        messages.success(request, _("The entry was voided; its numbers count no more."))
        return redirect("office:task", uuid=uuid)
    return _show(request, page, void=form, voiding=progress)


def _show(request: HttpRequest, page: queries.TaskPage, **filled: Any) -> HttpResponse:
    viewer, today = request.viewer, request.today
    source = directives.source_lines(viewer, (page.duty_uuid,)).get(page.duty_uuid) if page.duty_uuid else None
    values: dict[str, Any] = {"task": page, "row": page.row, "source": source, **filled}
    first = {"happened_on": today, "percent": page.row.percent}
    if page.may_work:
        values.setdefault("progress", ProgressForm(initial=first))
    elif page.may_enter_for:
        values.setdefault("progress", PaperProgressForm(initial=first))
    if page.may_reassign:
        values.setdefault("reassign", ReassignForm(agencies=people.agencies(viewer, today)))
    values.setdefault("void", ReasonForm())
    return render(request, "office/plans/task.html", values)


def _update(request: HttpRequest, uuid: UUID, typed: dict[str, Any]) -> UUID:
    paper = None
    if typed.get("paper_number"):
        scan = attachment(typed["paper_scan"]) if typed["paper_scan"] else None
        paper = CitedPaper(typed["paper_number"], typed["paper_date"], scan)
    return update_task(
        actor=request.viewer,
        at=timezone.now(),
        today=request.today,
        task_uuid=uuid,
        happened_on=typed["happened_on"],
        percent=typed["percent"],
        note=typed["note"],
        evidence=[attachment(file) for file in typed["evidence"]],
        results=typed["results"],
        paper=paper,
        key=str(typed["form_key"]),
    )


def _reassign(request: HttpRequest, uuid: UUID, typed: dict[str, Any]) -> UUID:
    return reassign_task(
        actor=request.viewer,
        at=timezone.now(),
        today=request.today,
        task_uuid=uuid,
        lead=UUID(typed["lead"]),
        reason=typed["reason"],
        key=str(typed["form_key"]),
    )


def _void(request: HttpRequest, progress: UUID, typed: dict[str, Any]) -> UUID:
    key = str(typed["form_key"])
    return void_progress(
        actor=request.viewer, at=timezone.now(), progress_uuid=progress, reason=typed["reason"], key=key
    )


def _chosen(request: HttpRequest, name: str, allowed: tuple[str, ...], usual: str) -> str:
    asked = request.GET.get(name, "")
    return asked if asked in allowed else usual
