from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from haidang.apps.plans.models import Approval, PlanItem, PlanVersion, Progress, Task
from tests.factories import planning
from tests.factories.cast import Cast
from tests.factories.noted import done

ALL = {
    "standing",
    "police_leader",
    "leader",
    "clerk",
    "focal",
    "other_focal",
    "commune",
    "support",
    "inspector",
    "stranger",
}
UNIT = {"standing", "police_leader", "leader", "clerk", "inspector"}
GIVEN = {"focal", "other_focal", "commune"}

# address name → who may open it, for a plan in draft and for an issued one
DRAFT_PAGES = {
    "plan": UNIT,
    "plan-draft-document": UNIT,
    "plan-facts": {"standing"},
    "plan-new-item": {"standing"},
    "plan-new-report": {"standing"},
    "plan-submit": {"standing"},
    "plan-review": set(),
    "plan-sign": set(),
    "plan-signature": set(),
    "plan-issue": set(),
    "plan-amend": set(),
}
ISSUED_PAGES = {"plan": UNIT | GIVEN, "plan-amend": {"standing"}, "plan-facts": set(), "plan-issue": set()}


def opens(cast: Cast, name: str, uuid: UUID) -> set[str]:
    return {
        who for who in ALL if cast.client(who).get(reverse(f"office:{name}", kwargs={"uuid": uuid})).status_code == 200
    }


@pytest.mark.parametrize("name", DRAFT_PAGES)
def test_a_draft_is_open_to_its_owners_and_its_steps_to_whose_turn_it_is(cast: Cast, drafted: UUID, name: str) -> None:
    assert opens(cast, name, drafted) == DRAFT_PAGES[name]


@pytest.mark.parametrize("name", ISSUED_PAGES)
def test_an_issued_plan_is_open_to_those_it_gives_tasks(cast: Cast, issued: UUID, name: str) -> None:
    assert opens(cast, name, issued) == ISSUED_PAGES[name]


def test_the_next_step_is_open_to_whose_turn_it_is(cast: Cast, drafted: UUID) -> None:
    planning.settle(cast, drafted)
    planning.submit(cast, drafted)
    assert opens(cast, "plan-review", drafted) == {"police_leader"}
    planning.approve(cast, drafted)
    assert opens(cast, "plan-sign", drafted) == {"leader"}
    assert opens(cast, "plan-signature", drafted) == {"standing", "clerk"}
    PlanVersion.objects.update(state="signed")
    assert opens(cast, "plan-issue", drafted) == {"clerk"}


def test_a_task_is_open_to_its_agencies_and_the_unit_and_to_nobody_else(cast: Cast, issued: UUID) -> None:
    training = planning.task_of(issued, "Sở Y tế", "Tập huấn")
    assert opens(cast, "task", training.uuid) == UNIT | {"focal"}
    commune = planning.task_of(issued, "UBND xã Bãi Ngang", "Rà soát")
    assert opens(cast, "task", commune.uuid) == UNIT | {"commune"}


def test_a_task_not_issued_yet_is_closed_to_its_future_lead(cast: Cast, drafted: UUID) -> None:
    assert opens(cast, "task", planning.task_of(drafted, "Sở Y tế", "Tập huấn").uuid) == UNIT


def test_a_cooperating_agency_sees_the_task_it_helps_with(cast: Cast, issued: UUID) -> None:
    helped = planning.task_of(issued, "Công an tỉnh", "tuyên truyền")
    assert "focal" in opens(cast, "task", helped.uuid)


def test_the_page_of_a_duty_is_open_to_who_drafts(cast: Cast, drafted: UUID, issued: UUID) -> None:
    draft_item = PlanItem.objects.filter(plan__uuid=drafted)[0]
    assert opens(cast, "plan-item", draft_item.uuid) == {"standing"}
    issued_item = PlanItem.objects.filter(plan__uuid=issued)[0]
    assert opens(cast, "plan-item", issued_item.uuid) == set()


def test_the_issued_document_is_open_to_the_agencies_it_was_sent_to(cast: Cast, issued: UUID) -> None:
    version = PlanVersion.objects.get(plan__uuid=issued)
    assert opens(cast, "plan-document", version.uuid) == UNIT | GIVEN


@pytest.mark.parametrize("name", ["plans", "tasks"])
def test_lists_are_open_to_everyone_and_show_only_what_is_in_view(cast: Cast, issued: UUID, name: str) -> None:
    shown = set()
    for who in ALL:
        page = cast.client(who).get(reverse(f"office:{name}"), {"cua": "all", "tinh-trang": "any"})
        assert page.status_code == 200
        if str(issued) in page.content.decode() or "Tập huấn" in page.content.decode():
            shown.add(who)
    assert shown == (UNIT | GIVEN if name == "plans" else UNIT | {"focal", "other_focal"})


ACTS = {
    "plan-item-give": "standing",
    "plan-item-declare": "standing",
    "plan-item-due": "standing",
    "plan-item-withdraw": "standing",
    "plan-item-restore": "standing",
}
FORM = {
    "leads": [], "named": "", "cooperating": [], "answering": "", "reason": "x", "kind": "throughout", "title": "x",
    "approved": "no", "note": "x", "number": "9", "symbol": "KH-UBND", "issued_on": "2026-03-01", "text": "x",
    "happened_on": "2026-03-10", "percent": "10", "due": "2026-04-01", "form": "counter_trafficking",
}  # fmt: skip


@pytest.mark.parametrize("name", ACTS)
def test_nobody_but_the_drafting_agency_posts_on_a_duty(cast: Cast, drafted: UUID, name: str) -> None:
    item = PlanItem.objects.get(plan__uuid=drafted, text__contains="tàu cá")
    entries = done().count()
    for who in ALL - {"standing"}:
        address = reverse(f"office:{name}", kwargs={"uuid": item.uuid})
        assert cast.client(who).post(address, {**FORM, "form_key": uuid4()}).status_code == 404, who
    assert done().count() == entries


STEPS = ("plan-facts", "plan-new-item", "plan-new-report", "plan-submit", "plan-review", "plan-sign", "plan-issue",
         "plan-amend")  # fmt: skip


@pytest.mark.parametrize("name", STEPS)
def test_a_step_posted_by_somebody_else_changes_nothing(cast: Cast, drafted: UUID, name: str) -> None:
    entries = done().count()
    for who in ALL - {"standing", "clerk", "leader", "police_leader"}:
        address = reverse(f"office:{name}", kwargs={"uuid": drafted})
        assert cast.client(who).post(address, {**FORM, "form_key": uuid4()}).status_code == 404, who
    for who in {"clerk", "leader", "police_leader"}:
        cast.client(who).post(reverse(f"office:{name}", kwargs={"uuid": drafted}), {**FORM, "form_key": uuid4()})
    assert done().count() == entries
    assert PlanVersion.objects.get(plan__uuid=drafted).state == "draft"
    assert not Approval.objects.exists()


def test_nobody_but_its_lead_or_the_standing_agency_posts_on_a_task(cast: Cast, issued: UUID) -> None:
    task = planning.task_of(issued, "Sở Y tế", "Tập huấn")
    for who in ALL - {"standing", "focal"}:
        for name in ("task-update", "task-reassign"):
            address = reverse(f"office:{name}", kwargs={"uuid": task.uuid})
            sent = {**FORM, "lead": cast.agencies["Sở Nội vụ"].uuid, "form_key": uuid4()}
            assert cast.client(who).post(address, sent).status_code == 404, (who, name)
    assert not Progress.objects.exists()
    assert not Task.objects.filter(state="reassigned").exists()


@pytest.mark.parametrize("name", ["plans", "tasks", "plan-new"])
def test_an_anonymous_visitor_is_sent_to_the_sign_in(db: None, name: str) -> None:
    answer = Client().get(reverse(f"office:{name}"))
    assert answer.status_code == 302
    assert reverse("office:sign-in") in answer["Location"]


@pytest.mark.parametrize("name", ["plan", "task", "file", "plan-document", "plan-item", "plan-draft-document"])
def test_what_is_not_there_and_what_may_not_be_seen_look_the_same(cast: Cast, issued: UUID, name: str) -> None:
    address = reverse(f"office:{name}", kwargs={"uuid": uuid4()})
    missing = cast.client("stranger").get(address)
    hidden = cast.client("stranger").get(reverse("office:plan", kwargs={"uuid": issued}))
    assert missing.status_code == hidden.status_code == 404
