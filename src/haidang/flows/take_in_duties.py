"""Take confirmed duties into a plan's draft: items, proposed tasks for the agencies meant, report requests."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from haidang.apps.directives import queries as directives
from haidang.apps.directives.models import Duty
from haidang.apps.plans.models import Plan, PlanItem, PlanVersion
from haidang.apps.plans.services import drafting, find
from haidang.apps.plans.services.drafting import Due, NewTask
from haidang.apps.reports import services as reports
from haidang.domain.access.viewer import Viewer
from haidang.domain.cascade.proposal import GivenDuty, Party, propose
from haidang.domain.deadlines.due import clock
from haidang.domain.directives.reading import ReportDuty
from haidang.domain.terms.refusal import Refusal
from haidang.domain.units.naming import Body
from haidang.flows.paper_head import full_name

_PERIODS = {"Q1": "quý I", "H1": "6 tháng đầu năm", "Q3": "9 tháng đầu năm", "Y": "năm"}


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A report asked for, as the directive has it; `duty` is the duty in whose words it stands."""

    duty: UUID | None
    period: str
    printed: str | None
    before: bool
    to: str | None


def unplanned(plan: Plan, duties: Sequence[directives.DutyRow]) -> list[directives.DutyRow]:
    """Duties of the directive that the plan does not hold yet."""
    held = set(plan.items.filter(duty__isnull=False).values_list("duty__uuid", flat=True))
    return [duty for duty in duties if duty.uuid not in held]


def take_in(
    version: PlanVersion,
    duties: Sequence[directives.DutyRow],
    bodies: tuple[Body, ...],
    *,
    actor: Viewer,
    today: date,
    at: datetime,
) -> dict[UUID, PlanItem]:
    """Items for these duties, each with one proposed task per lead agency; by the duty's uuid."""
    rows = {duty.uuid: duty for duty in Duty.objects.filter(uuid__in=[duty.uuid for duty in duties])}
    items = {
        duty.uuid: drafting.add_item(
            version,
            text=duty.text,
            due=Due(duty.due.kind, duty.due.printed or "", duty.due.before, duty.due.rhythm or ""),
            duty=rows[duty.uuid],
            clause=duty.clause,
            written_leads=[party.name for party in duty.leads],
            written_supports=[party.name for party in duty.supports],
            is_report=duty.is_report,
        )
        for duty in duties
    }
    proposal = propose([_given(duty) for duty in duties], bodies)
    agencies = {row.uuid: row for row in find.agencies(actor, [body.uuid for body in bodies], today)}
    drafting.add_tasks(
        [
            NewTask(items[t.duty], agencies[t.lead], t.written, [agencies[uuid].pk for uuid in t.cooperating])
            for t in proposal.tasks
        ],
        at=at,
    )
    return items


def ask_for_reports(
    version: PlanVersion,
    asked: Sequence[ReportDuty],
    duties: Sequence[directives.DutyRow],
    items: Mapping[UUID, PlanItem],
) -> int:
    """Propose a request for every report the directive asks for, and for every report duty with a printed day.

    A request hangs on the duty in whose words it stands: that duty's leads will owe it. Returns how many were proposed.
    """
    wanted: dict[_Wanted, None] = {}
    told: set[UUID] = set()
    for report in asked:
        duty = next((d for d in duties if d.start < report.span.end and report.span.start < d.end), None)
        if duty is not None:
            told.add(duty.uuid)
        wanted[_Wanted(duty.uuid if duty else None, report.period, report.due, report.before, report.to)] = None
    for duty in duties:
        if duty.is_report and duty.uuid not in told and duty.due.kind == "date":
            wanted[_Wanted(duty.uuid, "event", duty.due.printed, duty.due.before, None)] = None
    # Reports on several days without a period of their own are told apart by their turn.
    days = sorted({one.printed or "" for one in wanted if one.period not in _PERIODS})
    for one in wanted:
        turn = f"lần {days.index(one.printed or '') + 1}" if len(days) > 1 and one.period not in _PERIODS else ""
        _request(version, items.get(one.duty) if one.duty else None, one, _PERIODS.get(one.period, turn))
    return len(wanted)


def _given(duty: directives.DutyRow) -> GivenDuty:
    return GivenDuty(
        key=duty.uuid,
        leads=tuple(Party(party.name, party.agencies) for party in duty.leads),
        supports=tuple(Party(party.name, party.agencies) for party in duty.supports),
    )


def _request(version: PlanVersion, item: PlanItem | None, wanted: _Wanted, when: str) -> None:
    plan = version.plan
    try:
        due = clock(wanted.printed, before=wanted.before, year=plan.year)
    except Refusal:
        # What the reader took for a day is none: no clock runs, and none is made up.
        due = clock(None, before=False)
    reports.propose_request(
        plan_uuid=plan.uuid,
        item_uuid=item.uuid if item else None,
        title=f"Báo cáo kết quả thực hiện {named(plan.title)}{f' ({when})' if when else ''}",
        period=wanted.period,
        due_printed=due.printed,
        due_before=due.before,
        due_last_day=due.last_day,
        addressee=wanted.to or full_name(plan.issuer),
        collector_id=plan.agency_id,
        province_id=plan.province_id,
    )


def named(title: str) -> str:
    """The plan inside a sentence: its kind is said once, its title reads on in small letters unless it is a name."""
    words = title.removeprefix("Kế hoạch ").split(" ", 2)
    is_name = len(words) > 1 and words[1][:1].isupper()
    rest = " ".join(words)
    return f"Kế hoạch {rest if is_name else rest[:1].lower() + rest[1:]}"
