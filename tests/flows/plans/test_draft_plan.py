import datetime as dt
from uuid import uuid4

import pytest

from haidang.apps.ledger.models import Entry
from haidang.apps.plans.models import Plan, PlanItem, Task
from haidang.apps.reports.models import Obligation, Request
from haidang.domain.terms.refusal import Refusal
from haidang.flows.add_item import add_item
from haidang.flows.declare_unowned import declare_unowned
from haidang.flows.edit_plan import edit_plan
from haidang.flows.give_duty import give_duty
from haidang.flows.request_report import request_report
from haidang.flows.set_due import set_due
from haidang.flows.withdraw_item import restore_item, withdraw_item
from tests.factories import planning
from tests.factories.cast import NOW, TODAY, Cast
from tests.factories.directing import confirmed_directive


@pytest.fixture
def directive(cast: Cast):
    return confirmed_directive(cast["standing"], NOW)


def item(plan, words: str) -> PlanItem:
    return PlanItem.objects.get(plan__uuid=plan, text__contains=words)


def leads(found: PlanItem) -> set[str]:
    return set(found.tasks.values_list("lead__name", flat=True))


def test_each_lead_agency_gets_one_proposed_task(cast: Cast, directive) -> None:
    plan = planning.draft(cast, directive)
    assert leads(item(plan, "Tập huấn")) == {"Sở Y tế", "Sở Tư pháp"}
    assert leads(item(plan, "Rà soát")) == {"UBND xã Bãi Ngang", "UBND xã Hòn Trà", "UBND phường Cửa Sóng"}
    assert leads(item(plan, "tàu cá")) == set()
    assert set(Task.objects.values_list("state", flat=True)) == {"proposed"}


def test_cooperating_agencies_come_with_the_task_and_a_lead_does_not_cooperate(cast: Cast, directive) -> None:
    plan = planning.draft(cast, directive)
    helpers = {t.lead.name: [c.agency.name for c in t.cooperations.all()] for t in item(plan, "Tập huấn").tasks.all()}
    assert helpers == {"Sở Y tế": ["Công an tỉnh"], "Sở Tư pháp": ["Công an tỉnh"]}


def test_due_days_are_printed_and_counted_and_none_is_made_up(cast: Cast, directive) -> None:
    plan = planning.draft(cast, directive)
    training = planning.task_of(plan, "Sở Y tế", "Tập huấn")
    assert (training.due_printed, training.due_last_day) == ("2026-03-16", dt.date(2026, 3, 15))
    assert planning.task_of(plan, "Công an tỉnh").due_last_day is None
    assert planning.task_of(plan, "UBND xã Hòn Trà", "Rà soát").due_last_day is None


def test_the_report_asked_for_is_proposed_on_its_duty_and_owed_by_nobody_yet(cast: Cast, directive) -> None:
    plan = planning.draft(cast, directive)
    request = Request.objects.get()
    assert request.item_uuid == item(plan, "báo cáo kết quả").uuid
    assert (request.due_printed, request.due_last_day) == ("2026-09-16", dt.date(2026, 9, 15))
    assert request.opened_at is None
    assert not Obligation.objects.exists()


def test_reports_on_several_days_are_told_apart_by_their_turn(cast: Cast, directive) -> None:
    report = directive.duties.get(is_report=True)
    later = {"text": "Báo cáo tổng kết", "due_printed": "2026-12-10", "start": 0, "end": 1, "position": 99.0}
    report.pk, report.uuid = None, uuid4()
    for name, value in later.items():
        setattr(report, name, value)
    report.save()
    planning.draft(cast, directive)
    titles = list(Request.objects.order_by("due_last_day").values_list("title", flat=True))
    assert [title[-7:] for title in titles] == ["(lần 1)", "(lần 2)"]
    assert all(title.startswith("Báo cáo kết quả thực hiện Kế hoạch ") for title in titles)


def test_drafting_leaves_an_entry_without_words(cast: Cast, directive) -> None:
    plan = planning.draft(cast, directive)
    entry = Entry.objects.get(act="plan.draft")
    assert entry.object_uuid == plan
    assert planning.TITLE not in entry.body


def test_one_form_key_drafts_one_plan(cast: Cast, directive) -> None:
    assert planning.draft(cast, directive, key="k") == planning.draft(cast, directive, key="k")
    assert Plan.objects.count() == 1


def test_a_second_plan_from_the_same_directive_is_refused(cast: Cast, directive) -> None:
    planning.draft(cast, directive)
    with pytest.raises(Refusal, match=r"plan\.already_drafted"):
        planning.draft(cast, directive)


@pytest.mark.parametrize("who", ["focal", "commune", "clerk", "leader", "inspector", "stranger"])
def test_only_the_standing_agency_of_the_directive_drafts(cast: Cast, directive, who: str) -> None:
    cast.viewers["standing"] = cast[who]
    with pytest.raises(Refusal, match=r"not_allowed|not_found"):
        planning.draft(cast, directive)
    assert not Plan.objects.exists()


def test_a_directive_nobody_confirmed_makes_no_plan(cast: Cast, directive) -> None:
    directive.state = "read"
    directive.save()
    with pytest.raises(Refusal, match=r"directive\.not_confirmed"):
        planning.draft(cast, directive)
    assert not Plan.objects.exists()


def test_a_plan_of_the_agencys_own_starts_empty(cast: Cast) -> None:
    plan = planning.draft(cast, None)
    assert not PlanItem.objects.filter(plan__uuid=plan).exists()


def test_a_duty_can_be_given_to_agencies_and_taken_from_others(cast: Cast, directive) -> None:
    plan = planning.draft(cast, directive)
    boats = item(plan, "tàu cá")
    police, health = cast.agencies["Công an tỉnh"], cast.agencies["Sở Y tế"]
    give_duty(actor=cast["standing"], at=NOW, today=TODAY, item_uuid=boats.uuid, leads=[police.uuid, health.uuid],
              cooperating=[health.uuid], answering=police.uuid)  # fmt: skip
    assert leads(boats) == {"Công an tỉnh", "Sở Y tế"}
    assert not boats.tasks.filter(cooperations__isnull=False).exists()
    assert boats.tasks.get(answering=True).lead == police
    give_duty(actor=cast["standing"], at=NOW, today=TODAY, item_uuid=boats.uuid, leads=[health.uuid])
    assert leads(boats) == {"Sở Y tế"}
    assert Entry.objects.filter(act="plan.give_duty").count() == 2


def test_the_answering_agency_must_lead(cast: Cast, directive) -> None:
    plan = planning.draft(cast, directive)
    boats = item(plan, "tàu cá")
    with pytest.raises(Refusal, match=r"plan\.answering"):
        give_duty(actor=cast["standing"], at=NOW, today=TODAY, item_uuid=boats.uuid,
                  leads=[cast.agencies["Sở Y tế"].uuid], answering=cast.agencies["Sở Nội vụ"].uuid)  # fmt: skip
    assert leads(boats) == set()


def test_an_agency_of_another_province_cannot_be_given_a_duty(cast: Cast, directive) -> None:
    plan = planning.draft(cast, directive)
    with pytest.raises(Refusal, match=r"agency\.unknown"):
        give_duty(actor=cast["standing"], at=NOW, today=TODAY, item_uuid=item(plan, "tàu cá").uuid,
                  leads=[cast["stranger"].agency_uuid])  # fmt: skip


def test_a_duty_given_cannot_be_declared_unowned(cast: Cast, directive) -> None:
    plan = planning.draft(cast, directive)
    with pytest.raises(Refusal, match=r"plan\.item_given"):
        declare_unowned(actor=cast["standing"], at=NOW, item_uuid=item(plan, "Tập huấn").uuid, reason="Không ai làm")
    with pytest.raises(Refusal, match=r"plan\.reason_missing"):
        declare_unowned(actor=cast["standing"], at=NOW, item_uuid=item(plan, "tàu cá").uuid, reason=" ")


def test_giving_a_declared_duty_removes_the_declaration(cast: Cast, directive) -> None:
    plan = planning.draft(cast, directive)
    planning.settle(cast, plan)
    boats = item(plan, "tàu cá")
    give_duty(actor=cast["standing"], at=NOW, today=TODAY, item_uuid=boats.uuid, leads=[cast["focal"].agency_uuid])
    boats.refresh_from_db()
    assert boats.unowned_reason == ""


def test_a_due_day_is_set_as_typed_and_handed_to_the_tasks(cast: Cast, directive) -> None:
    plan = planning.draft(cast, directive)
    found = item(plan, "Rà soát")
    set_due(actor=cast["standing"], at=NOW, item_uuid=found.uuid, kind="date", day=dt.date(2026, 4, 10), before=True)
    assert set(found.tasks.values_list("due_last_day", flat=True)) == {dt.date(2026, 4, 9)}
    set_due(actor=cast["standing"], at=NOW, item_uuid=found.uuid, kind="rhythm", rhythm="month")
    assert set(found.tasks.values_list("due_last_day", "rhythm")) == {(None, "month")}
    with pytest.raises(Refusal, match=r"due\.day_missing"):
        set_due(actor=cast["standing"], at=NOW, item_uuid=found.uuid, kind="date")


def test_the_plans_facts_are_edited_and_a_reversed_period_is_refused(cast: Cast, directive) -> None:
    plan = planning.draft(cast, directive)
    issuer = cast.agencies["UBND tỉnh An Hải"].uuid
    edit_plan(actor=cast["standing"], at=NOW, today=TODAY, plan_uuid=plan, title="Tên mới", issuer_uuid=issuer,
              year=2026, aims="Một\nHai", funds="Ngân sách bảo đảm")  # fmt: skip
    assert Plan.objects.get().aims == "Một\nHai"
    with pytest.raises(Refusal, match=r"plan\.ends_before_start"):
        edit_plan(actor=cast["standing"], at=NOW, today=TODAY, plan_uuid=plan, title="Tên mới", issuer_uuid=issuer,
                  starts=dt.date(2026, 5, 1), ends=dt.date(2026, 4, 1))  # fmt: skip
    with pytest.raises(Refusal, match=r"plan\.issuer"):
        edit_plan(actor=cast["standing"], at=NOW, today=TODAY, plan_uuid=plan, title="Tên mới",
                  issuer_uuid=cast["focal"].agency_uuid)  # fmt: skip


def test_a_duty_typed_by_hand_can_be_added_and_removed_again(cast: Cast, directive) -> None:
    plan = planning.draft(cast, directive)
    own = add_item(actor=cast["standing"], at=NOW, plan_uuid=plan, text="Lập danh sách người có uy tín")
    assert item(plan, "uy tín").duty is None
    withdraw_item(actor=cast["standing"], at=NOW, item_uuid=own)
    assert not PlanItem.objects.filter(uuid=own).exists()


def test_a_directives_duty_is_declared_and_not_removed(cast: Cast, directive) -> None:
    plan = planning.draft(cast, directive)
    with pytest.raises(Refusal, match=r"plan\.declare_instead"):
        withdraw_item(actor=cast["standing"], at=NOW, item_uuid=item(plan, "tàu cá").uuid)
    with pytest.raises(Refusal, match=r"plan\.item_not_withdrawn"):
        restore_item(actor=cast["standing"], at=NOW, item_uuid=item(plan, "tàu cá").uuid)


def test_a_report_request_takes_the_day_a_person_gives(cast: Cast, directive) -> None:
    plan = planning.draft(cast, directive)
    request_report(actor=cast["standing"], at=NOW, plan_uuid=plan, title="Báo cáo nhanh", due=dt.date(2026, 3, 20),
                   before=True, form="counter_trafficking")  # fmt: skip
    request = Request.objects.get(title="Báo cáo nhanh")
    assert (request.due_printed, request.due_last_day) == ("2026-03-20", dt.date(2026, 3, 19))
    assert request.collector == cast.agencies["Công an tỉnh"]


def test_a_duty_of_the_plan_s_own_is_typed_once(cast: Cast, directive) -> None:
    plan = planning.draft(cast, directive)
    own = add_item(actor=cast["standing"], at=NOW, plan_uuid=plan, text="Lập danh sách người có uy tín")
    with pytest.raises(Refusal, match=r"plan\.item_twice"):
        add_item(actor=cast["standing"], at=NOW, plan_uuid=plan, text=" Lập danh sách  người có uy tín")
    withdraw_item(actor=cast["standing"], at=NOW, item_uuid=own)
    add_item(actor=cast["standing"], at=NOW, plan_uuid=plan, text="Lập danh sách người có uy tín")
