"""A report that was sent: read it, follow a figure to its tasks, accept it or return it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from haidang.apps.plans import queries as plans
from haidang.apps.reports import queries
from haidang.apps.reports.queries import ReportPage
from haidang.domain.indicators import amounts, catalogue
from haidang.domain.terms.refusal import Refusal
from haidang.flows.report_cells import live_report
from haidang.flows.review_report import review_report
from haidang.sites.office.frame.acting import attempt
from haidang.sites.office.frame.asking import page_number
from haidang.sites.office.reports.downloading import attached
from haidang.sites.office.reports.forms import ReviewForm


def show(request: HttpRequest, page: ReportPage) -> HttpResponse:
    """A version as it was sent, each figure beside what the records gave then and give now."""
    values = {"report": page, "doubts": _doubts(page), "changes": _changes(request, page)}
    return render(request, "office/reports/report.html", values)


def _changes(request: HttpRequest, page: ReportPage) -> dict[str, object]:
    """Indicators whose records changed after the version was sent (phát sinh sau chốt): code → what they give now."""
    if page.state not in {"submitted", "accepted"}:
        return {}
    now = {code: cell.recorded for code, cell in live_report(request.viewer, page.uuid).items()}
    return {c.indicator.code: now[c.indicator.code] for c in page.cells if now[c.indicator.code] != c.computed}


def _doubts(page: ReportPage) -> list[tuple[catalogue.Indicator, catalogue.Indicator]]:
    found = amounts.doubtful(
        catalogue.form(page.form_code).relations, {cell.indicator.code: cell.amount for cell in page.cells}
    )
    return [(catalogue.indicator(d.smaller), catalogue.indicator(d.larger)) for d in found]


@require_safe
def figure(request: HttpRequest, uuid: UUID, code: str) -> HttpResponse:
    """Where one figure comes from: recorded on which task, or typed."""
    found = queries.cell_lines(request.viewer, uuid, code, page=page_number(request))
    trails = plans.task_trail(request.viewer, {line.task_uuid for line in found.lines.rows if line.task_uuid})
    lines = [(line, trails.get(line.task_uuid) if line.task_uuid else None) for line in found.lines.rows]
    return render(request, "office/reports/lines.html", {"found": found, "lines": lines})


@require_safe
def scan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The scan of the paper a report was entered from."""
    return attached(queries.scan(request.viewer, uuid))


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Accept a report, or return it with reasons."""
    page = queries.report_page(request.viewer, uuid)
    if not page.may_review and request.method != "POST":
        raise Refusal("not_found")
    cells = [(cell.indicator.code, cell.indicator.name) for cell in page.cells]
    form = ReviewForm(cells, request.POST or None)
    if request.method == "POST" and form.is_valid() and attempt(form, lambda: _decide(request, uuid, form)):
        accepted = request.POST.get("act") == "accept"
        messages.success(request, _("The report was accepted.") if accepted else _("The report was returned."))
        return redirect("office:report-request", uuid=page.request_uuid)
    rows = [(cell, form[cell.indicator.code]) for cell in page.cells]
    values = {"report": page, "form": form, "rows": rows, "doubts": _doubts(page)}
    return render(request, "office/reports/review.html", {**values, "changes": _changes(request, page)})


def _decide(request: HttpRequest, uuid: UUID, form: ReviewForm) -> UUID:
    return review_report(
        actor=request.viewer,
        at=timezone.now(),
        report_uuid=uuid,
        accepted=request.POST.get("act") == "accept",
        note=form.cleaned_data["note"],
        cell_notes=form.cell_notes(),
        key=str(form.cleaned_data["form_key"]),
    )
