"""The served process calls nobody that the operator did not list."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

TRY = """
import socket, sys
from haidang.conf.outbound import close_outbound
close_outbound([part for part in sys.argv[2].split(",") if part])
port = int(sys.argv[1])
def told(work):
    try:
        work()
    except PermissionError:
        return "refused"
    return "went"
def datagram():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as out:
        out.sendto(b"x", ("127.0.0.1", port))
here, there = socket.socketpair()
here.sendall(b"x")
print(
    told(lambda: socket.create_connection(("127.0.0.1", port)).close()),
    told(datagram),
    told(lambda: socket.getaddrinfo("localhost", port)),
    told(lambda: socket.gethostbyname("localhost")),
)
"""


@pytest.fixture
def listening() -> Iterator[int]:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        threading.Thread(target=lambda: [server.accept()[0].close() for _ in range(3)], daemon=True).start()
        yield server.getsockname()[1]


def run(code: str, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("HAIDANG_")} | more
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT / "src", env=env, text=True, capture_output=True
    )


def test_nothing_leaves_unless_it_is_listed(listening: int) -> None:
    assert run(TRY, str(listening), "").stdout.split() == ["refused"] * 4
    assert run(TRY, str(listening), "elsewhere,127.0.0.1:1").stdout.split() == ["refused"] * 4
    assert run(TRY, str(listening), "127.0.0.1,localhost").stdout.split() == ["went"] * 4
    assert run(TRY, str(listening), f"127.0.0.1:{listening}").stdout.split()[:2] == ["went"] * 2


def test_the_served_process_is_closed_and_a_listed_host_is_open_in_it(listening: int, tmp_path: Path) -> None:
    code = (
        "import socket, sys, django; django.setup()\n"
        "from django.core.management import call_command; call_command('migrate', verbosity=0)\n"
        "import haidang.conf.wsgi\n"
        "socket.create_connection(('127.0.0.1', int(sys.argv[1])))"
    )
    settings = {"HAIDANG_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "haidang.conf.settings"}
    refused = run(code, str(listening), **settings)
    assert "HAIDANG_OUTBOUND" in refused.stderr
    assert run(code, str(listening), **settings, HAIDANG_OUTBOUND="127.0.0.1").returncode == 0
