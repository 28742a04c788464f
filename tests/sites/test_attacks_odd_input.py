"""Odd input: what no database keeps and no paper holds, days off the calendar, too much of everything; and the log."""

import logging
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings as installed
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DataError
from django.test import RequestFactory
from django.urls import reverse

from haidang.apps.directives.models import Directive
from haidang.apps.files.models import StoredFile
from haidang.apps.ledger.models import Entry
from haidang.apps.plans.models import Plan, PlanItem, Progress
from haidang.conf.log_lines import WithoutWords
from haidang.flows.plan_document import preview
from haidang.sites.office.frame.middleware import ViewerMiddleware
from tests.factories import planning
from tests.factories.cast import NOW, TODAY, Cast
from tests.factories.directing import confirmed_directive
from tests.factories.directives import TEXT
from tests.factories.reporting import Asked, asked

__all__ = ["asked"]

LISTS = ("/tim/?q=", "/van-ban/?q=", "/ke-hoach/?q=", "/nhiem-vu/?q=", "/don-vi/?tim=", "/dang-nhap/?next=")


@pytest.fixture
def plan(cast: Cast) -> Plan:
    """A plan in draft."""
    return Plan.objects.get(uuid=planning.draft(cast, confirmed_directive(cast["standing"], NOW)))


def on_disk() -> set[Path]:
    return {path for path in Path(installed.FILES_DIR).rglob("*") if path.is_file()}


@pytest.mark.parametrize("address", LISTS)
def test_an_address_with_what_no_database_keeps_is_not_understood(cast: Cast, address: str) -> None:
    assert cast.client("focal").get(address + "a%00b").status_code == 400


@pytest.mark.parametrize("words", ["%", "_", "\\", "'", '"', "%' OR 1=1 --", "\u202e", "\uffff", "٣", "x" * 5000])
def test_signs_with_a_meaning_of_their_own_are_searched_for_as_they_are(cast: Cast, plan: Plan, words: str) -> None:
    client = cast.client("standing")
    for address in ("/tim/", "/ke-hoach/", "/nhiem-vu/"):
        page = client.get(address, {"q": words, "tim": words})
        assert page.status_code == 200
        assert str(plan.uuid) not in page.content.decode()


@pytest.mark.parametrize(
    "day", ["30/2/2026", "1/1/0001", "0001-01-01", "9" * 40, "1e5", "NaN", "32/13/2026", "٣/٣/٢٠٢٦x"]
)
def test_a_day_that_no_clock_can_run_to_is_told_at_its_field(cast: Cast, plan: Plan, day: str) -> None:
    item, before = PlanItem.objects.filter(plan=plan)[0], Entry.objects.count()
    sent = {"kind": "date", "day": day, "before": "on", "rhythm": "", "form_key": uuid4()}
    page = cast.client("standing").post(reverse("office:plan-item-due", kwargs={"uuid": item.uuid}), sent)
    assert page.status_code == 200
    assert 'role="alert"' in page.content.decode()
    assert Entry.objects.count() == before


@pytest.mark.parametrize("number", ["-1", "1e5", "NaN", "Infinity", "9" * 30, "1,234.5", "0x10", "--1", "½"])
def test_a_number_that_is_none_is_told_at_its_field(asked: Asked, number: str) -> None:
    sent = {"happened_on": "10/3/2026", "percent": "5", "note": "x", "indicator_1": "sessions", "number_1": number}
    address = reverse("office:task-update", kwargs={"uuid": asked.tasks["Sở Y tế"].uuid})
    page = asked.cast.client("focal").post(address, {**sent, "form_key": uuid4()})
    assert page.status_code == 200
    assert not Progress.objects.exists()


def test_what_no_paper_can_hold_is_left_out_before_it_stops_a_signature(cast: Cast, plan: Plan) -> None:
    client = cast.client("standing")
    address = reverse("office:plan-new-item", kwargs={"uuid": plan.uuid})
    sent = {"text": "Rà soát\x0bđợt\x01 hai\uffff\u202e", "kind": "throughout", "day": "", "form_key": uuid4()}
    client.post(address, sent)
    assert PlanItem.objects.filter(plan=plan).latest("id").text == "Rà soát đợt hai"
    assert preview(cast["standing"], plan.uuid, today=TODAY).data.startswith(b"PK")


def test_names_that_are_markup_are_shown_as_they_are(cast: Cast, plan: Plan) -> None:
    Plan.objects.filter(pk=plan.pk).update(title="<img src=x onerror=alert(1)>{{ 7 }}", folded="img src")
    PlanItem.objects.filter(plan=plan).update(text="<script>alert(1)</script>")
    client = cast.client("standing")
    for address in ("/", "/ke-hoach/", "/tim/?q=img", reverse("office:plan", kwargs={"uuid": plan.uuid})):
        page = client.get(address).content.decode()
        assert "<img src=x" not in page
        assert "<script>alert" not in page


def test_a_request_longer_than_is_taken_is_turned_away_unread(db: None) -> None:
    request = RequestFactory().post("/dang-nhap/", CONTENT_LENGTH=str(installed.LARGEST_REQUEST + 1))
    answer = ViewerMiddleware(lambda _: pytest.fail("it was read"))(request)  # type: ignore[arg-type, return-value]
    assert answer.status_code == 413


@pytest.mark.urls("tests.sites.frame.urls")
def test_a_page_about_a_fault_is_as_closed_as_any_other(cast: Cast) -> None:
    client = cast.client("focal")
    client.raise_request_exception = False
    page = client.get("/failing/")
    assert page.status_code == 500
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert "no-store" in page.headers["Cache-Control"]


def test_a_secret_document_leaves_nothing_anywhere(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    client, files = cast.client("standing"), on_disk()
    secret = TEXT.replace("KẾ HOẠCH\n", "TỐI MẬT\nKẾ HOẠCH\n", 1)
    for sent in (
        {"text": secret},
        {"file": SimpleUploadedFile("ke-hoach-tuan-tra-ben-ca.txt", secret.encode())},
    ):
        page = client.post("/van-ban/moi/", {**sent, "form_key": uuid4()})
        assert page.status_code == 200
        assert "bến cá" not in page.content.decode()
        assert "tuan-tra" not in page.content.decode()
    assert not Directive.objects.exists()
    assert not StoredFile.objects.exists()
    assert on_disk() == files
    assert "bến cá" not in caplog.text
    assert {entry.act for entry in Entry.objects.all()} == {"directive.refused_secret"}
    assert not any("bến cá" in entry.body or entry.object_uuid for entry in Entry.objects.all())
    assert "bến cá" not in str(dict(client.session))


def test_up_to_the_largest_file_an_upload_is_held_in_memory_until_its_stamp_was_looked_for() -> None:
    assert installed.FILE_UPLOAD_MAX_MEMORY_SIZE > 20 * 1024 * 1024


def test_the_files_of_a_refused_act_do_not_stay_on_disk(asked: Asked) -> None:
    files, task = on_disk(), asked.tasks["Sở Y tế"]
    address = reverse("office:task-update", kwargs={"uuid": task.uuid})
    sent = {"happened_on": "10/3/2026", "percent": "5", "note": "x", "form_key": uuid4()}
    good, empty = SimpleUploadedFile("a.txt", b"only here"), SimpleUploadedFile("b.txt", b"x" * (20 * 1024 * 1024 + 1))
    assert asked.cast.client("focal").post(address, {**sent, "evidence": [good, empty]}).status_code == 200
    assert not Progress.objects.exists()
    assert on_disk() == files
    again = SimpleUploadedFile("a.txt", b"only here")
    asked.cast.client("focal").post(address, {**sent, "evidence": [again]})
    assert len(on_disk() - files) == 1


def test_the_log_shows_where_something_failed_and_not_what_was_typed() -> None:
    try:
        try:
            raise DataError("Failing row contains (Nguyễn Thị Kín, 0901)")
        except DataError as fault:
            raise ValueError("Nguyễn Thị Kín") from fault
    except ValueError as fault:
        record = logging.LogRecord("x", logging.ERROR, "", 0, "failed", (), (type(fault), fault, fault.__traceback__))
    line = WithoutWords().format(record)
    assert "Kín" not in line
    assert "ValueError" in line
    assert "DataError" in line
    assert "test_attacks_odd_input.py:" in line


def test_the_log_of_this_installation_is_written_that_way() -> None:
    assert installed.LOGGING["formatters"] == {"line": {"()": "haidang.conf.log_lines.WithoutWords"}}
    assert {handler["formatter"] for handler in installed.LOGGING["handlers"].values()} == {"line"}
