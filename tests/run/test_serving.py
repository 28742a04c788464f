"""`./run` on a folder of its own: it serves, keeps data, and says clearly why it cannot."""

import http.client
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from runner import places, words

from tests.run.conftest import ROOT, Run, Served

Serve = Callable[..., Served]


def fetch(address: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of one page, redirects not followed."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=30)
    try:
        connection.request("GET", parts.path or "/")
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()


def test_it_serves_the_demonstration_and_prints_address_and_accounts(serve: Serve, tmp_path: Path) -> None:
    served = serve("--data", tmp_path / "data")
    assert served.address in served.printed
    assert "thuongtruc" in served.printed
    status, headers, _ = fetch(served.address + "/")
    assert status in {200, 302}
    status, _, page = fetch(served.address + (headers.get("Location", "/")))
    assert status == 200
    styles = [part.split(b'"')[0].decode() for part in page.split(b'href="')[1:] if b".css" in part.split(b'"')[0]]
    assert styles
    assert all(fetch(served.address + style)[0] == 200 for style in styles)
    assert served.stop(signal.SIGINT) == 0


def test_a_second_start_keeps_the_data_and_what_the_folder_is_for(serve: Serve, tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert serve("--data", data, "--empty").stop() == 0
    keys = {path.name: path.read_bytes() for path in (data / "keys").iterdir()}
    again = serve("--data", data)
    assert "thuongtruc" not in again.printed
    assert {path.name: path.read_bytes() for path in (data / "keys").iterdir()} == keys
    assert again.stop(signal.SIGTERM) == 0


def test_the_data_folder_is_closed_to_other_users(run: Run, tmp_path: Path) -> None:
    assert run("setup", "--empty", "--data", tmp_path / "data").returncode == 0
    # Static files are public; Django gives them the mode of public files, inside the closed folder.
    found = [tmp_path / "data", *(path for path in (tmp_path / "data").rglob("*") if "static" not in path.parts)]
    assert [path for path in found if stat.S_IMODE(path.stat().st_mode) & 0o077] == []


def test_sqlite_keeps_a_write_ahead_log(run: Run, tmp_path: Path) -> None:
    assert run("setup", "--empty", "--data", tmp_path / "data").returncode == 0
    with (tmp_path / "data" / "haidang.sqlite3").open("rb") as file:
        # Bytes 18 and 19 of the header are 2 when the file is in WAL mode.
        assert file.read(20)[18:] == b"\x02\x02"


def test_a_demonstration_is_never_mixed_with_an_empty_installation(run: Run, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "kind").write_text("demonstration", encoding="ascii")
    done = run("--empty", "--data", tmp_path / "data")
    assert done.returncode == 1
    assert "dữ liệu trình diễn" in done.stderr


def test_a_busy_port_is_named_in_both_languages(run: Run, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = run("--port", port, "--data", tmp_path / "data")
    assert done.returncode == 1
    assert f"cổng {port} đang có chương trình khác dùng" in done.stderr
    assert f"port {port} is busy" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "data").exists()


def test_an_impossible_port_is_refused(run: Run, tmp_path: Path) -> None:
    for port in ("0", "70000", "tám"):
        done = run("--port", port, "--data", tmp_path / "data")
        assert done.returncode == 2
        assert done.stderr.startswith("Lỗi: ")


def test_a_folder_that_cannot_be_written_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = run("setup", "--empty", "--data", tmp_path / "file" / "data")
    assert done.returncode == 1
    assert "không ghi được vào thư mục dữ liệu" in done.stderr


def test_an_unknown_command_points_to_the_help(run: Run) -> None:
    done = run("serv")
    assert done.returncode == 2
    assert "./run help" in done.stderr
    assert "backup" in run("help").stdout


def test_a_python_without_ensurepip_gets_the_very_line_to_type(environment: dict[str, str], tmp_path: Path) -> None:
    copy = copied(tmp_path)
    # As Debian ships it: the standard library is there, ensurepip is not.
    start = (
        "import sys, runpy, importlib.util as u; find = u.find_spec;"
        "u.find_spec = lambda name, *more: None if name == 'ensurepip' else find(name, *more);"
        f"sys.argv = ['run', 'setup']; runpy.run_path({str(copy / 'run')!r}, run_name='__main__')"
    )
    without_uv = environment | {"PATH": "/nonexistent"}
    done = subprocess.run([sys.executable, "-c", start], env=without_uv, text=True, capture_output=True, cwd=copy)
    assert done.returncode == 1
    series = f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert f"sudo apt-get install python{series}-venv\n" in done.stderr


def test_an_old_python_is_told_what_to_install(environment: dict[str, str], tmp_path: Path) -> None:
    copy = copied(tmp_path)
    start = (
        "import sys, runpy; sys.version_info = (3, 9, 2, 'final', 0);"
        f"runpy.run_path({str(copy / 'run')!r}, run_name='__main__')"
    )
    alone = environment | {"PATH": "/nonexistent"}
    done = subprocess.run([sys.executable, "-c", start], env=alone, text=True, capture_output=True)
    assert done.returncode == 2
    assert "sudo apt-get install python3.11 python3.11-venv" in done.stderr


def test_a_full_disk_is_named(tmp_path: Path) -> None:
    more_than_it_holds = shutil.disk_usage(tmp_path).total // places.MEGABYTE + 1
    with pytest.raises(words.Stop) as stopped:
        places.require_space(tmp_path, more_than_it_holds)
    assert "đã đầy" in stopped.value.vietnamese
    reason = words.because("OSError: [Errno 28] No space left on device", tmp_path, "Không cài được", "Not installed")
    assert "đã đầy" in reason.vietnamese


def copied(tmp_path: Path) -> Path:
    """The commands alone, in a place where nothing is set up yet."""
    copy = tmp_path / "copy"
    shutil.copytree(ROOT / "scripts", copy / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "run", copy / "run")
    shutil.copy(ROOT / "requirements.txt", copy / "requirements.txt")
    os.chmod(copy / "run", 0o755)
    return copy
