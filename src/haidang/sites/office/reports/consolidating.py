"""The consolidated report: put together, frozen, its figures taken apart, signed and numbered."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from haidang.apps.people import queries as people
from haidang.apps.reports import queries
from haidang.apps.reports.queries import Assembled
from haidang.flows.consolidate_period import Chosen, Words, consolidate_period
from haidang.flows.issue_consolidation import issue_consolidation
from haidang.flows.sign_consolidation import sign_consolidation
from haidang.sites.office.frame.acting import KeyedForm, attempt
from haidang.sites.office.frame.asking import page_number
from haidang.sites.office.reports.downloading import attached
from haidang.sites.office.reports.forms import ConsolidateForm, IssueForm


@require_http_methods(["GET", "HEAD", "POST"])
def consolidate(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Edit the assembled words, then freeze."""
    start = queries.assembled(request.viewer, uuid)
    form = ConsolidateForm(people.issuers(request.viewer, request.today), request.POST or None, initial=_initial(start))
    if request.method == "POST" and form.is_valid():
        if made := attempt(form, lambda: _freeze(request, uuid, form)):
            messages.success(request, _("The figures are frozen and the document is made. It waits for its signature."))
            return redirect("office:consolidation", uuid=made)
        # Having been told that other versions are accepted now, the person goes on with those.
        form.data = form.data.copy()
        form.data["seen"] = start.seen
    return render(request, "office/reports/consolidate.html", {"start": start, "form": form})


def _initial(start: Assembled) -> dict[str, object]:
    return {
        "summary": start.summary,
        "difficulties": start.difficulties,
        "proposals": start.proposals,
        "issuer": str(start.collector_uuid),
        "symbol": start.symbol,
        "seen": start.seen,
    }


def _freeze(request: HttpRequest, uuid: UUID, form: ConsolidateForm) -> UUID:
    said = form.cleaned_data
    return consolidate_period(
        actor=request.viewer,
        at=timezone.now(),
        today=request.today,
        request_uuid=uuid,
        chosen=Chosen(
            words=Words(said["summary"], said["difficulties"], said["proposals"]),
            issuer_uuid=UUID(said["issuer"]),
            symbol=said["symbol"],
            seen=said["seen"],
        ),
        key=str(said["form_key"]),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def consolidation(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A consolidated report; for the records clerk with the form for number and date."""
    page = queries.consolidation_page(request.viewer, uuid)
    form = IssueForm(request.POST or None, initial={"issued_on": request.today})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        ask = {"actor": request.viewer, "at": timezone.now(), "today": request.today, "consolidation_uuid": uuid}
        given = {"number": said["number"], "issued_on": said["issued_on"], "key": str(said["form_key"])}
        if attempt(form, lambda: issue_consolidation(**ask, **given)):
            messages.success(request, _("The report is issued. The document now bears its number and date."))
            return redirect("office:consolidation", uuid=uuid)
    changed = [figure for figure in page.figures if figure.changed]
    return render(request, "office/reports/consolidation.html", {"made": page, "form": form, "changed": changed})


@require_POST
def sign(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Sign as the leader of the issuing agency."""
    form = KeyedForm(request.POST)
    key = str(form.cleaned_data["form_key"]) if form.is_valid() else None
    sign_consolidation(actor=request.viewer, at=timezone.now(), consolidation_uuid=uuid, key=key)
    messages.success(request, _("The report is signed. It waits for its number."))
    return redirect("office:consolidation", uuid=uuid)


@require_safe
def figure(request: HttpRequest, uuid: UUID, code: str) -> HttpResponse:
    """One frozen total by agency and report version."""
    found = queries.figure_page(request.viewer, uuid, code, page=page_number(request))
    return render(request, "office/reports/figure.html", {"found": found})


@require_safe
def document(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The DOCX."""
    return attached(queries.document(request.viewer, uuid))
