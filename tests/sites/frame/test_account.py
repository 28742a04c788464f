"""One's own account page."""

import os
import subprocess
import sys
from uuid import uuid4

import pytest

from haidang.apps.ledger.models import Entry
from haidang.apps.people.models import Contact
from tests.architecture.tree import ROOT
from tests.factories.cast import PASSWORD

pytestmark = pytest.mark.django_db

NEW_PASSWORD = "thuyền nan bốn mùa lúa"


def test_an_officer_keeps_phone_and_mail_and_sees_them_again(cast):
    client = cast.client("commune")
    answer = client.post("/tai-khoan/", {"email": "bien@anhai.gov.vn", "phone": "0912345678", "form_key": ""})
    key = answer.context["form"]["form_key"].value() if answer.status_code == 200 else ""
    assert answer.status_code == 200, key  # a form without its key is not taken
    form = client.get("/tai-khoan/").context["form"]
    sent = {"email": "bien@anhai.gov.vn", "phone": "0912345678", "form_key": str(form["form_key"].value())}
    assert client.post("/tai-khoan/", sent).status_code == 302
    page = client.get("/tai-khoan/").content.decode()
    assert "bien@anhai.gov.vn" in page
    assert "0912345678" in page
    for other in ("leader", "inspector", "admin"):
        assert "bien@anhai" not in cast.client(other).get("/tai-khoan/").content.decode()


def test_what_was_typed_stays_when_it_is_refused(cast):
    client = cast.client("commune")
    key = str(client.get("/tai-khoan/").context["form"]["form_key"].value())
    page = client.post("/tai-khoan/", {"email": "khong phai", "phone": "0912345678", "form_key": key})
    assert "khong phai" in page.content.decode()
    assert "thư điện tử" in page.content.decode()
    assert not Contact.objects.exists()


def test_leaving_everywhere_ends_the_sessions_of_this_account_and_of_no_other(cast):
    here, phone, other = cast.client("commune"), cast.client("commune"), cast.client("leader")
    answer = here.post("/tai-khoan/ket-thuc-phien/")
    assert answer.url == "/dang-nhap/"
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert here.get("/").status_code == phone.get("/").status_code == 302
    assert other.get("/").status_code == 200
    assert Entry.objects.get().act == "account.end_sessions"
    assert here.get("/tai-khoan/ket-thuc-phien/").status_code == 302


def test_a_session_of_before_the_password_changed_is_over(cast):
    client = cast.client("commune")
    cast.users["commune"].set_password("mot-mat-khau-khac")
    cast.users["commune"].save()
    assert client.get("/").status_code == 302


def test_what_is_refused_and_who_fails_to_sign_in_is_noted_without_what_was_typed(cast, client):
    thing = uuid4()
    assert cast.client("commune").get(f"/nhiem-vu/{thing}/").status_code == 404
    refused = Entry.objects.get()
    assert (refused.act, refused.object_kind, refused.object_uuid) == ("refused", "task", thing)
    client.post("/dang-nhap/", {"username": "commune", "password": "sai-mat-khau"})
    client.post("/dang-nhap/", {"username": "mat-khau-go-nham", "password": "sai-mat-khau"})
    known, unknown = Entry.objects.filter(act="account.sign_in_failed").order_by("id")
    assert (known.object_uuid, known.province_id) == (cast.users["commune"].uuid, cast.province.pk)
    assert (unknown.object_uuid, unknown.province_id) == (None, 0)
    assert not any("mat-khau" in body for body in Entry.objects.values_list("body", flat=True))


def test_an_inspector_asks_what_a_person_did_and_who_was_at_a_thing(cast):
    thing = uuid4()
    for who in ("commune", "focal"):
        cast.client(who).get(f"/nhiem-vu/{thing}/")
        cast.client(who).get(f"/nhiem-vu/{uuid4()}/")
    page = cast.client("inspector").get(f"/nhat-ky/?doi-tuong={thing}")
    assert page.context["page"].total == 2
    page = cast.client("inspector").get(f"/nhat-ky/?nguoi={cast.users['focal'].uuid}")
    assert page.context["page"].total == 2
    assert "Đỗ Thị Lành" in page.content.decode()
    assert cast.client("inspector").get("/nhat-ky/?nguoi=khong-phai").context["page"].total == 4


def test_over_tls_cookies_belong_to_this_host_alone_and_browsers_stay_with_tls(tmp_path):
    code = (
        "from django.conf import settings as s; print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, "
        "s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_HSTS_SECONDS, "
        "s.SECURE_PROXY_SSL_HEADER, s.SESSION_COOKIE_DOMAIN)"
    )
    env = os.environ | {"HAIDANG_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "haidang.conf.settings"}
    told = {
        tls: subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT / "src",
            env=env | {"HAIDANG_TLS": tls},
            text=True,
            capture_output=True,
        ).stdout.strip()
        for tls in ("1", "0")
    }
    assert told["1"] == "__Host-session __Host-csrf True True 31536000 ('HTTP_X_FORWARDED_PROTO', 'https') None"
    assert told["0"] == "session csrf False False 0 None None"


def change(client, **given):
    key = str(client.get("/tai-khoan/mat-khau/").context["form"]["form_key"].value())
    sent = {"form_key": key, "old": PASSWORD, "new": NEW_PASSWORD, "again": NEW_PASSWORD, **given}
    return client.post("/tai-khoan/mat-khau/", sent)


def test_a_password_is_changed_by_who_knows_it_and_other_sessions_end(cast):
    here, elsewhere = cast.client("commune"), cast.client("commune")
    assert change(here).url == "/tai-khoan/"
    assert here.get("/").status_code == 200
    assert elsewhere.get("/").status_code == 302
    cast.users["commune"].refresh_from_db()
    assert cast.users["commune"].check_password(NEW_PASSWORD)
    assert [entry.act for entry in Entry.objects.all()] == ["account.password"]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"old": "không phải mật khẩu"}, "old"),
        ({"new": PASSWORD, "again": PASSWORD}, "new"),
        ({"new": "ngắn", "again": "ngắn"}, "new"),
        ({"new": "matkhau123456", "again": "matkhau123456"}, "new"),
        ({"new": "hothibien-1990", "again": "hothibien-1990"}, "new"),
        ({"again": "khác hẳn đi nhé"}, "again"),
    ],
)
def test_a_weak_or_wrong_password_changes_nothing_and_says_where(cast, given, field):
    client = cast.client("commune")
    answer = change(client, **given)
    assert list(answer.context["form"].errors) == [field]
    assert not any(value in answer.content.decode() for value in given.values())
    cast.users["commune"].refresh_from_db()
    assert cast.users["commune"].check_password(PASSWORD)
