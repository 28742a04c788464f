"""An agency writes its report: begin, enter, send, say that nothing arose, correct; or the standing agency for it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from haidang.apps.reports import queries
from haidang.apps.reports.queries import ReportPage
from haidang.domain.indicators import catalogue
from haidang.domain.terms.refusal import Refusal
from haidang.flows.correct_report import correct_report
from haidang.flows.enter_report_for import Paper, enter_report_for
from haidang.flows.report_cells import doubts, live_report
from haidang.flows.report_nil import report_nil
from haidang.flows.save_report import save_report
from haidang.flows.start_report import start_report
from haidang.flows.submit_report import submit_report
from haidang.sites.office.frame.acting import KeyedForm, attempt
from haidang.sites.office.reports.entry_form import EntryForm
from haidang.sites.office.reports.forms import CorrectForm, NilForm, PaperForm
from haidang.sites.office.reports.reviewing import show


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A version: its entry while it is a draft of the viewer's, else as it was sent."""
    page = queries.report_page(request.viewer, uuid)
    return _entry(request, page) if page.may_write else show(request, page)


def _entry(request: HttpRequest, page: ReportPage) -> HttpResponse:
    asked = catalogue.form(page.form_code)
    cells = live_report(request.viewer, page.uuid)
    form = EntryForm(asked, cells, page.returned_notes, request.POST or None, initial=_words(page))
    if request.method == "POST" and form.is_valid() and attempt(form, lambda: _keep(request, page.uuid, form)):
        sent = request.POST.get("act") == "send"
        messages.success(request, _("The report was sent.") if sent else _("The draft was saved; nothing was sent."))
        return redirect("office:report", uuid=page.uuid)
    found = [(catalogue.indicator(d.smaller), catalogue.indicator(d.larger)) for d in doubts(asked, cells)]
    empty = sum(not cell.lines and cell.emptiness is None for cell in cells.values())
    values = {"report": page, "form": form, "doubts": found, "empty": empty}
    return render(request, "office/reports/entry.html", values)


def _keep(request: HttpRequest, uuid: UUID, form: EntryForm) -> UUID:
    key = str(form.cleaned_data["form_key"])
    ask = {"actor": request.viewer, "at": timezone.now(), "report_uuid": uuid, "typed": form.typed(), "key": key}
    if request.POST.get("act") == "send":
        return submit_report(**ask, insist=form.cleaned_data["insist"])
    return save_report(**ask)


def _words(page: ReportPage) -> dict[str, str]:
    return {"narrative": page.narrative, "difficulties": page.difficulties, "proposals": page.proposals}


@require_POST
def start(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Begin, or go on with, my agency's report."""
    form = KeyedForm(request.POST)
    key = str(form.cleaned_data["form_key"]) if form.is_valid() else None
    draft = start_report(actor=request.viewer, at=timezone.now(), obligation_uuid=uuid, key=key)
    return redirect("office:report", uuid=draft)


@require_http_methods(["GET", "HEAD", "POST"])
def nil(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The second tap asks, the third sends: nothing arose."""
    owed = queries.obligation(request.viewer, uuid, today=request.today)
    if not (owed.may_write or owed.may_enter_for):
        raise Refusal("not_found")
    form = NilForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        ask = {"actor": request.viewer, "at": timezone.now(), "obligation_uuid": uuid, "key": str(said["form_key"])}
        if attempt(form, lambda: report_nil(**ask, note=said["note"], insist=said["insist"])):
            messages.success(request, _("The report that nothing arose was sent."))
            return redirect("office:reports")
    questioned = "insist" in form.errors or "note" in form.errors
    return render(request, "office/reports/nil.html", {"owed": owed, "form": form, "questioned": questioned})


@require_http_methods(["GET", "HEAD", "POST"])
def enter_for(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take a report from paper for a body that does not use the system."""
    owed = queries.obligation(request.viewer, uuid, today=request.today)
    if not owed.may_enter_for:
        raise Refusal("not_found")
    form = PaperForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and (draft := attempt(form, lambda: _take(request, uuid, form))):
        messages.success(request, _("The document is kept. Now enter its figures and send the report."))
        return redirect("office:report", uuid=draft)
    return render(request, "office/reports/enter_for.html", {"owed": owed, "form": form})


def _take(request: HttpRequest, uuid: UUID, form: PaperForm) -> UUID:
    said = form.cleaned_data
    return enter_report_for(
        actor=request.viewer,
        at=timezone.now(),
        today=request.today,
        obligation_uuid=uuid,
        paper=Paper(said["document"], said["dated"], said["arrived_on"], form.attachment()),
        reason=said["reason"],
        key=str(said["form_key"]),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Correct an accepted report: give the reason, then enter the next version."""
    page = queries.report_page(request.viewer, uuid)
    if not page.may_correct:
        raise Refusal("not_found")
    form = CorrectForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        ask = {"actor": request.viewer, "at": timezone.now(), "report_uuid": uuid, "key": str(said["form_key"])}
        if draft := attempt(form, lambda: correct_report(**ask, reason=said["reason"])):
            messages.success(request, _("The accepted version stands until the correction is accepted."))
            return redirect("office:report", uuid=draft)
    return render(request, "office/reports/correct.html", {"report": page, "form": form})
