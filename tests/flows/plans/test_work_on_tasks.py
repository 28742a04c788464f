import datetime as dt
from decimal import Decimal

import pytest

from haidang.apps.ledger.models import Entry
from haidang.apps.plans import queries
from haidang.apps.plans.models import Evidence, Progress, Task
from haidang.apps.reports.models import Obligation
from haidang.domain.terms.refusal import Refusal
from haidang.flows.attaching import Attachment
from haidang.flows.reassign_task import reassign_task
from haidang.flows.start_report import start_report
from haidang.flows.update_task import CitedPaper, update_task
from haidang.flows.void_progress import void_progress
from tests.factories import planning
from tests.factories.cast import NOW, TODAY, Cast
from tests.factories.directing import confirmed_directive

PHOTO = Attachment("anh-tap-huan.jpg", "image/jpeg", b"not really a photo")
PAPER = CitedPaper("88/TA-VP", dt.date(2026, 3, 9), Attachment("88.pdf", "application/pdf", b"%PDF-1.7"))


@pytest.fixture
def plan(cast: Cast):
    return planning.issued(cast, confirmed_directive(cast["standing"], NOW))


@pytest.fixture
def training(plan) -> Task:
    return planning.task_of(plan, "Sở Y tế", "Tập huấn")


@pytest.fixture
def trial(plan) -> Task:
    return planning.task_of(plan, "Tòa án nhân dân tỉnh")


def update(cast: Cast, who: str, task: Task, **said: object):
    values = {"happened_on": TODAY, "percent": 40, "note": "Đã mở một lớp", **said}
    return update_task(actor=cast[who], at=NOW, today=TODAY, task_uuid=task.uuid, **values)


def reassign(cast: Cast, task: Task, to: str, reason: str = "Đổi cơ quan chủ trì"):
    return reassign_task(actor=cast["standing"], at=NOW, today=TODAY, task_uuid=task.uuid,
                         lead=cast.agencies[to].uuid, reason=reason)  # fmt: skip


def test_the_lead_says_what_was_done_with_a_file_and_numbers(cast: Cast, training: Task) -> None:
    update(cast, "focal", training, evidence=[PHOTO], results=[("training_classes", Decimal(1))])
    training.refresh_from_db()
    assert (training.percent, training.state, training.done_on) == (40, "open", None)
    entry = Progress.objects.get()
    assert entry.agency == cast.agencies["Sở Y tế"]
    assert entry.results.get().value == 1
    assert Evidence.objects.get().file.label == PHOTO.label
    noted = Entry.objects.get(act="task.update")
    assert noted.object_uuid == training.uuid
    assert "Đã mở" not in noted.body


def test_a_hundred_per_cent_finishes_and_less_reopens(cast: Cast, training: Task) -> None:
    update(cast, "focal", training, percent=100)
    training.refresh_from_db()
    assert (training.state, training.done_on) == ("done", TODAY)
    update(cast, "focal", training, percent=60, note="Còn một lớp chưa mở")
    training.refresh_from_db()
    assert (training.state, training.done_on) == ("open", None)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"happened_on": TODAY + dt.timedelta(days=1)}, "progress.future"),
        ({"percent": 101}, "progress.percent"),
        ({"percent": -1}, "progress.percent"),
        ({"note": "  "}, "progress.note_missing"),
        ({"evidence": [Attachment("rong.pdf", "application/pdf", b"")]}, "file.empty"),
        ({"results": [("training_classes", Decimal("1.5"))]}, "indicator.not_whole"),
        ({"results": [("training_classes", Decimal(-1))]}, "indicator.negative"),
        ({"results": [("no_such", Decimal(1))]}, "indicator.unknown"),
        ({"results": [("training_classes", Decimal(1))] * 2}, "progress.indicator_twice"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    cast: Cast, training: Task, said: dict[str, object], code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        update(cast, "focal", training, **said)
    assert refused.value.code == code
    assert not Progress.objects.exists()
    assert not Entry.objects.filter(act="task.update").exists()


@pytest.mark.parametrize("who", ["other_focal", "commune", "leader", "clerk", "inspector", "stranger"])
def test_nobody_but_the_lead_or_the_standing_agency_writes_on_a_task(cast: Cast, training: Task, who: str) -> None:
    with pytest.raises(Refusal, match=r"not_allowed|not_found"):
        update(cast, who, training)
    assert not Progress.objects.exists()


def test_the_standing_agency_enters_for_another_and_cites_its_paper(cast: Cast, trial: Task) -> None:
    with pytest.raises(Refusal, match=r"progress\.paper_missing"):
        update(cast, "standing", trial)
    update(cast, "standing", trial, percent=100, paper=PAPER)
    entry = Progress.objects.get()
    assert entry.entered_for
    assert entry.agency == cast.agencies["Tòa án nhân dân tỉnh"]
    assert (entry.source_document, entry.source_date) == ("88/TA-VP", dt.date(2026, 3, 9))
    assert Evidence.objects.get().is_source
    assert queries.task_page(cast["standing"], trial.uuid, today=TODAY).row.entered_for


def test_a_paper_from_a_day_to_come_is_refused(cast: Cast, trial: Task) -> None:
    with pytest.raises(Refusal, match=r"progress\.paper_future"):
        update(cast, "standing", trial, paper=CitedPaper("9/TA", TODAY + dt.timedelta(days=1)))


def test_one_form_key_makes_one_entry(cast: Cast, training: Task) -> None:
    for _ in range(2):
        update(cast, "focal", training, key="one press")
    assert Progress.objects.count() == 1


def test_a_voided_entry_stays_to_be_read_and_counts_no_more(cast: Cast, plan, training: Task) -> None:
    update(cast, "focal", training, percent=100, results=[("training_classes", Decimal(7))])
    entry = Progress.objects.get()
    with pytest.raises(Refusal, match="not_allowed"):
        void_progress(actor=cast["standing"], at=NOW, progress_uuid=entry.uuid, reason="Nhầm")
    void_progress(actor=cast["focal"], at=NOW, progress_uuid=entry.uuid, reason="Ghi nhầm số lớp")
    training.refresh_from_db()
    assert (training.percent, training.state) == (0, "open")
    assert results_of(cast, plan) == []
    with pytest.raises(Refusal, match=r"progress\.voided"):
        void_progress(actor=cast["focal"], at=NOW, progress_uuid=entry.uuid, reason="Ghi nhầm số lớp")


def results_of(cast: Cast, plan) -> list[tuple[str, int]]:
    rows = queries.results(
        province_id=cast.province.pk,
        agency_ids=[agency.pk for agency in cast.agencies.values()],
        indicators=["training_classes", "trainees"],
        plan_uuid=plan,
        cutoff=TODAY,
    )
    return [(row.indicator, int(row.value)) for row in rows]


def test_a_number_counts_once_for_the_lead_and_not_for_who_helped(cast: Cast, plan, training: Task) -> None:
    update(cast, "focal", training, results=[("training_classes", Decimal(2))])
    assert results_of(cast, plan) == [("training_classes", 2)]
    police = [cast.agencies["Công an tỉnh"].pk]
    assert queries.results(province_id=cast.province.pk, agency_ids=police, indicators=["training_classes"],
                           plan_uuid=plan) == ()  # fmt: skip


def test_a_reassigned_task_shows_its_chain_both_ways_and_keeps_the_work(cast: Cast, plan, training: Task) -> None:
    update(cast, "focal", training, results=[("training_classes", Decimal(2))])
    new = reassign(cast, training, "Sở Nội vụ")
    old_page = queries.task_page(cast["focal"], training.uuid, today=TODAY)
    new_page = queries.task_page(cast["standing"], new, today=TODAY)
    assert old_page.row.state == "reassigned"
    assert [row.lead_name for row in old_page.after] == ["Sở Nội vụ"]
    assert new_page.before is not None
    assert new_page.before.uuid == training.uuid
    assert new_page.row.due == old_page.row.due
    assert [mark.name for mark in new_page.cooperating] == ["Công an tỉnh"]
    assert results_of(cast, plan) == [("training_classes", 2)]
    with pytest.raises(Refusal, match=r"task\.closed"):
        update(cast, "focal", training)


def test_a_duty_to_report_goes_over_with_its_task(cast: Cast, plan) -> None:
    new = reassign(cast, planning.task_of(plan, "Sở Y tế", "báo cáo kết quả"), "Sở Nội vụ")
    assert Obligation.objects.get(agency__name="Sở Nội vụ").task_uuid == new
    assert not Obligation.objects.filter(agency__name="Sở Y tế").exists()


def test_a_report_already_begun_stays_owed_by_the_old_lead(cast: Cast, plan) -> None:
    owed = Obligation.objects.get(agency__name="Sở Y tế")
    start_report(actor=cast["focal"], at=NOW, obligation_uuid=owed.uuid)
    reassign(cast, planning.task_of(plan, "Sở Y tế", "báo cáo kết quả"), "Sở Nội vụ")
    assert {row.agency.name for row in Obligation.objects.all()} >= {"Sở Y tế", "Sở Nội vụ"}


@pytest.mark.parametrize(
    ("to", "reason", "code"),
    [
        ("Sở Y tế", "x", "task.same_lead"),
        ("Sở Tư pháp", "x", "task.lead_has_it"),
        ("Sở Nội vụ", " ", "task.reason_missing"),
    ],
)
def test_a_reassignment_without_sense_is_refused(cast: Cast, training: Task, to: str, reason: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        reassign(cast, training, to, reason)
    assert refused.value.code == code
    assert not Task.objects.filter(state="reassigned").exists()


def test_a_finished_task_is_not_reassigned(cast: Cast, training: Task) -> None:
    update(cast, "focal", training, percent=100)
    with pytest.raises(Refusal, match=r"task\.closed"):
        reassign(cast, training, "Sở Nội vụ")


def test_the_same_entry_once_more_is_refused_and_counted_once(cast: Cast, training: Task) -> None:
    said = {"evidence": [PHOTO], "results": [("training_classes", Decimal(1))]}
    update(cast, "focal", training, **said)
    for again in (said, {**said, "evidence": []}):
        with pytest.raises(Refusal, match=r"progress\.said_already"):
            update(cast, "focal", training, **again)
    assert Progress.objects.count() == 1


def test_an_entry_that_differs_in_anything_is_another(cast: Cast, training: Task) -> None:
    said = {"evidence": [PHOTO], "results": [("training_classes", Decimal(1))]}
    update(cast, "focal", training, **said)
    later = Attachment("lop-hai.jpg", "image/jpeg", b"another photo")
    for other in ({"percent": 60}, {"results": []}, {"evidence": [later]}, {"note": "Đã mở lớp thứ hai"}):
        update(cast, "focal", training, **{**said, **other})
    assert Progress.objects.count() == 5
