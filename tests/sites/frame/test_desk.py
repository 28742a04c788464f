"""The desk with work on it: what each of the cast finds first, and what it costs."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from haidang.apps.people.models import User
from haidang.apps.plans.models import PlanItem, Task
from tests.factories import planning
from tests.factories.cast import NOW, TODAY, Cast
from tests.factories.directing import confirmed_directive
from tests.factories.reporting import Asked, asked

__all__ = ["asked"]


def page(cast: Cast, who: str) -> str:
    return cast.client(who).get("/").content.decode()


def part(text: str, heading: str) -> str:
    """The card under one heading, or nothing."""
    _, found, rest = text.partition(f"<h2>{heading}</h2>")
    return rest.split("</section>")[0] if found else ""


@pytest.fixture
def plan(cast: Cast):
    """An issued plan of the cast's province."""
    return planning.issued(cast, confirmed_directive(cast["standing"], NOW))


def due(task: Task, day: dt.date) -> None:
    Task.objects.filter(pk=task.pk).update(due_kind="date", due_last_day=day)


def test_what_is_late_and_what_is_due_soon_stand_under_their_headings(cast, plan):
    late, soon = planning.task_of(plan, "Công an tỉnh"), planning.task_of(plan, "Sở Tư pháp")
    due(late, TODAY - dt.timedelta(days=11))
    due(soon, TODAY + dt.timedelta(days=2))
    text = page(cast, "standing")
    assert f"/{late.uuid}/" in part(text, "Quá hạn chưa hoàn thành")
    assert "quá hạn 11 ngày" in part(text, "Quá hạn chưa hoàn thành")
    assert f"/{soon.uuid}/" in part(text, "Đến hạn trong 7 ngày tới")
    assert "còn 2 ngày" in part(text, "Đến hạn trong 7 ngày tới")


def test_a_focal_point_sees_the_own_agency_and_not_another_one(cast, plan):
    mine, theirs = planning.task_of(plan, "Sở Y tế"), planning.task_of(plan, "Sở Tư pháp")
    for task in (mine, theirs):
        due(task, TODAY - dt.timedelta(days=1))
    text = page(cast, "focal")
    assert f"/{mine.uuid}/" in text
    assert f"/{theirs.uuid}/" not in text
    assert f"/{mine.uuid}/" not in page(cast, "stranger")


def test_a_court_past_its_day_is_not_late(cast, plan):
    court = planning.task_of(plan, "Tòa án nhân dân tỉnh")
    assert court.due_last_day < TODAY
    assert f"/{court.uuid}/" not in part(page(cast, "standing"), "Quá hạn chưa hoàn thành")


def test_a_submitted_plan_waits_for_the_superior_whose_turn_it_is(cast):
    plan = planning.draft(cast, confirmed_directive(cast["standing"], NOW))
    planning.settle(cast, plan)
    planning.submit(cast, plan)
    waiting = part(page(cast, "police_leader"), "Chờ tôi xử lý")
    assert f"/{plan}/" in waiting
    assert "chờ duyệt" in waiting
    assert "Xem 1 việc đang chờ" in page(cast, "police_leader")
    assert part(page(cast, "leader"), "Chờ tôi xử lý") == ""
    assert part(page(cast, "focal"), "Chờ tôi xử lý") == ""


def test_a_report_owed_stands_on_the_agency_s_desk_and_a_sent_one_on_the_collector_s(asked: Asked):
    address = f"/{asked.request.uuid}/"
    assert address in part(page(asked.cast, "focal"), "Đến hạn trong 7 ngày tới")
    asked.send("focal", "Sở Y tế")
    assert part(page(asked.cast, "focal"), "Đến hạn trong 7 ngày tới") == ""
    text = page(asked.cast, "second")
    assert address in part(text, "Chờ tôi xử lý")
    assert "1 báo cáo đã gửi" in part(text, "Chờ tôi xử lý")
    assert "1/5" in part(text, "Báo cáo gần nhất cần tổng hợp")


def test_what_changed_since_the_last_visit_is_listed(cast, plan):
    User.objects.filter(username="focal").update(last_seen_at=NOW - dt.timedelta(days=1))
    task = planning.task_of(plan, "Sở Y tế", "báo cáo")
    assert f"/{task.uuid}/" in part(page(cast, "focal"), "Thay đổi từ lần trước")
    User.objects.filter(username="focal").update(last_seen_at=NOW + dt.timedelta(days=1))
    assert "Không có nhiệm vụ nào thay đổi" in page(cast, "focal")


def test_ten_tasks_and_a_thousand_cost_the_same(cast, plan):
    model = planning.task_of(plan, "Công an tỉnh")
    due(model, TODAY - dt.timedelta(days=3))
    client = cast.client("standing")
    with CaptureQueriesContext(connection) as few:
        client.get("/")
    item = PlanItem.objects.get(pk=model.item_id)
    items = [
        PlanItem(plan=item.plan, province=item.province, version=item.version, position=100 + n, text=f"Việc {n}")
        for n in range(1000)
    ]
    Task.objects.bulk_create(
        Task(
            province=item.province,
            plan=item.plan,
            item=one,
            lead=model.lead,
            state=Task.State.OPEN,
            due_kind="date",
            due_last_day=TODAY - dt.timedelta(days=5),
            opened_at=NOW,
            changed_at=NOW,
            folded="viec",
        )
        for one in PlanItem.objects.bulk_create(items)
    )
    with CaptureQueriesContext(connection) as many:
        text = client.get("/").content.decode()
    assert len(few) == len(many) <= 15
    assert "1.001" in text
