"""The ledger in the database: only added to, its heads copied outside, a wrong key noticed before it serves."""

import datetime as dt
import os
import subprocess
import sys
import threading
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, IntegrityError, connection, transaction

from haidang.apps.ledger import anchors, guards, queries, services
from haidang.apps.ledger.models import Chain, Entry, Head
from tests.factories.cast import NOW
from tests.factories.tampering import unguarded

PROVINCE = 7


def add(count: int = 1, at: dt.datetime = NOW, province_id: int = PROVINCE) -> None:
    for _ in range(count):
        services.append(
            province_id=province_id,
            at=at,
            actor_uuid=UUID(int=1),
            agency_uuid=None,
            act="test.act",
            object_kind="thing",
            object_uuid=uuid4(),
        )


@pytest.fixture
def anchored(settings, tmp_path):
    settings.LEDGER_ANCHORS = tmp_path / "outside" / "ledger.txt"
    return settings.LEDGER_ANCHORS


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger_entry SET act = 'x'",
        "UPDATE ledger_entry SET number = number + 10",
        "DELETE FROM ledger_entry",
        "UPDATE ledger_head SET body = 'x'",
        "DELETE FROM ledger_head",
    ],
)
def test_the_database_itself_refuses_to_change_or_remove(statement: str) -> None:
    add(2)
    services.write_head(at=NOW)
    with pytest.raises(DatabaseError, match="only added to"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Entry.objects.count() == 2


@pytest.mark.django_db
def test_an_entry_is_not_replaced_under_its_own_number() -> None:
    add(2)
    clause = "OR REPLACE" if connection.vendor == "sqlite" else ""
    end = "" if clause else "ON CONFLICT (province_id, number) DO UPDATE SET act = 'x'"
    columns = "province_id, number, at, actor_uuid, act, object_kind, body, digest"
    values = [PROVINCE, 2, NOW.isoformat(), str(UUID(int=1)), "x", "x", "{}", "0"]
    marks = ", ".join(["%s"] * 8)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"INSERT {clause} INTO ledger_entry ({columns}) VALUES ({marks}) {end}", values)
    assert queries.first_bad_entry(PROVINCE) is None


@pytest.mark.django_db
def test_the_programmes_role_may_add_and_may_not_change() -> None:
    if connection.vendor != "postgresql":
        assert guards.grants("app")[-1].startswith("REVOKE UPDATE, DELETE, TRUNCATE ON ledger_entry, ledger_head")
        return
    add(1)
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE haidang_test_app")
        for statement in guards.grants("haidang_test_app"):
            cursor.execute(statement)
        guards.remove(connection)  # the role alone must hold
        cursor.execute("SET ROLE haidang_test_app")
        for statement in ("UPDATE ledger_entry SET act = 'x'", "DELETE FROM ledger_head", "TRUNCATE ledger_entry"):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                cursor.execute(statement)
        add(1)
        cursor.execute("RESET ROLE")
    assert Entry.objects.count() == 2


def test_a_role_with_an_odd_name_is_refused() -> None:
    for name in ("", 'x"; DROP TABLE people_user; --', "vai trò"):
        with pytest.raises(CommandError, match=r"."):
            call_command("ledger", "grants", name)


@pytest.mark.django_db
def test_the_first_entry_of_another_day_writes_down_how_far_all_chains_had_come(anchored: Path) -> None:
    add(2)
    add(3, province_id=8)
    assert not Head.objects.exists()
    add(1, at=NOW + dt.timedelta(days=1))
    head = Head.objects.get()
    assert f"[[{PROVINCE}, 2, " in head.body
    assert ", [8, 3, " in head.body
    assert anchors.copy_out() == 1
    assert anchors.copy_out() == 0
    assert anchored.read_text(encoding="ascii") == anchors.line(head)
    assert anchored.stat().st_mode & 0o077 == 0


@pytest.mark.django_db
def test_a_disk_for_heads_that_is_away_does_not_fail_the_act_and_is_caught_up_later(
    settings, tmp_path: Path, django_capture_on_commit_callbacks
) -> None:
    (tmp_path / "away").write_text("not a folder")
    settings.LEDGER_ANCHORS = tmp_path / "away" / "ledger.txt"
    with django_capture_on_commit_callbacks(execute=True):
        add(1)
        add(1, at=NOW + dt.timedelta(days=1))
    assert Head.objects.count() == 1
    settings.LEDGER_ANCHORS = tmp_path / "back.txt"
    assert anchors.copy_out() == 1


@pytest.mark.django_db
def test_a_tail_cut_off_with_its_row_is_found_by_the_file_outside(anchored: Path) -> None:
    add(5)
    services.write_head(at=NOW)
    anchors.copy_out()
    kept = Entry.objects.get(number=3)
    with unguarded():
        Entry.objects.filter(number__gt=3).delete()
        Chain.objects.filter(province_id=PROVINCE).update(length=3, digest=kept.digest)
        assert queries.first_bad_entry(PROVINCE) is None  # the chain alone cannot know
        assert queries.first_bad_entry(PROVINCE, anchors.known()[0][PROVINCE]) == 4
        with pytest.raises(CommandError, match="số 4"):
            call_command("ledger", "verify")
        Head.objects.all().delete()
    with pytest.raises(CommandError, match="số 1"):
        call_command("ledger", "verify")


@pytest.mark.django_db
def test_a_line_changed_in_the_file_is_named(anchored: Path) -> None:
    for _ in range(3):
        add(1)
        services.write_head(at=NOW)
    anchors.copy_out()
    call_command("ledger", "verify")
    lines = anchored.read_text(encoding="ascii").splitlines(keepends=True)
    anchored.write_text(lines[0] + lines[1].replace("7", "8", 1) + lines[2], encoding="ascii")
    assert anchors.known()[1] == 2


@pytest.mark.django_db
def test_a_chain_that_was_removed_whole_is_missed(anchored: Path) -> None:
    add(3)
    with unguarded():
        Entry.objects.all().delete()
    with pytest.raises(CommandError, match="số 1"):
        call_command("ledger", "verify")


@pytest.mark.django_db
def test_the_operator_writes_a_head_for_printing(anchored: Path, capsys) -> None:
    add(2)
    call_command("ledger", "anchor")
    assert capsys.readouterr().out == anchors.line(Head.objects.get())


@pytest.mark.django_db(transaction=True)
def test_eight_writers_at_once_leave_one_chain() -> None:
    def write(province_id: int) -> None:
        try:
            for _ in range(10):
                with transaction.atomic():
                    add(1, province_id=province_id)
        finally:
            connection.close()

    at_once = connection.vendor == "postgresql"  # SQLite in memory has one writer
    threads = [threading.Thread(target=write, args=(PROVINCE + n % 2,)) for n in range(8)]
    for thread in threads:
        thread.start()
        if not at_once:
            thread.join()
    for thread in threads:
        thread.join()
    for province_id in (PROVINCE, PROVINCE + 1):
        numbers = Entry.objects.filter(province_id=province_id).order_by("number").values_list("number", flat=True)
        assert list(numbers) == list(range(1, 41))
        assert queries.first_bad_entry(province_id) is None


def test_a_start_with_another_key_is_refused_and_with_its_own_it_goes_on(tmp_path: Path) -> None:
    env = {name: value for name, value in os.environ.items() if not name.startswith("HAIDANG_")}
    env |= {"HAIDANG_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "haidang.conf.settings", "PYTHONPATH": "src"}

    def run(code: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, "-c", code], env=env, text=True, capture_output=True)

    laid = run(
        "import django; django.setup()\n"
        "from django.core.management import call_command; call_command('migrate', verbosity=0)\n"
        "from tests.apps.test_ledger_guards import add; add(2)"
    )
    assert laid.returncode == 0, laid.stderr
    assert run("import haidang.conf.wsgi").returncode == 0
    keys = tmp_path / "keys" / "ledger.keys"
    assert keys.stat().st_mode & 0o077 == 0
    keys.write_text("ab" * 32 + "\n", encoding="ascii")
    refused = run("import haidang.conf.wsgi")
    assert refused.returncode == 1
    assert "ledger.keys" in refused.stderr
    keys.write_text("not a key\n", encoding="ascii")
    assert run("import haidang.conf.wsgi").returncode == 1
