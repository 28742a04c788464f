"""Pages of a plan in draft: begin it, its facts, its duties and who gets them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from haidang.apps.directives import queries as directives
from haidang.apps.people import queries as people
from haidang.apps.plans import queries
from haidang.domain.access.viewer import Act, Viewer, require
from haidang.domain.terms.refusal import Refusal
from haidang.domain.terms.text import sentence_case
from haidang.flows.add_item import add_item
from haidang.flows.draft_plan import draft_plan
from haidang.flows.edit_plan import edit_plan
from haidang.sites.office.frame.acting import attempt
from haidang.sites.office.plans.forms import ItemForm, PlanFactsForm, PlanForm
from haidang.sites.office.plans.steps import at_turn, run_step, step_page


@step_page
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a plan from a confirmed directive (`?van-ban=`), or an empty one of the agency's own."""
    require(request.viewer, Act.DRAFT_PLAN)
    source = _source(request)
    issuers = people.issuers(request.viewer, request.today)
    form = PlanForm(request.POST or None, issuers=issuers, initial=_first(source, request.today.year))
    if request.method == "POST" and form.is_valid():
        typed = dict(form.cleaned_data)
        key = str(typed.pop("form_key"))
        done = attempt(form, lambda: _draft(request, source, key, typed))
        if done is not None:
            messages.success(request, _("The plan was drafted. Look at who gets which duty, then submit it."))
            return redirect("office:plan", uuid=done)
    return render(request, "office/plans/begin.html", {"form": form, "source": source})


@step_page
def facts(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Change the plan's own facts."""
    page = at_turn(request, uuid, "edit")
    now = {name: getattr(page, name) for name in ("title", "year", "starts", "ends", "aims", "funds")}
    issuers = people.issuers(request.viewer, request.today)
    form = PlanFactsForm(request.POST or None, issuers=issuers, initial={**now, "issuer": str(page.issuer_uuid)})

    def work(typed: dict[str, Any]) -> UUID:
        issuer, key = UUID(typed.pop("issuer")), str(typed.pop("form_key"))
        return edit_plan(
            actor=request.viewer, today=request.today, plan_uuid=uuid, issuer_uuid=issuer, key=key, **typed
        )

    return run_step(
        request,
        page,
        form,
        work,
        heading=gettext_lazy("Facts of the plan"),
        done=gettext_lazy("The plan was changed."),
        button=gettext_lazy("Save"),
    )


@step_page
def new_item(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Add a duty of the plan's own."""
    page = at_turn(request, uuid, "edit")
    form = ItemForm(request.POST or None, initial={"kind": "throughout"})
    if request.method == "POST" and form.is_valid():
        typed = dict(form.cleaned_data)
        key = str(typed.pop("form_key"))
        done = attempt(
            form, lambda: add_item(actor=request.viewer, at=timezone.now(), plan_uuid=uuid, key=key, **typed)
        )
        if done is not None:
            messages.success(request, _("The duty was added. Now give it to an agency."))
            return redirect("office:plan-item", uuid=done)
    values = {"plan": page, "form": form, "step": _("Add a duty of our own"), "button": _("Add")}
    return render(request, "office/plans/step.html", values)


def _source(request: HttpRequest) -> directives.ConfirmedDirective | None:
    asked = request.GET.get("van-ban")
    if not asked:
        return None
    try:
        return directives.confirmed(request.viewer, UUID(asked))
    except ValueError:
        raise Refusal("not_found") from None


def _first(source: directives.ConfirmedDirective | None, year: int) -> dict[str, object]:
    if source is None:
        return {"year": year}
    title = sentence_case(source.head.title).removeprefix("Kế hoạch ")
    printed = source.head.issued_on[:4]
    return {"title": title[:1].upper() + title[1:], "year": int(printed) if printed.isdigit() else year}


def _draft(request: HttpRequest, source: directives.ConfirmedDirective | None, key: str, typed: dict[str, Any]) -> UUID:
    viewer: Viewer = request.viewer
    return draft_plan(
        actor=viewer,
        at=timezone.now(),
        today=request.today,
        directive_uuid=source.head.uuid if source else None,
        issuer_uuid=UUID(typed.pop("issuer")),
        key=key,
        **typed,
    )


def editable_item(request: HttpRequest, uuid: UUID) -> tuple[queries.PlanPage, queries.ItemRow]:
    """A duty and its plan, while the plan is this viewer's to edit."""
    require(request.viewer, Act.DRAFT_PLAN)
    plan, item = queries.item_row(request.viewer, uuid, today=request.today)
    if not (plan.drafts if request.method == "POST" else plan.turn == "edit"):
        raise Refusal("not_found")
    return plan, item
