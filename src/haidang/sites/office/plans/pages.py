"""The list of plans, one plan, and its documents."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from haidang.apps.plans import queries
from haidang.apps.plans.queries import list as listing
from haidang.domain.access.viewer import Act, may
from haidang.flows.plan_document import preview
from haidang.flows.plan_requests import requests_of_plan
from haidang.sites.office.plans.sending import page_number, send


@require_safe
def plan_list(request: HttpRequest) -> HttpResponse:
    """Plans in view, newest first."""
    state = request.GET.get("tinh-trang", "")
    chosen = queries.PlanFilter(
        state=state if state in listing.STATES else "any", words=request.GET.get("q", "").strip()[:200]
    )
    page = queries.plan_list(request.viewer, chosen, today=request.today, page=page_number(request))
    values = {"page": page, "chosen": chosen, "may_draft": may(request.viewer, Act.DRAFT_PLAN)}
    return render(request, "office/plans/list.html", values)


@require_safe
def plan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One plan: what is next, its duties by lead, the reports it asks for, its versions."""
    found = queries.plan_page(request.viewer, uuid)
    only = "unowned" if request.GET.get("chi") == "chua-giao" else ""
    items = queries.items_page(request.viewer, found, today=request.today, page=page_number(request), only=only)
    values = {
        "plan": found,
        "items": items,
        "only": only,
        "requests": requests_of_plan(request.viewer, found),
        "editing": found.turn == "edit",
    }
    return render(request, "office/plans/plan.html", values)


@require_safe
def draft_document(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The version on its way as a document marked as a draft."""
    return send(preview(request.viewer, uuid, today=request.today))


@require_safe
def issued_document(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The document of an issued version, as it was issued."""
    return send(queries.issued_document(request.viewer, uuid))


@require_safe
def file(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Evidence on a task, or the scan of a signed plan."""
    return send(queries.evidence(request.viewer, uuid))
