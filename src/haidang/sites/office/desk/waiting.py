"""What waits for this person's decision, from wherever it comes, as one list."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from haidang.apps.people.queries import OpeningRow
from haidang.apps.plans.queries import PlansDesk
from haidang.apps.reports.queries import ReportsDesk
from haidang.domain.terms.numbers import format_number


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing to decide: what is asked, of which document, and where."""

    step: str | Promise
    title: str
    under: str
    address: str


_PLAN_STEPS: dict[str, str | Promise] = {
    "approve": _("to approve"),
    "sign": _("to sign"),
    "number": _("to number and issue"),
    "draft": _("draft to finish"),
}
_REPORT_NEEDS: dict[str, str | Promise] = {"signature": _("to sign"), "number": _("to number and issue")}


def waiting(
    plans: PlansDesk, reports: ReportsDesk, answer: tuple[OpeningRow, ...], known: tuple[OpeningRow, ...]
) -> tuple[Waiting, ...]:
    """Emergencies before anything else, then plans, reports to accept or return, consolidated reports, and reports that
    came back."""
    return (
        *(Waiting(_("emergency: to agree or decline"), row.about, row.asked_by, _opening(row)) for row in answer),
        *(Waiting(_("emergency opening: see"), row.about, row.asked_by, _opening(row)) for row in known),
        *(
            Waiting(_PLAN_STEPS[row.step], row.title, "", reverse("office:plan", kwargs={"uuid": row.plan_uuid}))
            for row in plans.waiting
        ),
        *(
            Waiting(_("to accept or return"), row.title, _count(row.waiting), _request(row.request_uuid))
            for row in reports.to_review
        ),
        *(
            Waiting(
                _REPORT_NEEDS[row.needs],
                row.title,
                "",
                reverse("office:consolidation", kwargs={"uuid": row.consolidation_uuid}),
            )
            for row in reports.consolidations
        ),
        *(Waiting(_("returned, to mend"), row.title, "", _request(row.request_uuid)) for row in reports.returned),
    )


def _opening(row: OpeningRow) -> str:
    return reverse("office:opening", kwargs={"uuid": row.uuid})


def _request(uuid: object) -> str:
    return reverse("office:report-request", kwargs={"uuid": uuid})


def _count(number: int) -> str:
    words = ngettext("%(number)s report sent", "%(number)s reports sent", number)
    return words % {"number": format_number(number)}
