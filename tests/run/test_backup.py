"""Backup and restore: what comes back is what was there, and nothing is lost on the way."""

import http.cookiejar
import io
import json
import re
import sqlite3
import stat
import subprocess
import tarfile
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from runner import postgres

from tests import needs
from tests.run.conftest import Run, Served


@pytest.fixture
def data(run: Run, tmp_path: Path) -> Path:
    """A small installation with one stored file."""
    folder = tmp_path / "data"
    assert run("setup", "--empty", "--data", folder).returncode == 0
    (folder / "files" / "ab").mkdir(parents=True)
    (folder / "files" / "ab" / "abcd").write_bytes(b"evidence")
    with closing(sqlite3.connect(folder / "haidang.sqlite3")) as database:
        database.execute("create table witness (word text)")
        database.execute("insert into witness values ('đèn')")
        database.commit()
    return folder


def words_in(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "haidang.sqlite3")) as database:
        return [row[0] for row in database.execute("select word from witness")]


def repacked(source: Path, target: Path, change: Callable[[str, bytes], list[tuple[tarfile.TarInfo, bytes]]]) -> None:
    """Copy an archive, letting `change` say what stands in place of each member."""
    with tarfile.open(source) as old, tarfile.open(target, "w:gz") as new:
        for member in old.getmembers():
            file = old.extractfile(member)
            for header, content in change(member.name, file.read() if file else b""):
                header.size = len(content)
                new.addfile(header, io.BytesIO(content))


def test_a_backup_comes_back_whole_in_a_new_folder(run: Run, data: Path, tmp_path: Path) -> None:
    assert run("backup", tmp_path / "b.tar.gz", "--data", data).returncode == 0
    new = tmp_path / "new"
    assert run("restore", tmp_path / "b.tar.gz", "--data", new).returncode == 0
    assert words_in(new) == ["đèn"]
    assert (new / "files" / "ab" / "abcd").read_bytes() == b"evidence"
    assert (new / "keys" / "signing.key").read_bytes() == (data / "keys" / "signing.key").read_bytes()
    assert [path for path in new.rglob("*") if stat.S_IMODE(path.stat().st_mode) & 0o077] == []


def test_people_sign_in_again_after_a_restore(run: Run, serve: Callable[..., Served], tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    assert run("setup", "--data", old).returncode == 0
    assert run("backup", tmp_path / "b.tar.gz", "--data", old).returncode == 0
    assert run("restore", tmp_path / "b.tar.gz", "--data", new).returncode == 0
    served = serve("--data", new)
    username, password = "thuongtruc", password_in(served.printed)
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    with browser.open(served.address + "/dang-nhap/", timeout=30) as answer:
        page = answer.read().decode()
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    fields |= {"username": username, "password": password}
    with browser.open(served.address + "/dang-nhap/", urllib.parse.urlencode(fields).encode(), timeout=30) as answer:
        assert answer.status == 200
        assert "/dang-nhap/" not in answer.geturl()
        assert 'name="password"' not in answer.read().decode()


def password_in(printed: str) -> str:
    """The one password of the demonstration's accounts."""
    found = re.search(r"(?:Mật khẩu|[Pp]assword)[^:]*:\s*(\S+)", printed)
    assert found, printed
    return found.group(1)


def test_a_backup_is_its_owners_alone_and_names_nobody(run: Run, data: Path, tmp_path: Path) -> None:
    target = tmp_path / "b.tar.gz"
    assert run("backup", target, "--data", data).returncode == 0
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with tarfile.open(target) as archive:
        assert {(member.uname, member.gname, member.uid) for member in archive} == {("", "", 0)}


def test_a_backup_overwrites_nothing_unasked(run: Run, data: Path, tmp_path: Path) -> None:
    target = tmp_path / "b.tar.gz"
    target.write_bytes(b"precious")
    done = run("backup", target, "--data", data)
    assert done.returncode == 1
    assert "--force" in done.stderr
    assert target.read_bytes() == b"precious"
    assert run("backup", target, "--data", data, "--force").returncode == 0
    assert tarfile.is_tarfile(target)


def test_a_folder_without_data_cannot_be_backed_up(run: Run, tmp_path: Path) -> None:
    done = run("backup", tmp_path / "b.tar.gz", "--data", tmp_path / "nothing")
    assert done.returncode == 1
    assert "chưa có dữ liệu" in done.stderr
    assert list(tmp_path.glob("b.tar.gz*")) == []


def test_a_damaged_database_is_not_kept_as_a_backup(run: Run, data: Path, tmp_path: Path) -> None:
    (data / "haidang.sqlite3").write_bytes(b"SQLite format 3\0" + b"\xff" * 8192)
    for log in data.glob("haidang.sqlite3-*"):
        log.unlink()
    done = run("backup", tmp_path / "b.tar.gz", "--data", data)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert list(tmp_path.glob("b.tar.gz*")) == []


def test_restoring_over_data_needs_force_and_keeps_what_was_there(run: Run, data: Path, tmp_path: Path) -> None:
    assert run("backup", tmp_path / "b.tar.gz", "--data", data).returncode == 0
    with closing(sqlite3.connect(data / "haidang.sqlite3")) as database:
        database.execute("update witness set word = 'sau'")
        database.commit()
    refused = run("restore", tmp_path / "b.tar.gz", "--data", data)
    assert refused.returncode == 1
    assert words_in(data) == ["sau"]
    assert run("restore", tmp_path / "b.tar.gz", "--data", data, "--force").returncode == 0
    assert words_in(data) == ["đèn"]
    (kept,) = tmp_path.glob("data.before-*")
    assert words_in(kept) == ["sau"]


def test_restoring_under_a_running_server_is_refused(
    run: Run, serve: Callable[..., Served], data: Path, tmp_path: Path
) -> None:
    assert run("backup", tmp_path / "b.tar.gz", "--data", data).returncode == 0
    serve("--data", data)
    done = run("restore", tmp_path / "b.tar.gz", "--data", data, "--force")
    assert done.returncode == 1
    assert "đang được dùng" in done.stderr
    assert words_in(data) == ["đèn"]


def test_a_file_that_is_no_backup_changes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "b.tar.gz").write_bytes(b"hello")
    done = run("restore", tmp_path / "b.tar.gz", "--data", tmp_path / "new")
    assert done.returncode == 1
    assert "không phải bản sao lưu nguyên vẹn" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.tar.gz", "home"]


def test_a_truncated_or_altered_archive_is_refused(run: Run, data: Path, tmp_path: Path) -> None:
    whole = tmp_path / "b.tar.gz"
    assert run("backup", whole, "--data", data).returncode == 0
    (tmp_path / "short.tar.gz").write_bytes(whole.read_bytes()[:-4000])

    def alter(name: str, content: bytes) -> list[tuple[tarfile.TarInfo, bytes]]:
        return [(tarfile.TarInfo(name), b"forged" if name.startswith("files/") else content)]

    repacked(whole, tmp_path / "altered.tar.gz", alter)
    for archive in ("short.tar.gz", "altered.tar.gz"):
        done = run("restore", tmp_path / archive, "--data", tmp_path / "new")
        assert done.returncode == 1, archive
        assert "không phải bản sao lưu nguyên vẹn" in done.stderr
        assert not (tmp_path / "new").exists()


def test_an_archive_cannot_reach_outside_its_folder(run: Run, data: Path, tmp_path: Path) -> None:
    assert run("backup", tmp_path / "b.tar.gz", "--data", data).returncode == 0
    link = tarfile.TarInfo("files/link")
    link.type, link.linkname = tarfile.SYMTYPE, "../../outside"
    for number, intruder in enumerate(
        (tarfile.TarInfo("../outside"), tarfile.TarInfo("/outside"), tarfile.TarInfo("files/../../outside"), link)
    ):

        def add(name: str, content: bytes, intruder: tarfile.TarInfo = intruder) -> list[tuple[tarfile.TarInfo, bytes]]:
            return [(tarfile.TarInfo(name), content)] + ([(intruder, b"")] if name == "manifest.json" else [])

        repacked(tmp_path / "b.tar.gz", tmp_path / f"{number}.tar.gz", add)
        done = run("restore", tmp_path / f"{number}.tar.gz", "--data", tmp_path / "new")
        assert done.returncode == 1
        assert not (tmp_path / "outside").exists()
        assert not (tmp_path / "new").exists()


def test_an_archive_of_a_newer_version_is_refused(run: Run, data: Path, tmp_path: Path) -> None:
    assert run("backup", tmp_path / "b.tar.gz", "--data", data).returncode == 0

    def newer(name: str, content: bytes) -> list[tuple[tarfile.TarInfo, bytes]]:
        if name == "manifest.json":
            manifest = json.loads(content)
            manifest["migrations"].append("people/9999_of_tomorrow")
            content = json.dumps(manifest).encode()
        return [(tarfile.TarInfo(name), content)]

    repacked(tmp_path / "b.tar.gz", tmp_path / "newer.tar.gz", newer)
    done = run("restore", tmp_path / "newer.tar.gz", "--data", tmp_path / "new")
    assert done.returncode == 1
    assert "phiên bản mới hơn" in done.stderr


@pytest.fixture
def postgres_pair() -> Iterator[tuple[str, str]]:
    """Two empty databases on a PostgreSQL that answers, or on a private one."""
    with postgres.for_tests() as address:
        if address is None:
            needs.missing("PostgreSQL 15 or newer is not installed")
        name = postgres.connection(str(address))["PGDATABASE"]
        # The prefix is the one under which leftovers of a test run are dropped.
        pair = (postgres.renamed(str(address), f"test_{name}_a"), postgres.renamed(str(address), f"test_{name}_b"))
        for url in pair:
            env = postgres.connection(url)
            subprocess.run([postgres.program("createdb"), "--no-password", env["PGDATABASE"]], env=env, check=True)
        yield pair


def test_postgresql_is_dumped_and_loaded(run: Run, postgres_pair: tuple[str, str], tmp_path: Path) -> None:
    old, new = postgres_pair
    assert run("setup", "--empty", "--data", tmp_path / "old", HAIDANG_DATABASE_URL=old).returncode == 0
    done = run("backup", tmp_path / "b.tar.gz", "--data", tmp_path / "old", HAIDANG_DATABASE_URL=old)
    assert done.returncode == 0, done.stderr
    refused = run("restore", tmp_path / "b.tar.gz", "--data", tmp_path / "sqlite")
    assert "loại cơ sở dữ liệu khác" in refused.stderr
    done = run("restore", tmp_path / "b.tar.gz", "--data", tmp_path / "new", HAIDANG_DATABASE_URL=new)
    assert done.returncode == 0, done.stderr
    again = run("restore", tmp_path / "b.tar.gz", "--data", tmp_path / "other", HAIDANG_DATABASE_URL=new)
    assert again.returncode == 1
    assert run("setup", "--data", tmp_path / "new", HAIDANG_DATABASE_URL=new).returncode == 0
