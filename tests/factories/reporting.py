"""A plan at work with a report asked for: tasks, recorded numbers, and who owes the report."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

import pytest

from haidang.apps.people import queries as people
from haidang.apps.people import services as people_services
from haidang.apps.people.models import Holding, User
from haidang.apps.plans.models import Plan, PlanItem, PlanVersion, Progress, Result, Task
from haidang.apps.reports import services
from haidang.apps.reports.models import Obligation, Report, Request
from haidang.apps.reports.services.versions import TypedCell, TypedReport
from haidang.domain.access.viewer import Viewer
from haidang.flows.review_report import review_report
from haidang.flows.start_report import start_report
from haidang.flows.submit_report import submit_report
from tests.factories.cast import NOW, TODAY, Cast

OWING = ("Sở Y tế", "Sở Tư pháp", "UBND xã Bãi Ngang", "Tòa án nhân dân tỉnh", "Công an tỉnh")


@dataclass
class Asked:
    """A request of an issued plan, its obligations and tasks by agency name, and a second standing officer."""

    cast: Cast
    plan: Plan
    request: Request
    obligations: dict[str, Obligation]
    tasks: dict[str, Task]
    second: Viewer

    def record(self, agency: str, indicator: str, value: int, on: dt.date = dt.date(2026, 3, 5)) -> Result:
        """A number recorded on the agency's task."""
        progress = Progress.objects.create(
            province=self.cast.province,
            task=self.tasks[agency],
            agency=self.cast.agencies[agency],
            happened_on=on,
            percent=50,
            note="Đã làm một phần",
            entered_by=self.cast.users["standing"],
            entered_at=NOW,
        )
        return Result.objects.create(
            province=self.cast.province, progress=progress, indicator=indicator, value=Decimal(value)
        )

    def draft(self, who: str, agency: str) -> UUID:
        """The agency's draft, begun by one of the cast."""
        return start_report(actor=self.cast[who], at=NOW, obligation_uuid=self.obligations[agency].uuid)

    def send(self, who: str, agency: str, **values: int) -> Report:
        """A report sent with these typed numbers."""
        typed = TypedReport(
            {code: TypedCell(Decimal(value)) for code, value in values.items()}, narrative="Đã tổ chức thực hiện."
        )
        uuid = submit_report(actor=self.cast[who], at=NOW, report_uuid=self.draft(who, agency), typed=typed)
        return Report.objects.get(uuid=uuid)

    def accepted(self, who: str, agency: str, **values: int) -> Report:
        """A report sent and accepted by the second standing officer."""
        sent = self.send(who, agency, **values)
        review_report(actor=self.second, at=NOW, report_uuid=sent.uuid, accepted=True)
        return Report.objects.get(pk=sent.pk)


def make_asked(cast: Cast, *, due: dt.date | None = TODAY + dt.timedelta(days=4)) -> Asked:
    """Lay an issued plan whose report is due on `due`."""
    province, police = cast.province, cast.agencies["Công an tỉnh"]
    plan = Plan.objects.create(
        province=province,
        agency=police,
        issuer=cast.agencies["UBND tỉnh An Hải"],
        title="Phòng, chống mua bán người năm 2026",
        folded="phong chong mua ban nguoi nam 2026",
        created_by=cast.users["standing"],
        created_at=NOW,
    )
    version = PlanVersion.objects.create(
        plan=plan,
        province=province,
        number=1,
        made_at=NOW,
        state=PlanVersion.State.ISSUED,
        symbol="31/KH-UBND",
        issued_on=dt.date(2026, 2, 10),
    )
    tasks = {}
    for place, name in enumerate(OWING):
        item = PlanItem.objects.create(
            plan=plan, province=province, version=version, position=place, text=f"Tuyên truyền ({place})", clause="II.1"
        )
        tasks[name] = Task.objects.create(
            province=province,
            plan=plan,
            item=item,
            lead=cast.agencies[name],
            state=Task.State.OPEN,
            opened_at=NOW,
            changed_at=NOW,
            folded="tuyen truyen",
        )
    request = services.propose_request(
        plan_uuid=plan.uuid,
        item_uuid=None,
        title="Báo cáo kết quả phòng, chống mua bán người quý I năm 2026",
        collector_id=police.pk,
        province_id=province.pk,
        period="Q1",
        due_printed="2026-03-16",
        due_before=True,
        due_last_day=due,
        addressee="Ủy ban nhân dân tỉnh An Hải",
    )
    services.propose_obligations(request, [(cast.agencies[name].pk, tasks[name].uuid) for name in OWING])
    services.open_requests(plan.uuid, NOW)
    obligations = {row.agency.name: row for row in request.obligations.select_related("agency")}
    return Asked(cast, plan, request, obligations, tasks, _second_officer(cast))


def _second_officer(cast: Cast) -> Viewer:
    """A colleague of the standing officer: nobody accepts their own reports."""
    if "second" not in cast.viewers:
        police = cast.agencies["Công an tỉnh"]
        post = people_services.create_post(agency=police, title="Cán bộ tổng hợp", roles=["standing"])
        user = User.objects.create(
            username="second", full_name="Đinh Văn Hai", password=cast.users["standing"].password
        )
        Holding.objects.create(user=user, post=post, since=dt.date(2025, 7, 1))
        viewer = people.viewer_for(user, TODAY)
        assert viewer is not None
        cast.users["second"], cast.viewers["second"] = user, viewer
    return cast.viewers["second"]


@pytest.fixture
def asked(cast: Cast) -> Asked:
    """A report asked of five agencies, due in four days."""
    return make_asked(cast)
