"""`./run`: bring the data folder up to date and serve it on this machine alone, until Ctrl-C."""

import contextlib
import errno
import fcntl
import http.client
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from runner import venv
from runner.places import PYTHON, ROOT, environment, make_data_dir, step
from runner.words import Stop, say

HOST = "127.0.0.1"
# A data folder is either the demonstration or an installation of its own; the second is never given invented people.
DEMONSTRATION, EMPTY = "demonstration", "empty"
START_SECONDS = 60


def serve(*, port: int, data: Path, empty: bool) -> int:
    """Set up what is missing, then serve `data` on 127.0.0.1:`port` until stopped."""
    require_free_port(port)
    kind = prepare(data, empty=empty, announce=True)
    env = environment(data, HAIDANG_DEMONSTRATION="1" if kind.name == DEMONSTRATION else "0")
    with in_use(data, exclusive=False) as lock:
        server = subprocess.Popen(gunicorn(port), env=env, cwd=ROOT, pass_fds=[lock], stdin=subprocess.DEVNULL)
        return watch(server, port, kind)


class Kind:
    """What a data folder holds, and the table of demonstration accounts when it has one."""

    def __init__(self, name: str, accounts: str = "") -> None:
        self.name = name
        self.accounts = accounts


def prepare(data: Path, *, empty: bool, announce: bool = False) -> Kind:
    """Set up packages, folder, tables and static files; lay the demonstration unless the folder is an empty one."""
    venv.ensure()
    make_data_dir(data)
    mark = data / "kind"
    fresh = not mark.exists()
    name = mark.read_text(encoding="ascii").strip() if not fresh else EMPTY if empty else DEMONSTRATION
    if empty and name == DEMONSTRATION:
        raise Stop(
            f"thư mục {data} đang chứa dữ liệu trình diễn. Đề nghị chọn thư mục khác: ./run --empty --data THƯ_MỤC",
            f"{data} holds the demonstration. Choose another folder: ./run --empty --data DIR",
        )
    if announce and fresh:
        say("Đang chuẩn bị dữ liệu…", f"preparing the data folder {data}")
    # The mark stands before the data does: a start that was cut short must not change what the folder is for.
    mark.write_text(name, encoding="ascii")
    arguments = [str(PYTHON), str(ROOT / "scripts" / "prepare.py")]
    words = ("Không chuẩn bị được dữ liệu", "The data could not be prepared")
    demonstration = ["--demonstration"] if name == DEMONSTRATION else []
    env = environment(data, HAIDANG_DEMONSTRATION="1" if demonstration else "0")
    return Kind(name, step(arguments + demonstration, env, data, *words))


def gunicorn(port: int) -> list[str]:
    """The production server, bound to this machine alone."""
    options = ["--bind", f"{HOST}:{port}", "--workers", "2", "--timeout", "300", "--graceful-timeout", "5", "--preload"]
    # The control socket would be made in the home folder, which may not be writable.
    options += ["--no-control-socket", "--log-level", "warning"]
    return [str(PYTHON), "-m", "gunicorn", *options, "haidang.conf.wsgi:application"]


def watch(server: subprocess.Popen[bytes], port: int, kind: Kind) -> int:
    """Announce the address once the first page answers, then wait; pass a request to stop on to the server."""

    def stop(*_: object) -> None:
        if server.poll() is None:
            server.send_signal(signal.SIGTERM)

    for wish in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(wish, stop)
    if answers(server, port):
        announce(port, kind)
    code = server.wait()
    if code in (0, -signal.SIGTERM, -signal.SIGINT):
        say("Đã dừng.", "stopped")
        return 0
    raise Stop("máy chủ dừng bất thường; xem thông báo ở trên.", f"the server ended with code {code}; see above.")


def answers(server: subprocess.Popen[bytes], port: int) -> bool:
    """Wait until the server answers its first page; False when it ended instead."""
    deadline = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        connection = http.client.HTTPConnection(HOST, port, timeout=START_SECONDS)
        try:
            connection.request("GET", "/")
            status = connection.getresponse().status
        except OSError:
            time.sleep(0.1)
            continue
        finally:
            connection.close()
        if status >= 500:
            server.terminate()
            server.wait()
            raise Stop("trang đầu tiên báo lỗi; xem thông báo ở trên.", f"the first page answered {status}; see above.")
        return True
    return False


def announce(port: int, kind: Kind) -> None:
    """Print the address and, for the demonstration, the accounts."""
    print(f"\nHải Đăng: http://{HOST}:{port}/\n", flush=True)
    if kind.name == DEMONSTRATION:
        print("Tài khoản trình diễn (demonstration accounts):\n", flush=True)
        print(kind.accounts, flush=True)
    else:
        say("Cài đặt riêng, không có dữ liệu trình diễn.", "an installation of its own; see docs/admin.md")
    say("Nhấn Ctrl-C để dừng.", "press Ctrl-C to stop")


def require_free_port(port: int) -> None:
    """Say which port is busy, and which command would do, before anything else is done."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise Stop(
                    f"cổng {port} đang có chương trình khác dùng. Đề nghị chọn cổng khác: ./run --port {port + 1}",
                    f"port {port} is busy. Choose another: ./run --port {port + 1}",
                ) from error
            raise Stop(
                f"không mở được cổng {port}. Đề nghị chọn cổng từ 1024 đến 65535: ./run --port 8001",
                f"port {port} cannot be opened. Choose one from 1024 to 65535: ./run --port 8001",
            ) from error


@contextlib.contextmanager
def in_use(data: Path, *, exclusive: bool) -> Iterator[int]:
    """Hold the data folder: shared while serving, exclusive while restoring, so that the two never meet."""
    lock = os.open(data / ".lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except OSError as error:
        os.close(lock)
        raise Stop(
            f"thư mục {data} đang được dùng. Đề nghị dừng ./run đang chạy (Ctrl-C) rồi thử lại.",
            f"{data} is in use. Stop the running ./run (Ctrl-C) and try again.",
        ) from error
    try:
        yield lock
    finally:
        os.close(lock)
