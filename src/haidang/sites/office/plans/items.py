"""One duty of a plan in draft: give it, declare it unowned, set its day, withdraw it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from haidang.apps.people import queries as people
from haidang.apps.plans.queries import ItemRow
from haidang.flows.declare_unowned import declare_unowned
from haidang.flows.give_duty import give_duty
from haidang.flows.set_due import set_due
from haidang.flows.withdraw_item import restore_item, withdraw_item
from haidang.sites.office.frame.acting import KeyedForm, attempt
from haidang.sites.office.plans.drafting import editable_item
from haidang.sites.office.plans.forms import DueForm, GiveForm, ReasonForm


@require_safe
def item(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The duty with its forms as it stands."""
    return _show(request, uuid)


@require_POST
def give(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Give the duty to the agencies ticked and named."""
    form = GiveForm(request.POST, agencies=people.agencies(request.viewer, request.today))

    def work(typed: dict[str, Any]) -> UUID:
        return give_duty(
            actor=request.viewer,
            at=timezone.now(),
            today=request.today,
            item_uuid=uuid,
            leads=[UUID(value) for value in typed["leads"]],
            named=[line.strip() for line in typed["named"].splitlines() if line.strip()],
            cooperating=[UUID(value) for value in typed["cooperating"]],
            answering=UUID(typed["answering"]) if typed["answering"] else None,
            key=str(typed["form_key"]),
        )

    return _act(request, uuid, "give", form, work, _("The duty was given."))


@require_POST
def declare(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Say why nobody gets the duty."""
    form = ReasonForm(request.POST)

    def work(typed: dict[str, Any]) -> UUID:
        return declare_unowned(
            actor=request.viewer, at=timezone.now(), item_uuid=uuid, reason=typed["reason"], key=str(typed["form_key"])
        )

    return _act(request, uuid, "declare", form, work, _("The duty was declared to be given to nobody."))


@require_POST
def due(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Set when the duty is due."""
    form = DueForm(request.POST)

    def work(typed: dict[str, Any]) -> UUID:
        key = str(typed.pop("form_key"))
        return set_due(actor=request.viewer, at=timezone.now(), item_uuid=uuid, key=key, **typed)

    return _act(request, uuid, "due", form, work, _("The due time was set."))


@require_POST
def withdraw(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take the duty out of the plan."""
    plan, row = editable_item(request, uuid)
    done = attempt(form := KeyedForm(request.POST), lambda: _withdraw(request, form, uuid)) if row else None
    if done is None:
        return _show(request, uuid, withdraw=form)
    messages.success(request, str(_("The duty was taken out of the plan.")))
    return redirect("office:plan", uuid=plan.uuid)


@require_POST
def restore(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Put a duty back that this version was to withdraw."""
    form = KeyedForm(request.POST)

    def work(typed: dict[str, Any]) -> UUID:
        key = str(typed["form_key"])
        return restore_item(actor=request.viewer, at=timezone.now(), item_uuid=uuid, key=key)

    return _act(request, uuid, "withdraw", form, work, _("The duty stays in the plan."))


def _withdraw(request: HttpRequest, form: forms.Form, uuid: UUID) -> UUID:
    key = str(form.cleaned_data["form_key"]) if form.is_valid() else None
    return withdraw_item(actor=request.viewer, at=timezone.now(), item_uuid=uuid, key=key)


def _act(
    request: HttpRequest,
    uuid: UUID,
    name: str,
    form: forms.Form,
    work: Callable[[dict[str, Any]], UUID],
    done: str | Promise,
) -> HttpResponse:
    """Run one of the forms; then to what nobody owns yet, or back to the plan; else the page again as it was typed."""
    if form.is_valid() and attempt(form, lambda: work(dict(form.cleaned_data))) is not None:
        messages.success(request, str(done))
        plan, _row = editable_item(request, uuid)
        address = reverse("office:plan", kwargs={"uuid": plan.uuid})
        return redirect(f"{address}?chi=chua-giao" if plan.unowned else address)
    return _show(request, uuid, **{name: form})


def _show(request: HttpRequest, uuid: UUID, **filled: forms.Form) -> HttpResponse:
    plan, row = editable_item(request, uuid)
    values = {
        "plan": plan,
        "item": row,
        "give": filled.get("give") or _give_form(request, row),
        "declare": filled.get("declare") or ReasonForm(initial={"reason": row.unowned_reason}),
        "due": filled.get("due")
        or DueForm(
            initial={
                "kind": row.due.kind,
                "day": row.due.printed_day,
                "before": row.due.before,
                "rhythm": row.due.rhythm,
            }
        ),
        "withdraw": filled.get("withdraw") or KeyedForm(),
    }
    return render(request, "office/plans/item.html", values)


def _give_form(request: HttpRequest, row: ItemRow) -> GiveForm:
    helpers = {str(mark.uuid) for task in row.tasks for mark in task.cooperating}
    answering = next((str(task.lead.uuid) for task in row.tasks if task.answering), "")
    return GiveForm(
        agencies=people.agencies(request.viewer, request.today),
        initial={
            "leads": [str(task.lead.uuid) for task in row.tasks],
            "cooperating": sorted(helpers),
            "answering": answering,
        },
    )
