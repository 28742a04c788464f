"""The frame's own pages: for whom, how dear, and what they say."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from haidang.flows.sign_in import note_sign_in
from tests.factories.cast import NOW, PEOPLE

PAGES = ("/", "/tim/?q=kiem tra", "/tim/", "/don-vi/", "/don-vi/?tim=bai ngang", "/nhat-ky/")
MOST_QUERIES = 15


@pytest.mark.parametrize("who", [*PEOPLE, "stranger"])
def test_everyone_with_a_post_opens_the_desk_search_and_the_directory(cast, who):
    client = cast.client(who)
    for page in PAGES[:-1]:
        assert client.get(page).status_code == 200, page


@pytest.mark.parametrize("who", [*PEOPLE, "stranger"])
def test_only_an_inspector_opens_the_ledger_and_sees_it_in_the_navigation(cast, who):
    client = cast.client(who)
    inspects = who == "inspector"
    assert client.get("/nhat-ky/").status_code == (200 if inspects else 404)
    assert ('href="/nhat-ky/"' in client.get("/don-vi/").content.decode()) is inspects


@pytest.mark.parametrize("page", PAGES)
def test_no_page_asks_the_database_often(cast, page):
    client = cast.client("inspector")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        client.get(page)
    assert len(queries) <= MOST_QUERIES


def test_the_ledger_costs_the_same_for_one_entry_and_for_many(cast):
    client = cast.client("inspector")
    counts = []
    for _ in range(2):
        for viewer in cast.viewers.values():
            note_sign_in(actor=viewer, at=NOW)
        with CaptureQueriesContext(connection) as queries:
            page = client.get("/nhat-ky/").content.decode()
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert "Thanh tra tỉnh" in page


def test_the_ledger_shows_one_province_only_and_pages_through_it(cast):
    for _ in range(60):
        note_sign_in(actor=cast["focal"], at=NOW)
    note_sign_in(actor=cast["stranger"], at=NOW)
    client = cast.client("inspector")
    first = client.get("/nhat-ky/?viec=account.sign_in").content.decode()
    assert "60 dòng" in first
    assert "Trang 1/2" in first
    assert "?viec=account.sign_in&amp;trang=2" in first
    assert "Tạ Văn Xa" not in first + client.get("/nhat-ky/?trang=2").content.decode()
    assert "Không có dòng nào phù hợp" in client.get("/nhat-ky/?viec=none").content.decode()


@pytest.mark.parametrize("asked", ["0", "-1", "x", "99999999999999999999", "²", ""])
def test_a_page_number_that_is_none_shows_a_page(cast, asked):
    assert cast.client("inspector").get("/nhat-ky/", {"trang": asked}).status_code == 200


def test_the_directory_is_found_in_with_and_without_marks_and_holds_one_province(cast):
    client = cast.client("focal")
    for words in ("bãi ngang", "bai ngang", "ngang bai"):
        page = client.get("/don-vi/", {"tim": words}).content.decode()
        assert '<mark class="hit">Bãi</mark>' in page
        assert "Sở Tư pháp" not in page
    assert "tỉnh Biển Xa" not in client.get("/don-vi/").content.decode()


def test_what_is_searched_for_is_shown_back_as_text(cast):
    page = cast.client("focal").get("/tim/", {"q": '"><script>alert(1)</script>'}).content.decode()
    assert "<script>alert" not in page
    assert "Không tìm thấy kết quả" in page


def test_the_desk_with_nothing_on_it_says_so_and_what_to_do(cast):
    page = cast.client("standing").get("/").content.decode()
    assert "Không có việc nào đang chờ" in page
    assert "Thứ Tư, 11/3/2026" in page


def test_pages_hold_no_script_or_style_of_their_own_and_no_other_host(cast):
    client = cast.client("inspector")
    for page in PAGES:
        answer = client.get(page)
        text = answer.content.decode()
        assert "style=" not in text
        assert "<style" not in text
        assert "<script>" not in text
        assert "http://" not in text
        assert "https://" not in text
        assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
