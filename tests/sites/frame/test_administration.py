"""The administrator's pages: an account from the form to the first sign-in of its person, and its end."""

import re
from uuid import uuid4

from django.test import Client
from django.urls import reverse

from haidang.apps.people.models import User
from tests.factories.cast import Cast

PASSWORD = "bốn con tàu cập bến"


def key(page: str) -> str:
    found = re.search(r'name="form_key" value="([^"]+)"', page)
    assert found
    return found[1]


def test_an_account_from_the_form_to_its_first_sign_in_and_its_end(cast: Cast) -> None:
    admin = cast.client("admin")
    where = reverse("office:account-open")
    form = admin.get(where).content.decode()
    given = {"full_name": "Trần Văn An", "rank": "", "username": "tran.van-an", "since": "11/3/2026"}
    made = admin.post(where, {**given, "post": cast["focal"].post_uuid, "form_key": key(form)}).content.decode()
    code = re.search(r"<code>([^<]+)</code>", made)
    assert code
    person = Client()
    over = reverse("office:take-over")
    answer = person.post(over, {
        "form_key": key(person.get(over).content.decode()), "username": "tran.van-an", "code": code[1],
        "new": PASSWORD, "again": PASSWORD,
    })  # fmt: skip
    assert answer.status_code == 302
    assert "Đã nhận tài khoản" in person.get(answer.url).content.decode()
    assert person.post(answer.url, {"username": "tran.van-an", "password": PASSWORD}).status_code == 302
    assert "Trần Văn An" in person.get("/").content.decode()
    uuid = User.objects.get(username="tran.van-an").uuid
    assert "tran.van-an" in admin.get(reverse("office:accounts") + "?tim=tran").content.decode()
    assert admin.post(reverse("office:account-suspend", kwargs={"uuid": uuid})).status_code == 302
    assert person.get("/").status_code == 302
    assert "đã tạm dừng" in admin.get(reverse("office:account-page", kwargs={"uuid": uuid})).content.decode()


def test_what_was_typed_is_kept_when_the_account_is_refused(cast: Cast) -> None:
    admin = cast.client("admin")
    where = reverse("office:account-open")
    given = {"full_name": "Trần Văn An", "rank": "", "username": "Trần An", "since": "11/3/2026"}
    sent = {**given, "post": cast["focal"].post_uuid, "form_key": key(admin.get(where).content.decode())}
    page = admin.post(where, sent).content.decode()
    assert 'value="Trần Văn An"' in page
    assert "Từ 3 đến 40 chữ thường" in page


def test_a_wrong_code_gets_one_answer_whether_or_not_there_is_such_an_account(cast: Cast) -> None:
    person, over = Client(), reverse("office:take-over")
    shown = set()
    for name in ("focal", "khong-co"):
        page = person.post(over, {
            "form_key": key(person.get(over).content.decode()), "username": name, "code": "x", "new": PASSWORD,
            "again": PASSWORD,
        }).content.decode()  # fmt: skip
        shown.add(re.sub(r'value="[^"]*"', "", page))
    assert len(shown) == 1


def test_guessing_codes_is_closed_after_eight_and_only_for_that_account(cast: Cast) -> None:
    person, over = Client(), reverse("office:take-over")

    def guess(name: str) -> int:
        given = {"form_key": uuid4(), "username": name, "code": "x", "new": PASSWORD, "again": PASSWORD}
        return person.post(over, given).status_code

    assert [guess("focal") for _ in range(9)][-1] == 429
    assert guess("commune") == 200


def test_lending_a_post_is_a_page_of_the_own_account(cast: Cast) -> None:
    page = cast.client("standing").get(reverse("office:account-lend")).content.decode()
    assert "Phạm Văn Mẫu" in page
    assert "Đỗ Thị Lành" not in page
