"""Requests that no page of ours sends: other people's ids and keys, old pages, files that pretend, other sites."""

from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from haidang.apps.files.models import StoredFile
from haidang.apps.ledger.models import Entry
from haidang.apps.people.models import Agency
from haidang.apps.plans.models import PlanItem, Progress, Task
from haidang.apps.reports.models import Report
from haidang.domain.terms.refusal import Refusal
from haidang.flows.reassign_task import reassign_task
from tests.factories import planning
from tests.factories.cast import NOW, PASSWORD, TODAY, Cast
from tests.factories.directing import confirmed_directive
from tests.factories.directives import register, seen
from tests.factories.reporting import Asked, asked

__all__ = ["asked"]

PROGRESS = {"happened_on": "10/3/2026", "percent": "10", "note": "Đã họp"}
KEY = "11111111-1111-4111-8111-111111111111"


def update(task: Task) -> str:
    return reverse("office:task-update", kwargs={"uuid": task.uuid})


@pytest.fixture
def elsewhere(cast: Cast) -> Agency:
    """An agency of another province."""
    return Agency.objects.exclude(province=cast.province).get()


def test_a_task_is_never_given_to_an_agency_of_another_province(asked: Asked, elsewhere: Agency) -> None:
    task = asked.tasks["Sở Y tế"]
    sent = {"lead": elsewhere.uuid, "reason": "x", "form_key": uuid4()}
    page = asked.cast.client("standing").post(reverse("office:task-reassign", kwargs={"uuid": task.uuid}), sent)
    assert page.status_code == 200
    with pytest.raises(Refusal, match=r"agency\.unknown"):
        reassign_task(
            actor=asked.cast["standing"], at=NOW, today=TODAY, task_uuid=task.uuid, lead=elsewhere.uuid, reason="x"
        )
    assert not Task.objects.filter(lead=elsewhere).exists()


def test_a_duty_is_never_given_to_an_agency_of_another_province(cast: Cast, elsewhere: Agency) -> None:
    plan = planning.draft(cast, confirmed_directive(cast["standing"], NOW))
    item = PlanItem.objects.filter(plan__uuid=plan)[0]
    before = Entry.objects.count()
    for field in ("leads", "cooperating", "answering"):
        sent = {"named": "", "answering": "", field: elsewhere.uuid, "form_key": uuid4()}
        cast.client("standing").post(reverse("office:plan-item-give", kwargs={"uuid": item.uuid}), sent)
    assert Entry.objects.count() == before
    assert not Task.objects.filter(lead=elsewhere).exists()


def test_no_choice_of_a_form_names_what_belongs_to_another_province(cast: Cast, elsewhere: Agency) -> None:
    plan = planning.draft(cast, confirmed_directive(cast["standing"], NOW))
    item = PlanItem.objects.filter(plan__uuid=plan)[0]
    client = cast.client("standing")
    for name, uuid in (("plan-item", item.uuid), ("plan-submit", plan), ("plan-facts", plan)):
        page = client.get(reverse(f"office:{name}", kwargs={"uuid": uuid})).content.decode()
        assert str(elsewhere.uuid) not in page
        assert "Tạ Văn Xa" not in page


def test_the_key_of_somebody_elses_form_neither_stops_an_act_nor_tells_of_one(asked: Asked) -> None:
    one, two = asked.tasks["Sở Y tế"], asked.tasks["Sở Tư pháp"]
    asked.cast.client("focal").post(update(one), {**PROGRESS, "form_key": KEY})
    answer = asked.cast.client("other_focal").post(update(two), {**PROGRESS, "form_key": KEY})
    assert answer.url == reverse("office:task", kwargs={"uuid": two.uuid})
    assert Progress.objects.count() == 2


def test_one_key_under_two_acts_does_both_once(asked: Asked) -> None:
    task, owed = asked.tasks["Sở Y tế"], asked.obligations["Sở Y tế"]
    client = asked.cast.client("focal")
    for _ in range(2):
        client.post(update(task), {**PROGRESS, "form_key": KEY})
        client.post(reverse("office:report-nil", kwargs={"uuid": owed.uuid}), {"note": "", "form_key": KEY})
    assert Progress.objects.count() == 1
    assert Report.objects.count() == 1


@pytest.mark.parametrize("revision", ["-1", "7", "9" * 30, "1e5", ""])
def test_a_correction_on_a_state_that_never_was_changes_nothing(cast: Cast, revision: str) -> None:
    uuid = register(cast)
    duty, before = seen(cast, uuid).duties[0], Entry.objects.count()
    address = reverse("office:duty-edit", kwargs={"uuid": uuid, "duty": duty.uuid})
    sent = {"revision": revision, "text": "Khác", "due_kind": "throughout", "form_key": uuid4()}
    assert cast.client("standing").post(address, sent).status_code == 200
    assert seen(cast, uuid).duties[0].text == duty.text
    assert Entry.objects.count() == before


def test_a_post_stays_a_post_whatever_its_headers_say(asked: Asked) -> None:
    address = reverse("office:task", kwargs={"uuid": asked.tasks["Sở Y tế"].uuid})
    client = asked.cast.client("focal")
    for method in ("DELETE", "PUT", "PATCH"):
        assert client.post(address, {"_method": method}, headers={"X-HTTP-Method-Override": method}).status_code == 405
        assert client.generic(method, address).status_code == 405


@pytest.mark.parametrize(
    "name", ["x.html", "x.svg", "../../etc/passwd", 'a"\r\nSet-Cookie: x=1\r\n.pdf', "a\u202efdp.exe"]
)
def test_evidence_goes_out_as_a_file_to_keep_whatever_it_is_called(asked: Asked, name: str) -> None:
    task, client = asked.tasks["Sở Y tế"], asked.cast.client("focal")
    file = SimpleUploadedFile("x", b"<script>alert(1)</script>", content_type="text/html\r\nX-Own: 1")
    file._name = name  # past the cleaning of the test client's own class
    client.post(update(task), {**PROGRESS, "evidence": file, "form_key": uuid4()})
    stored = StoredFile.objects.get()
    assert stored.label.isprintable()
    assert "/" not in stored.label
    answer = client.get(reverse("office:file", kwargs={"uuid": stored.uuid}))
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert not {"Set-Cookie", "X-Own"} & set(answer.headers)


def test_the_type_of_a_scan_is_not_what_its_sender_says(asked: Asked) -> None:
    owed = asked.obligations["Tòa án nhân dân tỉnh"]
    scan = SimpleUploadedFile("cong-van.pdf", b"%PDF", content_type="text/html" + "x" * 300)
    sent = {"document": "12/BC", "dated": "1/3/2026", "arrived_on": "2/3/2026", "scan": scan, "form_key": uuid4()}
    asked.cast.client("standing").post(reverse("office:report-enter-for", kwargs={"uuid": owed.uuid}), sent)
    report = Report.objects.get()
    answer = asked.cast.client("standing").get(reverse("office:report-scan", kwargs={"uuid": report.uuid}))
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"].startswith("attachment;")


@pytest.mark.parametrize(
    "wanted", ["abc", "office:ledger", "/\\example.org", "//example.org/", "http:example.org", "\\\\x"]
)
def test_sign_in_leads_only_to_addresses_of_ours(client: Client, cast: Cast, wanted: str) -> None:
    answer = client.post("/dang-nhap/", {"username": "focal", "password": PASSWORD, "next": wanted})
    assert (answer.status_code, answer.url) == (302, "/")
    assert client.get("/dang-nhap/", {"next": wanted}).url == "/"


def test_a_session_planted_before_sign_in_opens_nothing_and_a_left_one_neither(client: Client, cast: Cast) -> None:
    session = client.session
    session["planted"] = True
    session.save()
    planted = session.session_key
    client.post("/dang-nhap/", {"username": "focal", "password": PASSWORD})
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert cookie.value != planted
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    client.post("/dang-xuat/")
    for value in (planted, cookie.value):
        late = Client()
        late.cookies[settings.SESSION_COOKIE_NAME] = value
        assert late.get("/").status_code == 302


def test_a_closed_account_is_out_with_its_next_page(cast: Cast) -> None:
    client = cast.client("focal")
    assert client.get("/").status_code == 200
    type(cast.users["focal"]).objects.filter(username="focal").update(is_active=False)
    assert client.get("/").status_code == 302


def test_an_item_of_another_plan_cannot_be_reached_through_a_plan_of_ones_own(cast: Cast) -> None:
    stranger_item: UUID = PlanItem.objects.filter(
        plan__uuid=planning.draft(cast, confirmed_directive(cast["standing"], NOW))
    )[0].uuid
    for name in ("give", "declare", "due", "withdraw", "restore"):
        address = reverse(f"office:plan-item-{name}", kwargs={"uuid": stranger_item})
        sent = {"reason": "x", "kind": "throughout", "named": "", "answering": "", "form_key": uuid4()}
        assert cast.client("stranger").post(address, sent).status_code == 404
