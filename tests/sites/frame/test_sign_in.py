"""Who gets in, and what those who do not are told."""

import pytest
from django.test import Client
from django.urls import reverse

from haidang.apps.ledger.models import Entry
from haidang.apps.people.models import Holding, User
from tests.factories.cast import PASSWORD
from tests.factories.noted import done

SIGN_IN = "/dang-nhap/"


def post(client: Client, username: str, password: str, **more: str):
    return client.post(SIGN_IN, {"username": username, "password": password, **more})


def test_a_page_asked_for_without_sign_in_leads_there_and_back(client, cast):
    asked = client.get("/don-vi/?tim=so")
    assert asked.status_code == 302
    assert asked.url == f"{SIGN_IN}?next=%2Fdon-vi%2F%3Ftim%3Dso"
    assert 'value="/don-vi/?tim=so"' in client.get(asked.url).content.decode()
    assert post(client, "focal", PASSWORD, next="/don-vi/?tim=so").url == "/don-vi/?tim=so"


def test_every_page_of_the_frame_is_closed_to_strangers_of_the_house(client, cast):
    for name in ("desk", "search", "ledger", "directory"):
        assert client.get(reverse(f"office:{name}")).url.startswith(SIGN_IN)


def test_a_script_that_lost_its_session_is_sent_to_sign_in_as_a_whole_page(client, cast):
    answer = client.get("/don-vi/", headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"] == SIGN_IN


def test_signing_in_opens_the_desk_and_leaves_an_entry(client, cast):
    assert post(client, "standing", PASSWORD).url == "/"
    entry = Entry.objects.get()
    assert (entry.act, entry.actor_uuid) == ("account.sign_in", cast["standing"].user_uuid)
    assert "Lê Thị Mẫu" in client.get("/").content.decode()


def test_a_wrong_password_and_an_unknown_account_get_the_same_answer(client, cast):
    wrong = post(client, "standing", "not the password")
    unknown = post(client, "standing-not-there", "not the password")
    said = [page.content.decode().split('role="alert"')[1].split("</div>")[0] for page in (wrong, unknown)]
    assert said[0] == said[1]
    assert "Tên đăng nhập hoặc mật khẩu không đúng" in said[0]
    assert 'value="standing"' in wrong.content.decode()
    assert "not the password" not in wrong.content.decode()
    assert not done().exists()


def test_a_closed_account_gets_that_answer_too(client, cast):
    User.objects.filter(username="focal").update(is_active=False)
    assert "không đúng" in post(client, "focal", PASSWORD).content.decode()


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org", "javascript:alert(1)"])
def test_sign_in_never_leads_to_another_site(client, cast, elsewhere):
    assert post(client, "focal", PASSWORD, next=elsewhere).url == "/"


def test_who_is_signed_in_and_asks_for_sign_in_goes_to_the_desk(cast):
    assert cast.client("focal").get(SIGN_IN).url == "/"


def test_signing_out_leaves_an_entry_and_closes_the_pages(cast):
    client = cast.client("focal")
    assert client.post("/dang-xuat/").url == SIGN_IN
    assert Entry.objects.get().act == "account.sign_out"
    assert client.get("/").status_code == 302


def test_signing_out_takes_a_form_and_not_a_link(cast):
    assert cast.client("focal").get("/dang-xuat/").status_code == 405


def test_a_person_without_a_post_today_is_told_so_and_can_leave(cast):
    Holding.objects.filter(user__username="focal").update(until="2026-03-10")
    page = cast.client("focal").get("/don-vi/")
    assert page.status_code == 403
    assert "chưa có vị trí công tác" in page.content.decode()
    assert 'action="/dang-xuat/"' in page.content.decode()


def test_pages_are_vietnamese_whatever_the_browser_prefers_until_the_person_chooses(client, cast):
    english = {"Accept-Language": "en-US,en;q=0.9"}
    page = client.get(SIGN_IN, headers=english)
    assert "Mật khẩu" in page.content.decode()
    assert page.headers["Content-Language"] == "vi"
    client.post("/ngon-ngu/", {"language": "en", "next": SIGN_IN})
    assert "Password" in client.get(SIGN_IN).content.decode()
