"""What people see when something does not work: what happened, what was kept, what to do."""

import pytest
from django.test import Client

pytestmark = pytest.mark.urls("tests.sites.frame.urls")


def card(page) -> str:
    return page.content.decode().split('<div class="card">')[1]


def test_missing_and_not_allowed_look_the_same(cast):
    focal = cast.client("focal")
    missing, denied = focal.get("/khong-co/"), focal.get("/nhat-ky/")
    hidden, refused = focal.get("/refusing/not_found/"), focal.get("/refusing/not_allowed/")
    assert {page.status_code for page in (missing, denied, hidden, refused)} == {404}
    assert card(missing) == card(denied) == card(hidden) == card(refused)


def test_a_missing_page_is_told_to_strangers_in_words_too(client, db):
    page = client.get("/khong-co/")
    assert page.status_code == 404
    assert "Không có trang này" in page.content.decode()


def test_a_refusal_outside_a_form_says_its_words_and_the_way_back(cast):
    page = cast.client("focal").get(
        "/refusing/file.too_large/", headers={"Referer": "http://testserver/don-vi/", "Host": "testserver"}
    )
    assert page.status_code == 409
    assert "Giới hạn là 20 MB" in card(page)
    assert "Không có gì thay đổi" in card(page)
    assert 'href="http://testserver/don-vi/"' in card(page)


def test_the_way_back_never_leaves_the_site(cast):
    page = cast.client("focal").get("/refusing/file.empty/", headers={"Referer": "https://example.org/"})
    assert "example.org" not in card(page)


def test_a_refusal_in_a_form_keeps_what_was_typed_and_stands_above_it(cast):
    key = "7d3a8d54-0f0e-4f9b-9c39-2a3a3f5b0001"
    page = cast.client("focal").post("/acting/", {"form_key": key}).content.decode()
    assert "Không đọc được số này" in page
    assert key in page


def test_a_form_with_a_broken_key_is_said_to_be_broken(cast):
    page = cast.client("focal").post("/acting/", {"form_key": "no key"}).content.decode()
    assert 'role="alert"' in page


def test_a_fault_of_ours_is_a_page_in_words_without_the_fault(cast):
    client = cast.client("focal")
    client.raise_request_exception = False
    page = client.get("/failing/")
    assert page.status_code == 500
    assert "Hệ thống gặp lỗi" in card(page)
    assert "a fault of ours" not in page.content.decode()


def test_an_old_form_is_told_what_was_kept(cast):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.users["focal"])
    page = client.post("/dang-xuat/")
    assert page.status_code == 403
    assert "Biểu mẫu đã hết hiệu lực" in card(page)
    assert "trình duyệt vẫn giữ" in card(page)


def test_too_much_text_is_a_page_of_its_own(cast, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    page = cast.client("focal").post("/acting/", {"text": "x" * 2000})
    assert page.status_code == 413
    assert "quá lớn" in card(page)


def test_an_address_of_another_host_gets_the_page_for_what_is_not_understood(client, db, settings):
    settings.ALLOWED_HOSTS = ["haidang.test"]
    page = client.get("/", headers={"Host": "example.org"})
    assert page.status_code == 400
    assert "example.org" not in page.content.decode()
