import datetime as dt
import io

import docx
import pytest

from haidang.apps.directives.models import Distribution
from haidang.apps.files import services as files
from haidang.apps.ledger import queries as ledger
from haidang.apps.ledger.models import Entry
from haidang.apps.plans.models import Approval, PlanVersion, Task
from haidang.apps.reports.models import Obligation, Request
from haidang.domain.terms.refusal import Refusal
from haidang.flows.attaching import Attachment
from haidang.flows.plan_document import preview
from haidang.flows.review_plan import review_plan
from haidang.flows.sign_plan import record_signature, sign_plan
from haidang.flows.submit_plan import submit_plan
from tests.factories import planning
from tests.factories.cast import NOW, TODAY, Cast
from tests.factories.directing import confirmed_directive


@pytest.fixture
def plan(cast: Cast):
    return planning.draft(cast, confirmed_directive(cast["standing"], NOW))


@pytest.fixture
def settled(cast: Cast, plan):
    planning.settle(cast, plan)
    return plan


def version(plan) -> PlanVersion:
    return PlanVersion.objects.filter(plan__uuid=plan).order_by("-number")[0]


def words_of(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_a_plan_with_a_duty_nobody_owns_cannot_be_submitted(cast: Cast, plan) -> None:
    with pytest.raises(Refusal, match=r"plan\.unowned") as refused:
        planning.submit(cast, plan)
    assert refused.value.values_by_name == {"count": 1}
    assert version(plan).state == "draft"
    assert not Approval.objects.exists()


def test_an_empty_plan_cannot_be_submitted(cast: Cast) -> None:
    with pytest.raises(Refusal, match=r"plan\.empty"):
        planning.submit(cast, planning.draft(cast, None))


@pytest.mark.parametrize("who", [(), ("leader", "leader"), ("focal",)])
def test_it_is_shown_to_one_to_three_different_superiors(cast: Cast, settled, who: tuple[str, ...]) -> None:
    with pytest.raises(Refusal, match=r"plan\.superior"):
        submit_plan(actor=cast["standing"], at=NOW, today=TODAY, plan_uuid=settled,
                    superiors=[cast[name].post_uuid for name in who])  # fmt: skip


def test_superiors_answer_in_order(cast: Cast, settled) -> None:
    planning.submit(cast, settled)
    with pytest.raises(Refusal, match=r"plan\.not_your_turn"):
        planning.approve(cast, settled, "leader")
    planning.approve(cast, settled, "police_leader")
    assert version(settled).state == "submitted"
    planning.approve(cast, settled, "leader")
    assert version(settled).state == "approved"


def test_a_superior_sends_it_back_with_a_note_and_it_comes_again(cast: Cast, settled) -> None:
    planning.submit(cast, settled)
    with pytest.raises(Refusal, match=r"plan\.note_missing"):
        review_plan(actor=cast["police_leader"], at=NOW, plan_uuid=settled, approved=False)
    review_plan(actor=cast["police_leader"], at=NOW, plan_uuid=settled, approved=False, note="Nêu rõ kinh phí")
    assert version(settled).state == "draft"
    planning.submit(cast, settled)
    assert version(settled).round == 2
    assert Approval.objects.filter(state="sent_back", note="Nêu rõ kinh phí").count() == 1


def test_nobody_approves_what_they_submitted_themselves(cast: Cast, settled) -> None:
    planning.submit(cast, settled, "leader")
    PlanVersion.objects.update(submitted_by=cast.users["leader"])
    with pytest.raises(Refusal, match=r"plan\.own_approval"):
        planning.approve(cast, settled, "leader")


def test_a_submitted_plan_is_no_longer_edited(cast: Cast, settled) -> None:
    planning.submit(cast, settled)
    with pytest.raises(Refusal, match=r"plan\.not_draft"):
        planning.submit(cast, settled)


def test_only_a_leader_of_the_issuer_signs_and_only_what_is_approved(cast: Cast, settled) -> None:
    planning.submit(cast, settled)
    with pytest.raises(Refusal, match=r"plan\.not_approved"):
        sign_plan(actor=cast["leader"], at=NOW, plan_uuid=settled)
    planning.approve(cast, settled)
    with pytest.raises(Refusal, match=r"plan\.signer"):
        sign_plan(actor=cast["police_leader"], at=NOW, plan_uuid=settled)
    sign_plan(actor=cast["leader"], at=NOW, plan_uuid=settled)
    assert version(settled).signed_post.title == "Phó Chủ tịch"


def test_a_signed_scan_can_be_the_signature(cast: Cast, settled) -> None:
    planning.submit(cast, settled)
    planning.approve(cast, settled)
    scan = Attachment("trang-ky.pdf", "application/pdf", b"%PDF-1.7 signed")
    with pytest.raises(Refusal, match=r"plan\.signer"):
        record_signature(actor=cast["clerk"], at=NOW, today=TODAY, plan_uuid=settled,
                         post_uuid=cast["police_leader"].post_uuid, scan=scan)  # fmt: skip
    record_signature(actor=cast["clerk"], at=NOW, today=TODAY, plan_uuid=settled,
                     post_uuid=cast["leader"].post_uuid, scan=scan)  # fmt: skip
    signed = version(settled)
    assert signed.state == "signed"
    assert signed.signed_by == cast.users["leader"]
    assert files.content(signed.signed_scan.uuid) == scan.data


def test_only_the_records_clerk_gives_the_number(cast: Cast, settled) -> None:
    planning.submit(cast, settled)
    planning.approve(cast, settled)
    with pytest.raises(Refusal, match=r"plan\.not_signed"):
        planning.number(cast, settled)
    sign_plan(actor=cast["leader"], at=NOW, plan_uuid=settled)
    cast.viewers["clerk"] = cast["standing"]
    with pytest.raises(Refusal, match="not_allowed"):
        planning.number(cast, settled)


@pytest.mark.parametrize("given", ["", "31 a", "3/1"])
def test_a_number_without_sense_is_refused(cast: Cast, settled, given: str) -> None:
    planning.submit(cast, settled)
    planning.approve(cast, settled)
    sign_plan(actor=cast["leader"], at=NOW, plan_uuid=settled)
    with pytest.raises(Refusal, match=r"plan\.number"):
        planning.number(cast, settled, given)
    assert version(settled).symbol == ""


def test_a_day_to_come_is_refused_as_the_day_of_issue(cast: Cast, settled) -> None:
    planning.submit(cast, settled)
    planning.approve(cast, settled)
    sign_plan(actor=cast["leader"], at=NOW, plan_uuid=settled)
    with pytest.raises(Refusal, match=r"plan\.date_future"):
        planning.number(cast, settled, day=TODAY + dt.timedelta(days=1))


def test_issuing_opens_tasks_and_requests_and_sends_the_directive(cast: Cast, settled) -> None:
    assert not Distribution.objects.exists()
    planning.finish(cast, settled)
    assert set(Task.objects.values_list("state", flat=True)) == {"open"}
    request = Request.objects.get()
    assert request.opened_at == NOW
    owing = set(Obligation.objects.values_list("agency__name", flat=True))
    assert owing == {"Sở Y tế", "UBND xã Bãi Ngang", "UBND xã Hòn Trà", "UBND phường Cửa Sóng"}
    assert Obligation.objects.filter(task_uuid=None).count() == 0
    sent = set(Distribution.objects.values_list("agency__name", flat=True))
    assert {"Sở Y tế", "Sở Tư pháp", "Tòa án nhân dân tỉnh", "UBND xã Hòn Trà", "Công an tỉnh"} <= sent


def test_the_document_is_frozen_in_the_official_form(cast: Cast, settled) -> None:
    planning.finish(cast, settled)
    words = words_of(files.content(version(settled).document.uuid))
    assert "Số: 31/KH-UBND" in words
    assert "An Hải, ngày 11 tháng 3 năm 2026" in words
    assert "TM. ỦY BAN NHÂN DÂN" in words
    assert "KT. CHỦ TỊCH" in words
    assert "Trần Minh Mẫu" in words
    assert "UBND các xã, phường" in words
    assert "Đề nghị Tòa án nhân dân tỉnh" in words
    assert "trước ngày 16/3/2026" in words
    assert (
        "báo cáo kết quả thực hiện Kế hoạch này về Ủy ban nhân dân tỉnh (qua Công an tỉnh) trước ngày 16/9/2026"
        in words
    )
    assert "mục II.2, Kế hoạch số 05/KH-BCĐ" in words
    assert "tàu cá" not in words
    assert "DỰ THẢO" not in words


def test_a_draft_has_room_for_the_number_and_says_that_it_is_a_draft(cast: Cast, plan) -> None:
    words = words_of(preview(cast["standing"], plan, today=TODAY).data)
    assert "DỰ THẢO" in words
    assert "31/KH" not in words
    with pytest.raises(Refusal, match="not_found"):
        preview(cast["focal"], plan, today=TODAY)


def test_one_number_is_given_once_a_year(cast: Cast, settled) -> None:
    planning.finish(cast, settled)
    other = planning.draft(cast, confirmed_directive(cast["standing"], NOW, number="06/KH-BCĐ"))
    planning.settle(cast, other)
    with pytest.raises(Refusal, match=r"plan\.number_taken"):
        planning.finish(cast, other)
    planning.number(cast, other, "32")
    assert version(other).symbol == "32/KH-UBND"


def test_pressing_issue_twice_issues_once(cast: Cast, settled) -> None:
    planning.submit(cast, settled)
    planning.approve(cast, settled)
    sign_plan(actor=cast["leader"], at=NOW, plan_uuid=settled)
    planning.number(cast, settled, key="same form")
    planning.number(cast, settled, key="same form")
    assert Entry.objects.filter(act="plan.issue").count() == 1


def test_every_step_leaves_its_entry_and_the_chain_holds(cast: Cast, settled) -> None:
    planning.finish(cast, settled)
    acts = list(Entry.objects.filter(object_uuid=settled).order_by("number").values_list("act", flat=True))
    assert acts == ["plan.draft", "plan.submit", "plan.review", "plan.review", "plan.sign", "plan.issue"]
    assert ledger.first_bad_entry(cast.province.pk) is None
