"""Two people, one moment: on PostgreSQL both at once, on SQLite (whose database in memory has one writer) in turn."""

import threading
from collections.abc import Callable
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from django.db import connection

from haidang.apps.directives.models import Directive
from haidang.apps.ledger import queries as ledger
from haidang.apps.ledger.models import Entry
from haidang.apps.plans.models import Plan, PlanVersion, Progress
from haidang.apps.reports.models import Consolidation, Report
from haidang.apps.reports.services.versions import TypedCell, TypedReport
from haidang.domain.terms.refusal import Refusal
from haidang.flows.confirm_duties import confirm_duties
from haidang.flows.consolidate_period import Chosen, Words, consolidate_period
from haidang.flows.review_report import review_report
from haidang.flows.save_report import save_report
from haidang.flows.sign_plan import sign_plan
from haidang.flows.submit_report import submit_report
from haidang.flows.update_task import update_task
from haidang.flows.void_progress import void_progress
from tests.factories import planning
from tests.factories.cast import NOW, TODAY, Cast, make_cast
from tests.factories.directing import confirmed_directive
from tests.factories.directives import register
from tests.factories.reporting import Asked, make_asked

Work = Callable[[], object]


def together(*works: Work) -> list[str]:
    """Do all of it at once; what came of each: done, or the code of the refusal. Anything else fails the test."""
    at_once = connection.vendor == "postgresql"
    outcomes: list[str] = []
    start = threading.Barrier(len(works) if at_once else 1)

    def go(work: Work) -> None:
        try:
            start.wait()
            work()
            outcomes.append("done")
        except Refusal as refusal:
            outcomes.append(refusal.code)
        except Exception as fault:
            outcomes.append(f"{type(fault).__name__}: {fault}")
        finally:
            connection.close()

    threads = [threading.Thread(target=go, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
        if not at_once:
            thread.join()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The cast, where others can see it."""
    return make_cast()


def key() -> str:
    return str(uuid4())


def signed(cast: Cast, number: str) -> UUID:
    plan = planning.draft(cast, confirmed_directive(cast["standing"], NOW, number=number))
    planning.settle(cast, plan)
    planning.submit(cast, plan)
    planning.approve(cast, plan)
    sign_plan(actor=cast["leader"], at=NOW, plan_uuid=plan)
    return plan


def test_one_number_is_given_to_one_plan(cast: Cast) -> None:
    plans = [signed(cast, number) for number in ("1/KH-BCĐ", "2/KH-BCĐ")]
    came = together(*(lambda plan=plan: planning.number(cast, plan, "31", key=key()) for plan in plans))
    assert came == ["done", "plan.number_taken"]
    assert PlanVersion.objects.filter(symbol="31/KH-UBND").count() == 1


def test_duties_are_confirmed_once_and_make_one_plan(cast: Cast) -> None:
    uuid = register(cast)
    known = {"actor": cast["standing"], "at": NOW, "directive_uuid": uuid, "revision": 0, "accept_doubts": True}
    came = together(*(lambda: confirm_duties(**known, key=key()) for _ in range(2)))
    assert came[0].startswith("directive.")
    assert came[1] == "done"
    directive = Directive.objects.get(uuid=uuid)
    came = together(*(lambda: planning.draft(cast, directive, key=key()) for _ in range(2)))
    assert came == ["done", "plan.already_drafted"]
    assert Plan.objects.count() == 1


def test_a_report_that_was_sent_stays_as_it_was_sent(cast: Cast) -> None:
    asked = make_asked(cast)
    report = asked.draft("focal", "Sở Y tế")
    known = {"actor": cast["focal"], "at": NOW, "report_uuid": report}

    def typed(value: int) -> TypedReport:
        return TypedReport({"sessions": TypedCell(Decimal(value))}, narrative=str(value))

    came = together(
        lambda: submit_report(**known, typed=typed(1), key=key()),
        lambda: submit_report(**known, typed=typed(2), key=key()),
        lambda: save_report(**known, typed=typed(3), key=key()),
    )
    assert set(came) == {"done", "report.closed"}
    assert Entry.objects.filter(act="report.submit").count() == 1
    row = Report.objects.get(uuid=report)
    assert row.state == "submitted"
    assert row.cells.get(indicator="sessions").value == int(row.narrative)


def test_a_report_is_accepted_or_returned_and_consolidated_into_numbered_papers(cast: Cast) -> None:
    asked = make_asked(cast)
    asked.accepted("other_focal", "Sở Tư pháp", sessions=1)
    sent = asked.send("focal", "Sở Y tế", sessions=1).uuid
    came = together(
        lambda: review_report(actor=asked.second, at=NOW, report_uuid=sent, accepted=True, key=key()),
        lambda: review_report(
            actor=cast["standing"], at=NOW, report_uuid=sent, accepted=False, note="Thiếu", key=key()
        ),
    )
    assert came == ["done", "review.not_waiting"]
    assert together(*(lambda: consolidate(asked) for _ in range(2))) == ["done", "done"]
    assert sorted(Consolidation.objects.values_list("number", flat=True)) == [1, 2]


def consolidate(asked: Asked) -> UUID:
    chosen = Chosen(Words("x"), asked.cast.agencies["Công an tỉnh"].uuid, "BC-CAT")
    known = {"actor": asked.cast["standing"], "at": NOW, "today": TODAY}
    return consolidate_period(**known, request_uuid=asked.request.uuid, chosen=chosen, key=key())


def test_one_form_pressed_three_times_makes_one_entry_and_it_is_voided_once(cast: Cast) -> None:
    asked = make_asked(cast)
    task, one = asked.tasks["Sở Y tế"].uuid, key()
    known = {"actor": cast["focal"], "at": NOW}
    what = {"today": TODAY, "task_uuid": task, "happened_on": TODAY, "percent": 10, "note": "Đã họp"}
    assert together(*(lambda: update_task(**known, **what, key=one) for _ in range(3))) == ["done"] * 3
    entry = Progress.objects.get()
    void = {**known, "progress_uuid": entry.uuid, "reason": "Nhầm"}
    assert together(*(lambda: void_progress(**void, key=key()) for _ in range(2))) == ["done", "progress.voided"]
    assert ledger.first_bad_entry(cast.province.pk) is None
