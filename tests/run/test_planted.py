"""Six hundred planted phones and addresses, sent through the page: none lies open in file, WAL, log or dump."""

import os
import subprocess
import sys
from pathlib import Path

from tests.architecture.tree import ROOT

CODE = """
import datetime as dt, sqlite3, shutil, sys
import django; django.setup()
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.conf import settings
call_command("migrate", verbosity=0)
settings.STORAGES = {**settings.STORAGES, "staticfiles": {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
from haidang.apps.people import services
from haidang.apps.people.models import Holding, User
unit = services.create_unit(name="tỉnh An Hải", level="province")
agency = services.create_agency(unit=unit, name="Công an tỉnh", kind="police")
post = services.create_post(agency=agency, title="Cán bộ", roles=["focal"])
for n in range(300):
    user = User.objects.create(username=f"u{n}", full_name="Người Mẫu")
    Holding.objects.create(user=user, post=post, since=dt.date(2025, 7, 1))
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(user)
    key = client.get("/tai-khoan/").context["form"]["form_key"].value()
    sent = {"form_key": key, "email": f"cay.{n}@biet-danh.vn", "phone": f"0977{n:06}"}
    assert client.post("/tai-khoan/", sent).status_code == 302
    assert client.post("/tai-khoan/", {**sent, "phone": "0977x"}).status_code == 200
data = settings.DATA_DIR
shutil.copytree(data, data.parent / "copied")  # with the WAL, while the connection is open
with open(data.parent / "copied" / "dump.sql", "w") as file:
    file.writelines(line + "\\n" for line in sqlite3.connect(data / "haidang.sqlite3").iterdump())
"""


def test_planted_values_lie_open_nowhere(tmp_path: Path) -> None:
    env = {name: value for name, value in os.environ.items() if not name.startswith("HAIDANG_")}
    env |= {"HAIDANG_DATA": str(tmp_path / "data"), "DJANGO_SETTINGS_MODULE": "haidang.conf.settings"}
    code = (
        "import django; django.setup(); from django.test.utils import setup_test_environment; setup_test_environment()"
        + CODE
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT / "src", env=env, text=True, capture_output=True)
    assert done.returncode == 0, done.stderr
    copied = tmp_path / "copied"
    assert (copied / "haidang.sqlite3-wal").stat().st_size > 0
    assert "people_contact" in (copied / "dump.sql").read_text(encoding="utf-8")
    heap = b"\n".join(path.read_bytes() for path in copied.rglob("*") if path.is_file())
    heap += done.stdout.encode() + done.stderr.encode()
    planted = [value for n in range(300) for value in (f"cay.{n}@biet-danh.vn", f"0977{n:06}")]
    assert [value for value in planted if value.encode() in heap] == []
    assert b"biet-danh" not in heap
