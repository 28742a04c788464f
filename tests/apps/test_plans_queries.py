import datetime as dt
from uuid import UUID

import pytest

from haidang.apps.people.models import User
from haidang.apps.plans import queries
from haidang.apps.plans.models import Task
from haidang.domain.deadlines.state import TaskState
from haidang.domain.terms.refusal import Refusal
from haidang.flows.review_plan import review_plan
from tests.factories import planning
from tests.factories.cast import NOW, TODAY, Cast
from tests.factories.directing import confirmed_directive
from tests.factories.many import many_tasks

LATER = dt.date(2026, 3, 20)


@pytest.fixture
def plan(cast: Cast) -> UUID:
    return planning.issued(cast, confirmed_directive(cast["standing"], NOW))


def names(rows: tuple[queries.TaskRow, ...]) -> set[str]:
    return {row.lead_name for row in rows}


def test_the_desk_of_an_agency_shows_what_is_due_soon_and_then_late(cast: Cast, plan: UUID) -> None:
    soon = queries.desk(cast["focal"], TODAY)
    assert names(soon.soon) == {"Sở Y tế"}
    assert soon.late_count == 0
    late = queries.desk(cast["focal"], LATER)
    assert (late.late_count, late.soon_count) == (1, 0)
    assert late.late[0].clock is TaskState.LATE


def test_the_desk_of_the_standing_agency_shows_the_whole_unit(cast: Cast, plan: UUID) -> None:
    assert names(queries.desk(cast["standing"], LATER).late) == {"Sở Y tế", "Sở Tư pháp"}


def test_a_court_is_never_late(cast: Cast, plan: UUID) -> None:
    trial = planning.task_of(plan, "Tòa án nhân dân tỉnh")
    assert trial.due_last_day < TODAY
    page = queries.task_page(cast["standing"], trial.uuid, today=TODAY)
    assert page.row.clock is TaskState.NOT_DUE
    late = queries.task_list(cast["standing"], queries.TaskFilter("all", "late"), today=TODAY)
    assert late.total == 0


def test_a_strangers_desk_is_empty(cast: Cast, plan: UUID) -> None:
    desk = queries.desk(cast["stranger"], LATER)
    assert (desk.late_count, desk.soon_count, desk.changed_count, desk.waiting) == (0, 0, 0, ())


def test_the_desk_shows_what_changed_since_the_last_visit(cast: Cast, plan: UUID) -> None:
    User.objects.filter(uuid=cast["commune"].user_uuid).update(last_seen_at=NOW - dt.timedelta(hours=1))
    assert queries.desk(cast["commune"], TODAY).changed_count == 2
    User.objects.filter(uuid=cast["commune"].user_uuid).update(last_seen_at=NOW + dt.timedelta(hours=1))
    assert queries.desk(cast["commune"], TODAY).changed_count == 0


def test_each_step_waits_on_the_desk_of_whose_turn_it_is(cast: Cast) -> None:
    plan = planning.draft(cast, confirmed_directive(cast["standing"], NOW))

    def waiting() -> dict[str, str]:
        found = {who: queries.desk(cast[who], TODAY).waiting for who in cast.viewers}
        return {who: rows[0].step for who, rows in found.items() if rows}

    assert waiting() == {"standing": "draft"}
    planning.settle(cast, plan)
    planning.submit(cast, plan)
    assert waiting() == {"police_leader": "approve"}
    planning.approve(cast, plan, "police_leader")
    assert waiting() == {"leader": "approve"}
    review_plan(actor=cast["leader"], at=NOW, plan_uuid=plan, approved=True)
    assert waiting() == {"leader": "sign"}


def test_the_desk_costs_two_queries_however_much_there_is(cast: Cast, plan: UUID, django_assert_num_queries) -> None:
    with django_assert_num_queries(2):
        queries.desk(cast["standing"], LATER)
    many_tasks(plan, 400, due_last_day=TODAY)
    with django_assert_num_queries(2):
        desk = queries.desk(cast["standing"], LATER)
    assert len(desk.late) == 8
    assert desk.late_count == 402


@pytest.mark.parametrize("words", ["tập huấn", "tap huan", "TẬP HUẤN cán bộ", "so y te tap huan"])
def test_search_finds_tasks_with_and_without_marks(cast: Cast, plan: UUID, words: str) -> None:
    found = queries.search(cast["focal"], words)
    assert [hit.kind for hit in found] == ["task"]
    assert "Tập huấn" in found[0].title


def test_search_finds_plans_and_only_what_is_in_view(cast: Cast, plan: UUID) -> None:
    assert "plan" in {hit.kind for hit in queries.search(cast["standing"], "phong chong mua ban")}
    assert queries.search(cast["stranger"], "phong chong") == ()
    assert queries.search(cast["support"], "tap huan") == ()
    assert queries.search(cast["standing"], "  ") == ()


def test_the_trail_leads_from_a_task_to_its_duty(cast: Cast, plan: UUID) -> None:
    task = planning.task_of(plan, "Sở Y tế", "Tập huấn")
    trail = queries.task_trail(cast["focal"], [task.uuid])[task.uuid]
    assert (trail.clause, trail.plan_symbol, trail.lead_name) == ("II.2", "31/KH-UBND", "Sở Y tế")
    assert trail.duty_uuid == task.item.duty.uuid
    assert queries.task_trail(cast["commune"], [task.uuid]) == {}


def test_tasks_are_listed_late_first_then_by_day(cast: Cast, plan: UUID) -> None:
    rows = queries.task_list(cast["standing"], queries.TaskFilter("all", "any"), today=TODAY).rows
    days = [row.due.last_day for row in rows if row.due.last_day]
    assert days == sorted(days)
    assert rows[-1].due.last_day is None


def test_a_list_is_cut_into_pages_of_fifty(cast: Cast, plan: UUID) -> None:
    many_tasks(plan, 120)
    chosen = queries.TaskFilter("mine", "open")
    first = queries.task_list(cast["standing"], chosen, today=TODAY)
    assert (len(first.rows), first.page, first.pages) == (50, 1, 3)
    assert queries.task_list(cast["standing"], chosen, today=TODAY, page=99).page == 3


def test_a_plan_in_another_province_is_not_found(cast: Cast, plan: UUID) -> None:
    with pytest.raises(Refusal, match="not_found"):
        queries.plan_page(cast["stranger"], plan)
    with pytest.raises(Refusal, match="not_found"):
        queries.item_row(cast["stranger"], planning.task_of(plan, "Sở Y tế").item.uuid, today=TODAY)


def test_a_reassigned_task_leaves_the_list_of_work(cast: Cast, plan: UUID) -> None:
    Task.objects.filter(lead__name="Sở Tư pháp").update(state="reassigned")
    chosen = queries.TaskFilter("mine", "open")
    assert queries.task_list(cast["other_focal"], chosen, today=TODAY).total == 0
    assert queries.task_list(cast["other_focal"], queries.TaskFilter("mine", "ended"), today=TODAY).total == 1


def test_nobody_is_waited_for_once_an_earlier_superior_sent_the_plan_back(cast: Cast) -> None:
    draft = planning.draft(cast, confirmed_directive(cast["standing"], NOW))
    planning.settle(cast, draft)
    planning.submit(cast, draft)
    review_plan(actor=cast["police_leader"], at=NOW, plan_uuid=draft, approved=False, note="Nêu rõ kinh phí")
    assert answers(cast, draft) == ["sent_back"]
    planning.submit(cast, draft)
    assert answers(cast, draft) == ["sent_back", "waiting", "waiting"]


def answers(cast: Cast, plan: UUID) -> list[str]:
    shown = queries.plan_page(cast["standing"], plan).versions[0]
    return [approval.state for approval in shown.approvals]
