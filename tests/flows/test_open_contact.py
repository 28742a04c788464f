"""Another officer's phone: with a purpose, noted first; in an emergency with a second person, for half an hour."""

import json
from datetime import timedelta

import pytest

from haidang.apps.ledger.models import Entry
from haidang.apps.people import queries
from haidang.domain.access.sensitivity import Purpose
from haidang.domain.terms.refusal import Refusal
from haidang.flows.answer_opening import answer_opening
from haidang.flows.ask_opening import ask_opening
from haidang.flows.keep_contact import keep_contact
from haidang.flows.open_contact import open_contact
from tests.factories.cast import NOW, TODAY, Cast

WHY = "Người bị hại đang bị giữ, cần gọi ngay"
LATER = NOW + timedelta(minutes=5)


@pytest.fixture(autouse=True)
def _phones(cast: Cast) -> None:
    for who in ("standing", "focal", "commune"):
        keep_contact(actor=cast[who], at=NOW, email="", phone="0900000001")


def read(cast: Cast, who: str, whom: str, purpose: Purpose, at=LATER) -> str:
    return open_contact(actor=cast[who], at=at, today=TODAY, user_uuid=cast.users[whom].uuid, purpose=purpose).phone


def ask(cast: Cast, who: str, whom: str, why: str = WHY) -> object:
    return ask_opening(actor=cast[who], at=NOW, today=TODAY, user_uuid=cast.users[whom].uuid, reason=why)


def code(caught: pytest.ExceptionInfo[Refusal]) -> str:
    return caught.value.code


def test_the_standing_officer_calls_a_commune_about_work_and_the_reading_is_noted_with_its_purpose(cast: Cast) -> None:
    assert read(cast, "standing", "commune", Purpose.SUPERVISE) == "0900000001"
    entry = Entry.objects.filter(act="contact.open").get()
    assert entry.actor_uuid == cast.users["standing"].uuid
    assert json.loads(entry.body)["detail"] == {"purpose": "supervise"}


def test_an_inspector_reads_for_an_inspection_and_writes_nothing_else(cast: Cast) -> None:
    assert read(cast, "inspector", "focal", Purpose.INSPECT) == "0900000001"
    with pytest.raises(Refusal) as caught:
        ask(cast, "inspector", "focal")
    assert code(caught) == "not_found"


def test_a_purpose_that_is_not_the_viewer_s_opens_nothing_and_notes_nothing(cast: Cast) -> None:
    for purpose in (Purpose.INSPECT, Purpose.ADMINISTER, Purpose.EMERGENCY, Purpose.SUPPORT):
        with pytest.raises(Refusal) as caught:
            read(cast, "standing", "commune", purpose)
        assert code(caught) == "access.purpose"
    assert not Entry.objects.filter(act="contact.open").exists()


def test_another_province_s_officer_is_not_there(cast: Cast) -> None:
    for act in (lambda: read(cast, "stranger", "focal", Purpose.CONTACT), lambda: ask(cast, "stranger", "focal")):
        with pytest.raises(Refusal) as caught:
            act()
        assert code(caught) == "not_found"


def test_an_officer_who_gave_nothing_has_nothing_to_open(cast: Cast) -> None:
    with pytest.raises(Refusal) as caught:
        read(cast, "leader", "clerk", Purpose.CONTACT)
    assert code(caught) == "contact.none"


def test_in_an_emergency_a_leader_of_the_own_unit_agrees_and_it_opens_for_half_an_hour(cast: Cast) -> None:
    with pytest.raises(Refusal):
        read(cast, "other_focal", "focal", Purpose.EMERGENCY)
    asked = ask(cast, "other_focal", "focal")
    with pytest.raises(Refusal):
        read(cast, "other_focal", "focal", Purpose.EMERGENCY)
    assert [row.uuid for row in queries.openings_to_answer(cast["leader"], LATER)] == [asked]
    answer_opening(actor=cast["leader"], at=LATER, opening_uuid=asked, agreed=True)
    assert read(cast, "other_focal", "focal", Purpose.EMERGENCY) == "0900000001"
    with pytest.raises(Refusal):
        read(cast, "other_focal", "focal", Purpose.EMERGENCY, at=LATER + timedelta(minutes=31))
    acts = list(Entry.objects.order_by("id").values_list("act", flat=True))
    assert acts[-3:] == ["opening.ask", "opening.agree", "contact.open"]


def test_the_opening_is_for_who_asked_and_for_what_was_asked(cast: Cast) -> None:
    answer_opening(actor=cast["leader"], at=LATER, opening_uuid=ask(cast, "other_focal", "focal"), agreed=True)
    for who, whom in (("support", "focal"), ("other_focal", "commune")):
        with pytest.raises(Refusal):
            read(cast, who, whom, Purpose.EMERGENCY)


def test_nobody_agrees_to_the_own_wish_nor_to_one_about_the_own_details(cast: Cast) -> None:
    keep_contact(actor=cast["leader"], at=NOW, email="", phone="0900000002")
    own = ask(cast, "leader", "commune")
    about = ask(cast, "other_focal", "leader")
    for opening in (own, about):
        with pytest.raises(Refusal) as caught:
            answer_opening(actor=cast["leader"], at=LATER, opening_uuid=opening, agreed=True)
        assert code(caught) == "opening.answered"
    answer_opening(actor=cast["police_leader"], at=LATER, opening_uuid=about, agreed=False)
    with pytest.raises(Refusal):
        read(cast, "other_focal", "leader", Purpose.EMERGENCY)


@pytest.mark.parametrize("who", ["clerk", "standing", "admin", "inspector", "stranger", "commune"])
def test_only_a_leader_of_the_unit_answers(cast: Cast, who: str) -> None:
    opening = ask(cast, "other_focal", "focal")
    with pytest.raises(Refusal) as caught:
        answer_opening(actor=cast[who], at=LATER, opening_uuid=opening, agreed=True)
    assert code(caught) in ("not_found", "not_allowed")


def test_an_answer_is_given_once_and_not_after_two_hours(cast: Cast) -> None:
    first, late = ask(cast, "other_focal", "focal"), ask(cast, "other_focal", "commune")
    answer_opening(actor=cast["leader"], at=LATER, opening_uuid=first, agreed=False)
    for opening, at in ((first, LATER), (late, NOW + timedelta(hours=2, minutes=1))):
        with pytest.raises(Refusal) as caught:
            answer_opening(actor=cast["police_leader"], at=at, opening_uuid=opening, agreed=True)
        assert code(caught) == "opening.answered"


def test_a_reason_of_two_words_is_refused(cast: Cast) -> None:
    with pytest.raises(Refusal) as caught:
        ask(cast, "other_focal", "focal", "cần gấp")
    assert (caught.value.code, caught.value.field) == ("opening.reason", "reason")


def test_the_officer_concerned_learns_of_it_and_so_does_who_asked(cast: Cast) -> None:
    opening = ask(cast, "other_focal", "focal")
    since = NOW - timedelta(days=7)
    assert not queries.openings_known(cast["focal"], LATER, since)
    answer_opening(actor=cast["leader"], at=LATER, opening_uuid=opening, agreed=True)
    for who in ("focal", "other_focal"):
        assert [row.uuid for row in queries.openings_known(cast[who], LATER, since)] == [opening]
    assert not queries.openings_known(cast["support"], LATER, since)
