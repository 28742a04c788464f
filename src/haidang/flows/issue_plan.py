"""Issue a signed plan: number and day from the records clerk, document frozen, tasks and report requests open."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from haidang.apps.directives import services as directives
from haidang.apps.files import services as files
from haidang.apps.files.models import StoredFile
from haidang.apps.plans import rights
from haidang.apps.plans.models import Cooperation, Plan, PlanVersion, Task
from haidang.apps.plans.services import find, issuing
from haidang.apps.reports import services as reports
from haidang.apps.reports.models import Request
from haidang.domain.access.viewer import Act, Viewer, require
from haidang.domain.terms.refusal import Refusal
from haidang.domain.terms.text import nfc
from haidang.flows.acting import Done, perform
from haidang.flows.plan_document import compose
from haidang.formats import registry

LONGEST_NUMBER = 20


def issue_plan(
    *,
    actor: Viewer,
    at: datetime,
    today: date,
    plan_uuid: UUID,
    number: str,
    symbol: str,
    issued_on: date,
    key: str | None = None,
) -> UUID:
    """Take down the number the clerk gave ("31"), the symbol ("KH-UBND") and the day, and issue; the plan's uuid.

    Refuses `plan.not_signed`, `plan.number`, `plan.symbol`, `plan.number_taken`, `plan.date_future`.
    """
    require(actor, Act.NUMBER)

    def work() -> Done:
        plan = find.plan(actor, plan_uuid)
        version = find.newest(plan)
        if not rights.numbers(actor, plan):
            raise Refusal("not_allowed")
        if version.state != PlanVersion.State.SIGNED:
            raise Refusal("plan.not_signed")
        if issued_on > today:
            raise Refusal("plan.date_future", "issued_on")
        version.plan = plan
        issuing.number(version, symbol=_full_symbol(number, symbol), issued_on=issued_on)
        tasks = issuing.issue(version, document=_document(actor, version, today, at), at=at)
        _oblige(plan)
        opened = reports.open_requests(plan.uuid, at)
        if plan.directive is not None:
            directives.distribute(plan.directive, _agencies(tasks))
        return Done("plan", plan.uuid, {"version": version.number, "tasks": len(tasks), "requests": opened})

    return perform(actor=actor, act="plan.issue", at=at, work=work, key=key)


def _full_symbol(number: str, symbol: str) -> str:
    """ "31" and "KH-UBND" → "31/KH-UBND"; neither may hold a blank or a further "/"."""
    parts = {"number": nfc(number.strip()), "symbol": nfc(symbol.strip())}
    for field, part in parts.items():
        if not part or len(part) > LONGEST_NUMBER * 2 or " " in part or (field == "number" and "/" in part):
            raise Refusal(f"plan.{field}", field)
    return f"{parts['number']}/{parts['symbol']}"


def _document(actor: Viewer, version: PlanVersion, today: date, at: datetime) -> StoredFile:
    data = registry.writer("docx")(compose(actor, version, today=today))
    label = f"ke-hoach-{version.symbol.replace('/', '-')}.docx"
    return files.store(viewer=actor, data=data, label=label, media_type=registry.media_type("docx"), at=at)


def _oblige(plan: Plan) -> None:
    """Who owes a report: the leads of the duty to report, or every lead where the plan has no such duty."""
    running = plan.tasks.filter(state__in=(Task.State.OPEN, Task.State.DONE)).select_related("item")
    by_item: dict[UUID, list[tuple[int, UUID | None]]] = {}
    everyone: dict[int, None] = {}
    for task in running.order_by("lead__order", "id"):
        by_item.setdefault(task.item.uuid, []).append((task.lead_id, task.uuid))
        everyone[task.lead_id] = None
    for request in Request.objects.filter(province_id=plan.province_id, origin_kind="plan", origin_uuid=plan.uuid):
        every: list[tuple[int, UUID | None]] = [(agency, None) for agency in everyone]
        reports.propose_obligations(request, by_item.get(request.item_uuid, []) if request.item_uuid else every)


def _agencies(tasks: Sequence[Task]) -> list[int]:
    """Leads and cooperating agencies of the tasks, each once."""
    helpers = Cooperation.objects.filter(task__in=[task.pk for task in tasks]).values_list("agency", flat=True)
    return list(dict.fromkeys([*(task.lead_id for task in tasks), *helpers]))
