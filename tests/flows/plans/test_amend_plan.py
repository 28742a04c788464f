import datetime as dt

import pytest

from haidang.apps.files import services as files
from haidang.apps.plans import queries
from haidang.apps.plans.models import PlanItem, PlanVersion, Task
from haidang.domain.terms.refusal import Refusal
from haidang.flows.add_item import add_item
from haidang.flows.amend_plan import amend_plan
from haidang.flows.give_duty import give_duty
from haidang.flows.set_due import set_due
from haidang.flows.withdraw_item import restore_item, withdraw_item
from tests.factories import planning
from tests.factories.cast import NOW, TODAY, Cast
from tests.factories.directing import confirmed_directive, late_duty
from tests.flows.plans.test_issue_plan import words_of


@pytest.fixture
def directive(cast: Cast):
    return confirmed_directive(cast["standing"], NOW)


@pytest.fixture
def plan(cast: Cast, directive):
    return planning.issued(cast, directive)


def amend(cast: Cast, plan, reason: str = "Bổ sung nội dung còn thiếu") -> None:
    amend_plan(actor=cast["standing"], at=NOW, today=TODAY, plan_uuid=plan, reason=reason)


def item(plan, words: str) -> PlanItem:
    return PlanItem.objects.get(plan__uuid=plan, text__contains=words)


def test_a_duty_the_reader_missed_comes_into_the_next_version(cast: Cast, plan, directive) -> None:
    late_duty(directive, "Bảo đảm nhân viên tiếp nhận tại cửa khẩu", ["Sở Nội vụ"])
    amend(cast, plan)
    task = planning.task_of(plan, "Sở Nội vụ")
    assert task.state == "proposed"
    assert task.item.version.number == 2
    planning.finish(cast, plan, "45")
    task.refresh_from_db()
    assert task.state == "open"


def test_the_issued_version_keeps_its_document_and_the_new_one_names_it(cast: Cast, plan, directive) -> None:
    first = PlanVersion.objects.get(plan__uuid=plan)
    before = files.content(first.document.uuid)
    late_duty(directive, "Bảo đảm nhân viên tiếp nhận tại cửa khẩu", ["Sở Nội vụ"])
    amend(cast, plan)
    planning.finish(cast, plan, "45")
    first.refresh_from_db()
    assert files.content(first.document.uuid) == before
    second = PlanVersion.objects.get(plan__uuid=plan, number=2)
    words = words_of(files.content(second.document.uuid))
    assert "Số: 45/KH-UBND" in words
    assert "31/KH-UBND" in words
    assert "Bổ sung nội dung còn thiếu" in words


def test_a_duty_withdrawn_ends_its_open_tasks_when_the_version_is_issued(cast: Cast, plan) -> None:
    amend(cast, plan)
    withdraw_item(actor=cast["standing"], at=NOW, item_uuid=item(plan, "Rà soát").uuid)
    states = Task.objects.filter(item__text__contains="Rà soát").values_list("state", flat=True)
    assert set(states) == {"open"}
    planning.finish(cast, plan, "45")
    assert set(states.all()) == {"withdrawn"}


def test_a_withdrawal_can_be_undone_before_issue(cast: Cast, plan) -> None:
    amend(cast, plan)
    found = item(plan, "Rà soát")
    withdraw_item(actor=cast["standing"], at=NOW, item_uuid=found.uuid)
    with pytest.raises(Refusal, match=r"plan\.item_withdrawn"):
        withdraw_item(actor=cast["standing"], at=NOW, item_uuid=found.uuid)
    restore_item(actor=cast["standing"], at=NOW, item_uuid=found.uuid)
    planning.finish(cast, plan, "45")
    assert not Task.objects.filter(state="withdrawn").exists()


def test_a_duty_typed_by_hand_must_be_given_before_it_goes_out(cast: Cast, plan) -> None:
    amend(cast, plan)
    own = add_item(actor=cast["standing"], at=NOW, plan_uuid=plan, text="Lập danh sách người có uy tín")
    with pytest.raises(Refusal, match=r"plan\.unowned"):
        planning.submit(cast, plan)
    give_duty(actor=cast["standing"], at=NOW, today=TODAY, item_uuid=own, leads=[cast["focal"].agency_uuid])
    planning.finish(cast, plan, "45")
    assert planning.task_of(plan, "Sở Y tế", "uy tín").state == "open"


def test_an_agency_at_work_is_not_taken_off_by_an_amendment(cast: Cast, plan) -> None:
    amend(cast, plan)
    with pytest.raises(Refusal, match=r"plan\.lead_working"):
        give_duty(actor=cast["standing"], at=NOW, today=TODAY, item_uuid=item(plan, "Tập huấn").uuid,
                  leads=[cast["focal"].agency_uuid])  # fmt: skip


def test_only_an_issued_plan_is_amended_and_only_with_a_reason(cast: Cast, plan) -> None:
    with pytest.raises(Refusal, match=r"plan\.reason_missing"):
        amend(cast, plan, " ")
    amend(cast, plan)
    with pytest.raises(Refusal, match=r"plan\.not_issued"):
        amend(cast, plan)
    assert PlanVersion.objects.filter(plan__uuid=plan).count() == 2


def shown(cast: Cast, plan, who: str, words: str):
    page = queries.plan_page(cast[who], plan)
    return next(row for row in queries.items_page(cast[who], page, today=TODAY).rows if words in row.text)


def test_a_new_day_reaches_running_tasks_when_the_version_is_issued_and_nobody_below_before(cast: Cast, plan) -> None:
    amend(cast, plan)
    training = item(plan, "Tập huấn")
    set_due(actor=cast["standing"], at=NOW, item_uuid=training.uuid, kind="date", day=dt.date(2026, 12, 1))
    days = training.tasks.values_list("due_printed", "due_last_day")
    assert set(days) == {("2026-03-16", dt.date(2026, 3, 15))}
    assert shown(cast, plan, "standing", "Tập huấn").due.printed == "2026-12-01"
    assert shown(cast, plan, "focal", "Tập huấn").due.printed == "2026-03-16"
    planning.finish(cast, plan, "45")
    assert set(days.all()) == {("2026-12-01", dt.date(2026, 12, 1))}
    assert shown(cast, plan, "focal", "Tập huấn").due.printed == "2026-12-01"


def test_a_withdrawal_in_the_making_is_its_owners_business_alone(cast: Cast, plan) -> None:
    amend(cast, plan)
    withdraw_item(actor=cast["standing"], at=NOW, item_uuid=item(plan, "Tập huấn").uuid)
    assert shown(cast, plan, "standing", "Tập huấn").status == "withdrawn"
    assert shown(cast, plan, "focal", "Tập huấn").status == "given"
    planning.finish(cast, plan, "45")
    assert shown(cast, plan, "focal", "Tập huấn").status == "withdrawn"
