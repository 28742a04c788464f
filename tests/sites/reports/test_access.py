"""Each address × each role: what may not be seen looks like what is not there, and nothing is written by a reader."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.urls import reverse

from haidang.apps.reports.models import Consolidation, Report
from haidang.flows.consolidate_period import Chosen, Words, consolidate_period
from tests.factories.cast import NOW, TODAY
from tests.factories.noted import done
from tests.factories.reporting import Asked

EVERYONE = ("standing", "focal", "commune", "clerk", "police_leader", "leader", "inspector", "stranger")
# Who sees what Sở Y tế reported to Công an tỉnh: itself, the collector, and whoever oversees the province.
SEES_REPORT = {"standing", "focal", "clerk", "police_leader", "leader", "inspector"}
SEES_WHOLE = SEES_REPORT - {"focal"}


@pytest.fixture
def laid(asked: Asked) -> dict[str, UUID]:
    """One report accepted and consolidated, one waiting."""
    asked.record("Sở Y tế", "sessions", 3)
    accepted = asked.accepted("focal", "Sở Y tế", sessions=2)
    made = consolidate_period(
        actor=asked.cast["standing"],
        at=NOW,
        today=TODAY,
        request_uuid=asked.request.uuid,
        chosen=Chosen(Words("Sở Y tế: Đã làm."), asked.cast.agencies["Công an tỉnh"].uuid, "BC-CAT"),
    )
    waiting = asked.send("other_focal", "Sở Tư pháp", sessions=1)
    return {
        "report": accepted.uuid,
        "waiting": waiting.uuid,
        "request": asked.request.uuid,
        "made": made,
        "owed": asked.obligations["Sở Y tế"].uuid,
        "court": asked.obligations["Tòa án nhân dân tỉnh"].uuid,
        "silent": asked.obligations["UBND xã Bãi Ngang"].uuid,
    }


PAGES: dict[str, tuple[Callable[[dict[str, UUID]], str], set[str]]] = {
    "list": (lambda u: reverse("office:reports"), set(EVERYONE)),
    "request": (
        lambda u: reverse("office:report-request", kwargs={"uuid": u["request"]}),
        SEES_REPORT | {"commune"},
    ),
    "window": (lambda u: reverse("office:report-window", kwargs={"uuid": u["request"]}), {"standing"}),
    "consolidate": (lambda u: reverse("office:consolidate", kwargs={"uuid": u["request"]}), {"standing"}),
    "report": (lambda u: reverse("office:report", kwargs={"uuid": u["report"]}), SEES_REPORT),
    "lines": (lambda u: reverse("office:report-figure", kwargs={"uuid": u["report"], "code": "sessions"}), SEES_REPORT),
    "review": (lambda u: reverse("office:report-review", kwargs={"uuid": u["waiting"]}), {"standing"}),
    "correct": (lambda u: reverse("office:report-correct", kwargs={"uuid": u["report"]}), {"focal"}),
    "nil": (
        lambda u: reverse("office:report-nil", kwargs={"uuid": u["silent"]}),
        {"commune", "standing"},
    ),
    "enter for": (lambda u: reverse("office:report-enter-for", kwargs={"uuid": u["court"]}), {"standing"}),
    "consolidation": (lambda u: reverse("office:consolidation", kwargs={"uuid": u["made"]}), SEES_WHOLE),
    "figure": (
        lambda u: reverse("office:consolidation-figure", kwargs={"uuid": u["made"], "code": "sessions"}),
        SEES_WHOLE,
    ),
    "document": (lambda u: reverse("office:consolidation-document", kwargs={"uuid": u["made"]}), SEES_WHOLE),
}


def test_each_page_opens_for_those_who_may_see_it_and_is_missing_for_the_others(asked: Asked, laid):
    for page, (address, allowed) in PAGES.items():
        seen = {who: asked.cast.client(who).get(address(laid)).status_code for who in EVERYONE}
        assert seen == {who: 200 if who in allowed else 404 for who in EVERYONE}, page


def test_nobody_signed_in_is_sent_to_sign_in(asked: Asked, laid, client):
    for page, (address, _allowed) in PAGES.items():
        answer = client.get(address(laid))
        assert answer.status_code == 302, page
        assert reverse("office:sign-in") in answer.headers["Location"]


WRITES: dict[str, tuple[Callable[[dict[str, UUID]], str], dict[str, str], set[str]]] = {
    "start": (lambda u: reverse("office:report-start", kwargs={"uuid": u["silent"]}), {}, {"commune"}),
    "nil": (lambda u: reverse("office:report-nil", kwargs={"uuid": u["silent"]}), {}, {"commune"}),
    "window": (
        lambda u: reverse("office:report-window", kwargs={"uuid": u["request"]}),
        {"cutoff": "14/3/2026"},
        {"standing"},
    ),
    "review": (
        lambda u: reverse("office:report-review", kwargs={"uuid": u["waiting"]}),
        {"act": "accept"},
        {"standing"},
    ),
    "correct": (
        lambda u: reverse("office:report-correct", kwargs={"uuid": u["report"]}),
        {"reason": "Đếm trùng"},
        {"focal"},
    ),
    "sign": (lambda u: reverse("office:consolidation-sign", kwargs={"uuid": u["made"]}), {}, {"police_leader"}),
}


@pytest.mark.parametrize("act", WRITES)
def test_each_act_is_done_by_those_who_may_do_it_and_leaves_no_trace_for_the_others(asked, laid, act):
    address, fields, allowed = WRITES[act]
    form = {"form_key": "11111111-1111-4111-8111-111111111111", **fields}
    # Those who may come last: what they do would change what the others meet.
    for who in sorted(EVERYONE, key=lambda one: one in allowed):
        before = done().count()
        answer = asked.cast.client(who).post(address(laid), form)
        if who in allowed:
            assert answer.status_code == 302, who
            assert done().count() == before + 1
        else:
            assert answer.status_code in {404, 409}, who
            assert done().count() == before


def test_the_same_form_sent_twice_makes_one_record(asked: Asked, laid):
    form = {"form_key": "11111111-1111-4111-8111-111111111111"}
    address = reverse("office:report-nil", kwargs={"uuid": laid["silent"]})
    client = asked.cast.client("commune")
    assert [client.post(address, form).status_code for _ in range(2)] == [302, 302]
    assert Report.objects.filter(obligation__uuid=laid["silent"]).count() == 1


def test_a_draft_is_nobody_elses_to_read(asked: Asked):
    draft = asked.draft("focal", "Sở Y tế")
    address = reverse("office:report", kwargs={"uuid": draft})
    assert asked.cast.client("focal").get(address).status_code == 200
    for who in ("standing", "leader", "inspector", "commune", "stranger"):
        assert asked.cast.client(who).get(address).status_code == 404


def test_an_agency_sees_only_its_own_row_of_a_request(asked: Asked, laid):
    shown = asked.cast.client("commune").get(PAGES["request"][0](laid)).content.decode()
    assert "UBND xã Bãi Ngang" in shown
    assert "Sở Y tế" not in shown
    assert "Hai tổng số" not in shown


def test_a_request_not_opened_yet_is_not_there(asked: Asked, laid):
    type(asked.request).objects.update(opened_at=None)
    assert asked.cast.client("standing").get(PAGES["request"][0](laid)).status_code == 404
    assert not Consolidation.objects.filter(request__opened_at__isnull=False).exists()
