"""The drill of the administration guide: what was sealed opens after a restore, and without its key nothing runs."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.run.conftest import ROOT, Run

KEEP = """
import django; django.setup()
from django.utils import timezone
from haidang.apps.people.queries import viewer_of_account
from haidang.flows.keep_contact import keep_contact, read_contact
viewer = viewer_of_account("thuongtruc", timezone.localdate())
"""
WRITE = KEEP + 'keep_contact(actor=viewer, at=timezone.now(), email="", phone="0912 345 678")'
READ = KEEP + "print(read_contact(actor=viewer, at=timezone.now()).phone)"


@pytest.fixture
def python(environment: dict[str, str]):
    def call(data: Path, *command: str) -> subprocess.CompletedProcess[str]:
        env = environment | {"HAIDANG_DATA": str(data), "DJANGO_SETTINGS_MODULE": "haidang.conf.settings"}
        return subprocess.run([sys.executable, *command], cwd=ROOT / "src", env=env, text=True, capture_output=True)

    return call


def test_sealed_fields_and_the_ledger_come_back_with_their_keys_and_not_without(
    run: Run, python, tmp_path: Path
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    assert run("setup", "--data", old).returncode == 0
    written = python(old, "-c", WRITE)
    assert written.returncode == 0, written.stderr
    assert run("backup", tmp_path / "b.tar.gz", "--data", old).returncode == 0
    assert run("restore", tmp_path / "b.tar.gz", "--data", new).returncode == 0
    for command in (("keys", "check"), ("ledger", "verify")):
        done = python(new, "-m", "haidang.cli.main", *command)
        assert done.returncode == 0, done.stderr
    assert python(new, "-c", READ).stdout == "0912 345 678\n"
    assert python(new, "-c", "import haidang.conf.wsgi").returncode == 0
    (new / "keys" / "fields.keys").unlink()
    refused = python(new, "-c", "import haidang.conf.wsgi")
    assert refused.returncode == 1
    assert "fields.keys" in refused.stderr
