"""What the check found: deciding about a finding, checking anew, the check report as a page and as a document."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import get_language, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from haidang.apps.directives import queries
from haidang.domain.access.viewer import Act, require
from haidang.domain.checks.outcomes import rule_table
from haidang.domain.terms.refusal import Refusal
from haidang.flows.check_directive import check_directive
from haidang.flows.decide_finding import decide_finding
from haidang.flows.finding_paper import check_paper
from haidang.sites.office.directives.acts import pressed_once
from haidang.sites.office.directives.addresses import reading_address
from haidang.sites.office.directives.forms import FindingForm
from haidang.sites.office.directives.reading import finding_counts, printed_day
from haidang.sites.office.directives.wording import kind_words
from haidang.sites.office.frame.acting import KeyedForm, attempt

# A page lists so many findings; the document has all of them.
_MOST_FINDINGS = 300


@require_http_methods(["GET", "HEAD", "POST"])
def finding(request: HttpRequest, uuid: UUID, finding: UUID) -> HttpResponse:
    """One finding and the form for a reason; what was typed stays when the decision is refused."""
    require(request.viewer, Act.EDIT_DUTIES)
    view = queries.view(request.viewer, uuid)
    if not view.adds:
        raise Refusal("not_allowed")
    row = queries.finding(request.viewer, uuid, finding)
    back = reading_address(uuid, finding=finding)
    form = FindingForm(request.POST or None, initial={"state": "ignored", "seen": row.state, "reason": row.reason})
    if request.method == "POST" and form.is_valid():
        typed = {name: form.cleaned_data[name] for name in ("state", "seen", "reason")}
        known = {"actor": request.viewer, "at": timezone.now(), "key": str(form.cleaned_data["form_key"])}
        known |= {"directive_uuid": uuid, "finding_uuid": finding}
        if typed["state"] != "ignored":
            pressed_once(request, lambda: decide_finding(**known, **typed))
            return redirect(back)
        if attempt(form, lambda: decide_finding(**known, **typed)) is not None:
            return redirect(back)
        form.show_again(row.state)
    context = {"view": view, "row": row, "form": form, "back": back}
    return render(request, "office/directives/finding_page.html", context)


@require_POST
def check(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Check the document anew."""
    form = KeyedForm(request.POST)
    if not form.is_valid():
        raise Refusal("not_found")
    known = {"actor": request.viewer, "at": timezone.now(), "key": form.cleaned_data["form_key"].hex}
    check_directive(today=request.today, directive_uuid=uuid, **known)
    found = len(queries.finding_places(request.viewer, uuid))
    words = ngettext(
        "The document was checked: %(count)s finding.", "The document was checked: %(count)s findings.", found
    )
    messages.success(request, words % {"count": found})
    return redirect(f"{reading_address(uuid)}?xem=phat-hien")


@require_safe
def report(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The check report: what each rule said, and every finding with its decision."""
    view = queries.view(request.viewer, uuid)
    found = queries.findings(request.viewer, uuid)
    last = queries.last_check(request.viewer, uuid)
    context = {
        "view": view,
        "kind": kind_words(view.head.kind),
        "issued_on": printed_day(view.head.issued_on),
        "check": last,
        "rules": rule_table(last.outcomes, get_language() or "vi") if last else (),
        "findings": found[:_MOST_FINDINGS],
        "found": len(found),
        "left_off": max(0, len(found) - _MOST_FINDINGS),
        "to_decide": sum(row.open for row in found),
        "finding_counts": finding_counts(row.severity for row in found),
    }
    return render(request, "office/directives/check.html", context)


@require_safe
def document(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The check report as a Word file, made on demand and kept nowhere."""
    data, label, media_type = check_paper(actor=request.viewer, today=request.today, directive_uuid=uuid)
    response = HttpResponse(data, content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(True, label)
    return response
