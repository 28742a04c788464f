"""Guessing passwords: closed after some failures, for that account from that address only."""

import pytest
from axes.models import AccessAttempt
from django.test import RequestFactory

from haidang.conf.guessing import caller
from tests.factories.cast import PASSWORD

pytestmark = pytest.mark.django_db


def sign_in(client, username, password, **more):
    return client.post("/dang-nhap/", {"username": username, "password": password}, **more)


def locked(client, username):
    for _ in range(8):
        answer = sign_in(client, username, "sai-mat-khau-roi")
    return answer


def test_after_eight_failures_even_the_right_password_is_not_taken_for_a_while(client, cast):
    answer = locked(client, "commune")
    assert answer.status_code == 429
    assert "15 phút" in answer.content.decode()
    assert sign_in(client, "commune", PASSWORD).status_code == 429
    assert client.get("/").status_code == 302


def test_the_officer_at_another_desk_and_other_accounts_get_in(client, cast):
    locked(client, "commune")
    assert sign_in(client, "commune", PASSWORD, REMOTE_ADDR="10.0.0.9").status_code == 302
    client.post("/dang-xuat/")
    assert sign_in(client, "focal", PASSWORD).status_code == 302


def test_an_account_that_does_not_exist_is_closed_in_the_same_way(client, cast):
    assert locked(client, "khong.co").content == locked(client, "commune").content


def test_a_success_forgets_the_failures(client, cast):
    for _ in range(7):
        sign_in(client, "commune", "sai-mat-khau-roi")
    assert sign_in(client, "commune", PASSWORD).status_code == 302
    client.post("/dang-xuat/")
    assert sign_in(client, "commune", "sai-mat-khau-roi").status_code == 200


def test_what_was_typed_is_not_kept(client, cast):
    sign_in(client, "toi-go-nham-mat-khau", "sai-mat-khau-roi")
    row = AccessAttempt.objects.values().get()
    assert "mat-khau" not in str(row)


def test_only_what_our_own_proxy_says_of_the_caller_is_believed(settings):
    request = RequestFactory().get("/", HTTP_X_FORWARDED_FOR="1.1.1.1, 10.0.0.7", REMOTE_ADDR="127.0.0.1")
    assert caller(request) == "127.0.0.1"
    settings.TLS = True
    assert caller(request) == "10.0.0.7"
