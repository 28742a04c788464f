"""The reports that a plan in draft asks for: ask, change, drop."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from haidang.flows.change_report_request import change_report_request, drop_report_request
from haidang.flows.plan_requests import proposed_request
from haidang.flows.request_report import request_report
from haidang.sites.office.frame.acting import KeyedForm
from haidang.sites.office.plans.forms import ReportRequestForm
from haidang.sites.office.plans.steps import at_turn, run_step, step_page


@step_page
def new_report(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Ask for a report on a day that the person gives."""
    page = at_turn(request, uuid, "edit")

    def work(typed: dict[str, Any]) -> UUID:
        key = str(typed.pop("form_key"))
        return request_report(actor=request.viewer, plan_uuid=uuid, key=key, **typed)

    return run_step(
        request,
        page,
        ReportRequestForm(request.POST or None),
        work,
        heading=gettext_lazy("Ask for a report"),
        done=gettext_lazy("The report will be asked for when the plan is issued."),
        button=gettext_lazy("Add the report"),
        hint=gettext_lazy("Every lead agency of the plan will owe it."),
    )


@step_page
def change(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Give a report that the plan will ask for another name, day or table."""
    plan, asked = proposed_request(request.viewer, uuid)
    page = at_turn(request, plan, "edit")
    now = {"title": asked.title, "due": asked.day_words, "before": asked.due_before, "form": asked.form}

    def work(typed: dict[str, Any]) -> UUID:
        key = str(typed.pop("form_key"))
        return change_report_request(actor=request.viewer, request_uuid=uuid, key=key, **typed)

    return run_step(
        request,
        page,
        ReportRequestForm(request.POST or None, initial=now),
        work,
        heading=gettext_lazy("Change the report that is asked for"),
        done=gettext_lazy("The report that is asked for was changed."),
        button=gettext_lazy("Save"),
        drop=uuid,
    )


@require_POST
def drop(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Ask for this report no longer."""
    form = KeyedForm(request.POST)
    form.full_clean()
    key = str(form.cleaned_data.get("form_key") or "") or None
    plan = drop_report_request(actor=request.viewer, at=timezone.now(), request_uuid=uuid, key=key)
    messages.success(request, _("The report is no longer asked for."))
    return redirect("office:plan", uuid=plan)
