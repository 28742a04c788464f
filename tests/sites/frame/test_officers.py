"""Agencies and how their officers are reached: masked, opened for a purpose, in an emergency with a second person."""

import re

from django.urls import reverse

from haidang.flows.keep_contact import keep_contact
from tests.factories.cast import NOW, Cast

PHONE = "0900 000 077"


def page(cast: Cast, who: str, name: str, uuid: object) -> str:
    answer = cast.client(who).get(reverse(f"office:{name}", kwargs={"uuid": uuid}))
    assert answer.status_code == 200
    return answer.content.decode()


def given(cast: Cast, who: str) -> None:
    keep_contact(actor=cast[who], at=NOW, email="", phone=PHONE)


def test_the_page_of_an_agency_says_who_holds_a_post_and_masks_how_they_are_reached(cast: Cast) -> None:
    given(cast, "focal")
    shown = page(cast, "leader", "agency", cast.agencies["Sở Y tế"].uuid)
    assert "Đỗ Thị Lành" in shown
    assert "••••••" in shown
    assert PHONE not in shown


def test_for_a_purpose_it_opens_once_and_the_officer_sees_who_did(cast: Cast) -> None:
    given(cast, "focal")
    where = reverse("office:officer-contact", kwargs={"uuid": cast.users["focal"].uuid})
    client = cast.client("leader")
    assert PHONE not in client.get(where).content.decode()
    assert PHONE in client.post(where, {"purpose": "supervise"}).content.decode()
    assert PHONE not in client.get(where).content.decode()
    own = cast.client("focal").get(reverse("office:account")).content.decode()
    assert "Trần Minh Mẫu" in own
    assert "chỉ đạo, đôn đốc" in own


def test_a_purpose_that_is_not_offered_is_refused_and_what_was_chosen_is_asked_again(cast: Cast) -> None:
    given(cast, "focal")
    where = reverse("office:officer-contact", kwargs={"uuid": cast.users["focal"].uuid})
    answer = cast.client("leader").post(where, {"purpose": "inspect"})
    assert answer.status_code == 200
    assert PHONE not in answer.content.decode()


def test_an_emergency_goes_from_the_officer_over_the_leader_s_desk_and_back(cast: Cast) -> None:
    given(cast, "focal")
    asker, leader = cast.client("other_focal"), cast.client("leader")
    officer = cast.users["focal"].uuid
    form = asker.get(reverse("office:officer-emergency", kwargs={"uuid": officer})).content.decode()
    key = re.search(r'name="form_key" value="([^"]+)"', form)
    assert key
    asked = asker.post(
        reverse("office:officer-emergency", kwargs={"uuid": officer}),
        {"form_key": key[1], "reason": "Có người đang bị giữ, phải gọi ngay cho cán bộ trực"},
    )
    assert asked.status_code == 302
    assert asked.url in leader.get("/").content.decode()
    shown = leader.get(asked.url).content.decode()
    assert "phải gọi ngay" in shown
    assert leader.post(asked.url, {"act": "agree"}).status_code == 302
    opened = asker.post(reverse("office:officer-contact", kwargs={"uuid": officer}), {"purpose": "emergency"})
    assert PHONE in opened.content.decode()
    assert asked.url in cast.client("focal").get("/").content.decode()
    assert leader.post(asked.url, {"act": "decline"}).status_code == 409
