"""The desk, where every session begins."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from haidang.apps.people import queries as people
from haidang.apps.plans import queries as plans
from haidang.apps.reports import queries as reports
from haidang.domain.access.viewer import Act, may
from haidang.sites.office.desk.waiting import waiting
from haidang.sites.office.directory.officers import TOLD


@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """Late, due this week, waiting for me, changed: as many queries for ten tasks as for ten thousand."""
    of_plans = plans.desk(request.viewer, request.today)
    of_reports = reports.desk(request.viewer, request.today)
    now = timezone.now()
    decide = waiting(
        of_plans,
        of_reports,
        people.openings_to_answer(request.viewer, now),
        people.openings_known(request.viewer, now, now - TOLD),
    )
    values = {
        "plans": of_plans,
        "reports": of_reports,
        "waiting": decide,
        "late": of_plans.late_count + len(of_reports.late),
        "soon": of_plans.soon_count + len(of_reports.soon),
        "may_register": may(request.viewer, Act.REGISTER_DIRECTIVE),
        "quiet": not (decide or of_plans.late or of_plans.soon or of_reports.late or of_reports.soon),
    }
    return render(request, "office/desk/desk.html", values)
