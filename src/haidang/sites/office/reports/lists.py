"""What my agency owes, what is collected, and one request."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from haidang.apps.reports import queries
from haidang.domain.access.viewer import Act, may
from haidang.domain.terms.refusal import Refusal
from haidang.flows.set_report_window import set_report_window
from haidang.sites.office.frame.acting import attempt
from haidang.sites.office.frame.asking import page_number
from haidang.sites.office.reports.forms import WindowForm

STATES = {"can-lap": "open", "da-gui": "sent", "tat-ca": "any"}


@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """What is owed, for who writes reports; else, or on the second tab, what is collected."""
    writes = may(request.viewer, Act.WORK)
    tab = request.GET.get("xem", "can-lap" if writes else "thu")
    values = {"tab": tab, "writes": writes, "overview": request.viewer.oversees}
    if tab in STATES:
        values["page"] = queries.owed(request.viewer, today=request.today, state=STATES[tab], page=page_number(request))
    else:
        values["collected"] = queries.collected(request.viewer, page=page_number(request))
    return render(request, "office/reports/list.html", values)


@require_safe
def request_page(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Who reported and who did not, and the two sums for who collects."""
    page = queries.request_page(request.viewer, uuid, today=request.today, page=page_number(request))
    return render(request, "office/reports/request.html", {"asked": page})


@require_http_methods(["GET", "POST"])
def window(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Which days count."""
    asked = queries.request_page(request.viewer, uuid, today=request.today)
    if not asked.may_consolidate:
        raise Refusal("not_found")
    form = WindowForm(request.POST or None, initial={"starts": asked.starts, "cutoff": asked.cutoff})
    if request.method == "POST" and form.is_valid():
        days = {"starts": form.cleaned_data["starts"], "cutoff": form.cleaned_data["cutoff"]}
        key = str(form.cleaned_data["form_key"])
        ask = {"actor": request.viewer, "at": timezone.now(), "request_uuid": uuid, "key": key}
        if attempt(form, lambda: set_report_window(**ask, **days)):
            messages.success(request, _("The days that count are set. Reports already sent keep their figures."))
            return redirect("office:report-request", uuid=uuid)
    return render(request, "office/reports/window.html", {"form": form, "asked": asked})
