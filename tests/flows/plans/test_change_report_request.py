"""A report that a plan in draft asks for can be changed and dropped; once open it has history and stays."""

import datetime as dt

import pytest

from haidang.apps.ledger.models import Entry
from haidang.apps.reports.models import Request
from haidang.domain.terms.refusal import Refusal
from haidang.flows.change_report_request import change_report_request, drop_report_request
from tests.factories import planning
from tests.factories.cast import NOW, Cast
from tests.factories.directing import confirmed_directive


@pytest.fixture
def plan(cast: Cast):
    return planning.draft(cast, confirmed_directive(cast["standing"], NOW))


def change(cast: Cast, request: Request, **said: object):
    typed = {"title": "Báo cáo đợt một", "due": dt.date(2026, 8, 20), "before": True, "form": request.form, **said}
    return change_report_request(actor=cast["standing"], at=NOW, request_uuid=request.uuid, **typed)


def test_its_name_and_day_are_changed_and_the_clock_with_them(cast: Cast, plan) -> None:
    assert change(cast, Request.objects.get()) == plan
    request = Request.objects.get()
    assert (request.title, request.due_printed) == ("Báo cáo đợt một", "2026-08-20")
    assert request.due_last_day == dt.date(2026, 8, 19)
    assert Entry.objects.get(act="plan.change_report_request").object_uuid == plan


def test_it_can_be_asked_for_no_longer(cast: Cast, plan) -> None:
    drop_report_request(actor=cast["standing"], at=NOW, request_uuid=Request.objects.get().uuid)
    assert not Request.objects.exists()
    assert Entry.objects.filter(act="plan.drop_report_request").count() == 1


def test_a_name_is_needed(cast: Cast, plan) -> None:
    with pytest.raises(Refusal, match=r"plan\.report_title"):
        change(cast, Request.objects.get(), title="  ")


@pytest.mark.parametrize("who", ["stranger", "focal", "leader", "inspector"])
def test_only_the_drafting_agency_does_it(cast: Cast, plan, who: str) -> None:
    with pytest.raises(Refusal):
        drop_report_request(actor=cast[who], at=NOW, request_uuid=Request.objects.get().uuid)
    assert Request.objects.exists()


def test_an_open_request_is_neither_changed_nor_dropped(cast: Cast) -> None:
    planning.issued(cast, confirmed_directive(cast["standing"], NOW))
    request = Request.objects.get()
    with pytest.raises(Refusal, match="not_found"):
        change(cast, request)
    with pytest.raises(Refusal, match="not_found"):
        drop_report_request(actor=cast["standing"], at=NOW, request_uuid=request.uuid)
    assert Request.objects.exists()


def test_the_page_changes_and_drops_it(cast: Cast, plan) -> None:
    request, client = Request.objects.get(), cast.client("standing")
    address = f"/ke-hoach/bao-cao/{request.uuid}/"
    assert address in client.get(f"/ke-hoach/{plan}/").text
    assert 'value="16/9/2026"' in client.get(address).text
    typed = {"form_key": "7a0a6b0e-8d0f-4a53-9a53-0b8d5c8e2f10", "title": "Báo cáo nhanh", "due": "1/9/2026"}
    assert client.post(address, {**typed, "form": request.form}).status_code == 302
    assert Request.objects.get().due_last_day == dt.date(2026, 9, 1)
    assert client.post(f"{address}bo/", {"form_key": "7a0a6b0e-8d0f-4a53-9a53-0b8d5c8e2f11"}).status_code == 302
    assert not Request.objects.exists()
    assert cast.client("focal").get(address).status_code == 404
