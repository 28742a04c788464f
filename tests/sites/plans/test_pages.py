from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from haidang.apps.plans.models import Plan, PlanItem, PlanVersion, Progress, Task
from tests.factories import planning
from tests.factories.cast import NOW, Cast
from tests.factories.directing import confirmed_directive


def at(name: str, uuid: UUID) -> str:
    return reverse(f"office:{name}", kwargs={"uuid": uuid})


def progress(**said: object) -> dict[str, object]:
    return {"happened_on": "2026-03-10", "percent": "40", "note": "Đã mở một lớp", "form_key": uuid4(), **said}


def test_a_plan_is_drafted_from_a_directive_by_one_form(cast: Cast) -> None:
    directive = confirmed_directive(cast["standing"], NOW)
    client = cast.client("standing")
    address = f"{reverse('office:plan-new')}?van-ban={directive.uuid}"
    page = client.get(address)
    assert "Phòng, chống mua bán người năm 2026" in page.content.decode()
    issuer = cast.agencies["UBND tỉnh An Hải"].uuid
    answer = client.post(
        address, {"title": "Phòng, chống mua bán người", "issuer": issuer, "year": 2026, "form_key": uuid4()}
    )
    plan = Plan.objects.get()
    assert answer["Location"] == at("plan", plan.uuid)
    shown = client.get(answer["Location"]).content.decode()
    assert "Kiểm tra tàu cá" in shown
    assert shown.index("Kiểm tra tàu cá") < shown.index("Tổ chức tuyên truyền")


def test_a_duty_is_given_to_a_collective_by_its_name(cast: Cast, drafted: UUID) -> None:
    item = PlanItem.objects.get(plan__uuid=drafted, text__contains="tàu cá")
    client = cast.client("standing")
    sent = {"named": "UBND các xã, phường", "form_key": uuid4(), "answering": ""}
    assert client.post(at("plan-item-give", item.uuid), sent).status_code == 302
    assert item.tasks.count() == 3
    wrong = {"named": "Hội không ai biết", "form_key": uuid4(), "answering": ""}
    page = client.post(at("plan-item-give", item.uuid), wrong)
    assert page.status_code == 200
    assert "Hội không ai biết" in page.content.decode()
    assert item.tasks.count() == 3


def test_the_whole_way_to_issue_goes_through_the_pages(cast: Cast, drafted: UUID) -> None:
    item = PlanItem.objects.get(plan__uuid=drafted, text__contains="tàu cá")
    standing = cast.client("standing")
    stopped = standing.post(at("plan-submit", drafted), {"first": cast["leader"].post_uuid, "form_key": uuid4()})
    assert stopped.status_code == 200
    assert PlanVersion.objects.get().state == "draft"
    standing.post(at("plan-item-declare", item.uuid), {"reason": "Chưa có đơn vị", "form_key": uuid4()})
    superiors = {"first": cast["police_leader"].post_uuid, "second": cast["leader"].post_uuid, "form_key": uuid4()}
    standing.post(at("plan-submit", drafted), superiors)
    for who in ("police_leader", "leader"):
        cast.client(who).post(at("plan-review", drafted), {"approved": "yes", "form_key": uuid4()})
    cast.client("leader").post(at("plan-sign", drafted), {"form_key": uuid4()})
    numbered = {"number": "12", "symbol": "KH-UBND", "issued_on": "2026-03-11", "form_key": uuid4()}
    answer = cast.client("clerk").post(at("plan-issue", drafted), numbered, follow=True)
    assert "12/KH-UBND" in answer.content.decode()
    assert Task.objects.filter(plan__uuid=drafted, state="open").exists()


def test_a_form_sent_again_when_the_step_is_done_leads_to_the_same_page(cast: Cast, drafted: UUID) -> None:
    planning.settle(cast, drafted)
    sent = {"first": cast["leader"].post_uuid, "form_key": uuid4()}
    client = cast.client("standing")
    assert client.post(at("plan-submit", drafted), sent).status_code == 302
    assert client.post(at("plan-submit", drafted), sent).status_code == 302
    assert PlanVersion.objects.get().round == 1


def test_the_draft_document_is_sent_as_a_file_marked_as_a_draft(cast: Cast, drafted: UUID) -> None:
    answer = cast.client("standing").get(at("plan-draft-document", drafted))
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer.content[:2] == b"PK"


def test_progress_with_evidence_and_a_number_is_kept_and_shown(cast: Cast, issued: UUID) -> None:
    task = planning.task_of(issued, "Sở Y tế", "Tập huấn")
    client = cast.client("focal")
    files = [SimpleUploadedFile("ảnh lớp.html", b"<script>alert(1)</script>"), SimpleUploadedFile("hai.txt", b"2")]
    sent = progress(evidence=files, indicator_1="training_classes", number_1="1.250")
    page = client.post(at("task-update", task.uuid), sent, follow=True).content.decode()
    entry = Progress.objects.get()
    assert entry.results.get().value == 1250
    assert "1.250" in page
    assert "ảnh lớp.html" in page
    file = entry.evidence.order_by("id")[0].file
    download = client.get(at("file", file.uuid))
    assert download["Content-Disposition"].startswith("attachment")
    assert download.content == b"<script>alert(1)</script>"
    assert cast.client("commune").get(at("file", file.uuid)).status_code == 404
    assert cast.client("standing").get(at("file", file.uuid)).status_code == 200


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ({"happened_on": "2027-01-01"}, "Đã mở một lớp"),
        ({"percent": "101"}, "Đã mở một lớp"),
        ({"indicator_1": "training_classes"}, "Đã mở một lớp"),
        ({"number_1": "7"}, "Đã mở một lớp"),
        ({"indicator_1": "training_classes", "number_1": "bảy"}, "bảy"),
        ({"indicator_1": "training_classes", "number_1": "1,5"}, "1,5"),
    ],
)
def test_what_was_typed_is_kept_when_an_entry_is_refused(
    cast: Cast, issued: UUID, said: dict[str, str], kept: str
) -> None:
    task = planning.task_of(issued, "Sở Y tế", "Tập huấn")
    page = cast.client("focal").post(at("task-update", task.uuid), progress(**said))
    assert page.status_code == 200
    assert kept in page.content.decode()
    assert 'role="alert"' in page.content.decode()
    assert not Progress.objects.exists()


def test_an_entry_for_a_court_is_marked_on_every_page(cast: Cast, issued: UUID) -> None:
    trial = planning.task_of(issued, "Tòa án nhân dân tỉnh")
    client = cast.client("standing")
    page = client.get(at("task", trial.uuid)).content.decode()
    assert "quá hạn" not in page
    client.post(at("task-update", trial.uuid), progress(paper_number="88/TA-VP", paper_date="2026-03-09"))
    assert Progress.objects.get().entered_for
    assert "nhập thay" in client.get(at("task", trial.uuid)).content.decode()
    assert "nhập thay" in client.get(reverse("office:tasks")).content.decode()


def test_a_task_leads_to_the_line_of_its_source(cast: Cast, issued: UUID) -> None:
    task = planning.task_of(issued, "Sở Y tế", "Tập huấn")
    page = cast.client("focal").get(at("task", task.uuid)).content.decode()
    assert f"/van-ban/{task.item.duty.directive.uuid}/dong/{task.item.duty.line}/" in page


def test_a_task_given_to_another_points_both_ways(cast: Cast, issued: UUID) -> None:
    task = planning.task_of(issued, "Sở Y tế", "Tập huấn")
    sent = {"lead": cast.agencies["Sở Nội vụ"].uuid, "reason": "Đúng chức năng", "form_key": uuid4()}
    answer = cast.client("standing").post(at("task-reassign", task.uuid), sent)
    assert str(task.uuid) in cast.client("standing").get(answer["Location"]).content.decode()
    old = cast.client("focal").get(at("task", task.uuid)).content.decode()
    assert "Sở Nội vụ" in old
    assert 'name="percent"' not in old


def test_an_entry_is_voided_from_its_timeline(cast: Cast, issued: UUID) -> None:
    task = planning.task_of(issued, "Sở Y tế", "Tập huấn")
    client = cast.client("focal")
    client.post(at("task-update", task.uuid), progress())
    entry = Progress.objects.get()
    address = reverse("office:task-void", kwargs={"uuid": task.uuid, "progress": entry.uuid})
    assert client.post(address, {"reason": "", "form_key": uuid4()}).status_code == 200
    assert client.post(address, {"reason": "Ghi nhầm", "form_key": uuid4()}).status_code == 302
    entry.refresh_from_db()
    assert entry.void_reason == "Ghi nhầm"


def test_an_agency_sees_only_its_own_tasks_of_a_plan(cast: Cast, issued: UUID) -> None:
    page = cast.client("commune").get(at("plan", issued)).content.decode()
    assert "Rà soát hồ sơ" in page
    assert "Tập huấn" not in page
    assert "UBND xã Hòn Trà" not in page


@pytest.mark.parametrize(
    "query", ["trang=999", "trang=x", "trang=-1", "tinh-trang=lạ", "cua=%27", "sap-xep=zzz", "q=%25"]
)
def test_nonsense_in_the_address_is_the_first_page(cast: Cast, issued: UUID, query: str) -> None:
    assert cast.client("standing").get(f"{reverse('office:tasks')}?{query}").status_code == 200
    assert cast.client("standing").get(f"{reverse('office:plans')}?{query}").status_code == 200
