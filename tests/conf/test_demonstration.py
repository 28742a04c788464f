"""The demonstration province: laid once, with something on every desk, through the acts and so on the ledger."""

import json
import re
from collections.abc import Iterator
from io import StringIO

import pytest
from django.apps import apps
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import transaction
from django.test import RequestFactory

from haidang.apps.directives import queries as directives
from haidang.apps.ledger import queries as ledger
from haidang.apps.ledger.models import Entry
from haidang.apps.people import queries as people
from haidang.apps.people.models import Agency, User
from haidang.apps.plans import queries as plans
from haidang.apps.plans.models import PlanVersion, Task
from haidang.apps.reports import queries as reports
from haidang.apps.reports.models import Consolidation, Report
from haidang.conf.demonstration import laying
from haidang.domain.access.viewer import Viewer
from haidang.domain.deadlines.state import TaskState
from tests.factories.cast import NOW, TODAY


@pytest.fixture(scope="module")
def laid(django_db_setup: None, django_db_blocker) -> Iterator[None]:
    """The demonstration as of the cast's day; laid once for this file and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        assert laying.lay(NOW)
        yield
        transaction.set_rollback(True)


def seen(username: str) -> Viewer:
    """The person behind an account, on the cast's day."""
    viewer = people.viewer_for(User.objects.get(username=username), TODAY)
    assert viewer is not None
    return viewer


def rows() -> dict[str, int]:
    """How many rows every table of ours holds."""
    return {model._meta.label: model.objects.count() for model in apps.get_models() if "haidang" in model.__module__}


# An id, a code, a day or a number: all that the ledger may remember of an act.
UNSPEAKING = re.compile(
    r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z][a-z0-9_.]{0,60}|\d{4}-\d{2}-\d{2}(T\S+)?|\d+(\.\d+)*|", re.ASCII
)


def told(thing: object) -> list[object]:
    """Every single value that the body of an entry holds."""
    if isinstance(thing, dict):
        return [value for part in thing.values() for value in told(part)]
    return [value for part in thing for value in told(part)] if isinstance(thing, list) else [thing]


@pytest.mark.usefixtures("laid")
class TestTheLaidProvince:
    def test_laying_twice_is_laying_once(self) -> None:
        before = rows()
        assert laying.lay(NOW) is False
        assert rows() == before

    def test_it_has_fourteen_provincial_agencies_and_twelve_communes(self) -> None:
        provincial = Agency.objects.filter(province__name="tỉnh An Hải", unit__level="province")
        assert provincial.count() == 14
        assert [agency.name for agency in provincial.filter(standing=True)] == ["Công an tỉnh"]
        assert Agency.objects.filter(unit__level="commune", kind="committee").count() == 12

    def test_the_ledger_proves_itself(self) -> None:
        assert [ledger.first_bad_entry(province) for province in ledger.provinces()] == [None]

    def test_the_ledger_holds_ids_codes_days_and_numbers_and_never_words_that_people_typed(self) -> None:
        entries = list(Entry.objects.all())
        assert len({entry.act for entry in entries}) > 15
        for entry in entries:
            for value in told(json.loads(entry.body)):
                assert value is None or isinstance(value, int) or UNSPEAKING.fullmatch(str(value)), (entry.act, value)

    def test_acts_stand_on_the_ledger_in_the_order_of_time_and_none_in_the_future(self) -> None:
        page = ledger.page(seen("thanhtra"), size=1000)
        times = [row.at for row in reversed(page.rows)]
        assert page.total == len(times) > 150
        assert times == sorted(times)
        assert times[-1] < NOW

    @pytest.mark.parametrize(
        "username", ["soyte", "phunu", "hotro", "sonoivu", "sovanhoa", "sogiaoduc", "quansu", "mattran", "baodai"]
    )
    def test_every_department_finds_work_on_its_desk(self, username: str) -> None:
        viewer = seen(username)
        tasks, owed = plans.desk(viewer, TODAY), reports.desk(viewer, TODAY)
        assert tasks.late_count + tasks.soon_count + len(owed.late) + len(owed.soon) + len(owed.returned)

    def test_every_commune_committee_and_police_has_a_task_due_this_week_or_done(self) -> None:
        for user in User.objects.filter(username__regex=r"^(xa|congan)\."):
            viewer = seen(user.username)
            given = plans.task_list(viewer, plans.TaskFilter(whose="mine", state="any"), today=TODAY)
            assert given.rows, user.username

    def test_the_standing_agency_sees_late_work_and_reports_to_review(self) -> None:
        desk = plans.desk(seen("thuongtruc"), TODAY)
        assert desk.late_count
        assert desk.soon_count
        (waiting,) = reports.desk(seen("thuongtruc"), TODAY).to_review
        assert waiting.owed > waiting.sent > waiting.accepted > 0

    def test_each_superior_and_the_clerk_have_something_to_decide(self) -> None:
        assert [row.step for row in plans.desk(seen("phochutich"), TODAY).waiting] == ["approve"]
        assert [row.step for row in plans.desk(seen("vanthu"), TODAY).waiting] == ["number"]
        assert [row.needs for row in reports.desk(seen("phogiamdoc"), TODAY).consolidations] == ["signature"]
        assert plans.desk(seen("lanhdao"), TODAY).late_count

    def test_one_report_came_back_with_its_reason_and_one_is_half_written(self) -> None:
        assert reports.desk(seen("phunu"), TODAY).returned
        assert Report.objects.filter(state="draft", obligation__agency__name="Sở Y tế").count() == 1

    def test_reports_of_every_fate_are_there(self) -> None:
        assert set(Report.objects.values_list("state", flat=True)) == set(Report.State.values)
        assert Report.objects.filter(nil=True).exists()
        assert Report.objects.filter(entered_for=True, obligation__agency__uses_system=False).count() == 2

    def test_nobody_accepted_their_own_report(self) -> None:
        for report in Report.objects.filter(reviewed_by__isnull=False):
            assert report.reviewed_by_id not in {report.entered_by_id, report.submitted_by_id}

    def test_tasks_stand_in_all_four_states(self) -> None:
        viewer, every = seen("thuongtruc"), plans.TaskFilter(whose="all", state="any")
        last = plans.task_list(viewer, every, today=TODAY).pages
        rows = [row for page in range(last) for row in plans.task_list(viewer, every, today=TODAY, page=page + 1)]
        assert {row.clock for row in rows} == set(TaskState)

    def test_a_consolidated_report_is_issued_and_its_successor_differs_by_the_correction(self) -> None:
        issued, frozen = Consolidation.objects.order_by("number")
        assert (issued.state, frozen.state) == ("issued", "frozen")
        sums = [made.figures.get(indicator="sessions").value for made in (issued, frozen)]
        assert sums[1] - sums[0] == 1

    def test_plans_stand_on_every_step_and_every_duty_of_the_issued_one_has_an_owner(self) -> None:
        assert set(PlanVersion.objects.values_list("state", flat=True)) == {"issued", "submitted", "signed"}
        assert not Task.objects.filter(plan__versions__state="issued", lead__isnull=True).exists()

    def test_documents_wait_to_be_read_corrected_and_confirmed(self) -> None:
        found = directives.page(seen("thuongtruc")).rows
        assert [row.confirmed for row in found].count(False) == 2
        newest = next(row for row in found if row.head.number == "05/CĐ-UBND")
        assert newest.in_doubt == 2

    def test_a_stranger_sees_nothing_of_it(self) -> None:
        viewer = seen("ngoaitinh")
        assert directives.page(viewer).total == 0
        assert plans.plan_list(viewer, plans.PlanFilter(), today=TODAY).total == 0
        assert plans.task_list(viewer, plans.TaskFilter(whose="all", state="any"), today=TODAY).total == 0

    def test_every_offered_account_opens_with_the_password_that_is_printed(self) -> None:
        for account in laying.accounts():
            assert (
                authenticate(
                    RequestFactory().post("/dang-nhap/"), username=account.username, password=laying.password()
                )
                is not None
            )

    def test_the_table_of_accounts_names_each_with_what_to_try(self) -> None:
        out = StringIO()
        call_command("lay_demonstration", accounts=True, stdout=out)
        assert laying.password() in out.getvalue()
        for account in laying.accounts():
            assert account.username in out.getvalue()
            assert account.proposal in out.getvalue()


@pytest.mark.django_db
def test_a_real_installation_is_never_given_invented_people(settings) -> None:
    settings.DEMONSTRATION = False
    with pytest.raises(CommandError):
        call_command("lay_demonstration")
    assert not User.objects.exists()
