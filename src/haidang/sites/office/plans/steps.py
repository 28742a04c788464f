"""The steps of a plan on its way to issue, each a page with one form: submit, review, sign, number, amend."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from haidang.apps.people import queries as people
from haidang.apps.plans import queries
from haidang.domain.access.viewer import Act, may, require
from haidang.domain.terms.refusal import Refusal
from haidang.flows.amend_plan import amend_plan
from haidang.flows.issue_plan import issue_plan
from haidang.flows.review_plan import review_plan
from haidang.flows.sign_plan import record_signature, sign_plan
from haidang.flows.submit_plan import submit_plan
from haidang.sites.office.frame.acting import KeyedForm, attempt
from haidang.sites.office.frame.uploads import attachment
from haidang.sites.office.plans.forms import NumberForm, ReasonForm, ReviewForm, SignatureForm, SubmitForm

_ACTS = {
    "edit": Act.DRAFT_PLAN,
    "approve": Act.REVIEW_PLAN,
    "sign": Act.SIGN,
    "number": Act.NUMBER,
    "amend": Act.DRAFT_PLAN,
}

step_page = require_http_methods(["GET", "HEAD", "POST"])


def run_step(
    request: HttpRequest,
    page: queries.PlanPage,
    form: forms.Form,
    work: Callable[[dict[str, Any]], UUID],
    *,
    heading: str | Promise,
    done: str | Promise,
    button: str | Promise,
    hint: str | Promise = "",
    drop: UUID | None = None,
) -> HttpResponse:
    """Show the form, run the act, go back to the plan; what was typed is kept when the act is refused.

    `drop` is a report request that the page offers to take away instead.
    """
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(form, lambda: work({**form.cleaned_data, "at": timezone.now()})) is not None
    ):
        messages.success(request, str(done))
        return redirect("office:plan", uuid=page.uuid)
    values = {"plan": page, "form": form, "step": heading, "button": button, "hint": hint, "drop": drop}
    return render(request, "office/plans/step.html", values)


def at_turn(request: HttpRequest, uuid: UUID, turn: str) -> queries.PlanPage:
    """The plan when it is this viewer's turn. A form may be sent again when the turn is over: the flow answers that,
    here it is only asked whether the post may take such a step at all."""
    require(request.viewer, _ACTS[turn])
    page = queries.plan_page(request.viewer, uuid)
    allowed = page.owned if request.method == "POST" else page.turn == turn
    if not allowed:
        raise Refusal("not_found")
    return page


@step_page
def submit(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show the draft to superiors."""
    page = at_turn(request, uuid, "edit")
    form = SubmitForm(request.POST or None, superiors=people.superiors(request.viewer, request.today))
    return run_step(
        request,
        page,
        form,
        lambda typed: submit_plan(
            actor=request.viewer,
            at=typed["at"],
            today=request.today,
            plan_uuid=uuid,
            superiors=[UUID(post) for post in form.chosen],
            key=str(typed["form_key"]),
        ),
        heading=_("Submit for signature"),
        done=_("The plan was submitted. It waits for the first superior."),
        button=_("Submit"),
        hint=_("It is shown to one to three superiors, one after the other. While it waits it is not edited."),
    )


@step_page
def review(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A superior's answer."""
    page = at_turn(request, uuid, "approve")
    return run_step(
        request,
        page,
        ReviewForm(request.POST or None),
        lambda typed: review_plan(
            actor=request.viewer,
            at=typed["at"],
            plan_uuid=uuid,
            approved=typed["approved"] == "yes",
            note=typed["note"],
            key=str(typed["form_key"]),
        ),
        heading=_("Review the plan"),
        done=_("Your answer was kept."),
        button=_("Send the answer"),
    )


@step_page
def sign(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The leader's signature."""
    page = at_turn(request, uuid, "sign")
    return run_step(
        request,
        page,
        KeyedForm(request.POST or None),
        lambda typed: sign_plan(actor=request.viewer, at=typed["at"], plan_uuid=uuid, key=str(typed["form_key"])),
        heading=_("Sign the plan"),
        done=_("The plan was signed. It waits for its number."),
        button=_("Sign"),
        hint=_("You sign from your post, by its authority. Number and day are given by the records clerk afterwards."),
    )


@step_page
def signature(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A signature on paper, taken down with its scan."""
    page = queries.plan_page(request.viewer, uuid)
    may_post = page.owned and (may(request.viewer, Act.NUMBER) or may(request.viewer, Act.DRAFT_PLAN))
    if not (may_post if request.method == "POST" else page.may_record_signature):
        raise Refusal("not_found")
    signers = [p for p in people.superiors(request.viewer, request.today) if p.agency_name == page.issuer_name]
    return run_step(
        request,
        page,
        SignatureForm(request.POST or None, request.FILES or None, signers=signers),
        lambda typed: record_signature(
            actor=request.viewer,
            at=typed["at"],
            today=request.today,
            plan_uuid=uuid,
            post_uuid=UUID(typed["post"]),
            scan=attachment(typed["scan"]),
            key=str(typed["form_key"]),
        ),
        heading=_("Signed on paper"),
        done=_("The signature was kept with its scan. The plan waits for its number."),
        button=_("Keep the signature"),
        hint=_("For a leader who signs by hand: name the post and hand in the scan of the signed page."),
    )


@step_page
def issue(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Number and day from the records clerk."""
    page = at_turn(request, uuid, "number")
    first = {"symbol": "-".join(filter(None, ("KH", page.issuer_symbol))), "issued_on": request.today}
    return run_step(
        request,
        page,
        NumberForm(request.POST or None, initial=first),
        lambda typed: issue_plan(
            actor=request.viewer,
            at=typed["at"],
            today=request.today,
            plan_uuid=uuid,
            number=typed["number"],
            symbol=typed["symbol"],
            issued_on=typed["issued_on"],
            key=str(typed["form_key"]),
        ),
        heading=_("Number and issue"),
        done=_("The plan was issued: its tasks are open and the agencies see them."),
        button=_("Issue the plan"),
        hint=_("Take number and day from the register of outgoing documents; the machine never takes a number."),
    )


@step_page
def amend(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The next version of an issued plan."""
    page = at_turn(request, uuid, "amend")
    return run_step(
        request,
        page,
        ReasonForm(request.POST or None, label=_("Why the plan is amended")),
        lambda typed: amend_plan(
            actor=request.viewer,
            at=typed["at"],
            today=request.today,
            plan_uuid=uuid,
            reason=typed["reason"],
            key=str(typed["form_key"]),
        ),
        heading=_("Amend the plan"),
        done=_("A new version was opened. The issued version stays in force until this one is issued."),
        button=_("Open a new version"),
        hint=_("Duties added to the directive since are taken in. The new version goes the same way to its number."),
    )
