"""The commands are tested as people use them: as programs, on folders of their own."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment with an empty home folder and nothing of this installation's."""
    home = tmp_path / "home"
    home.mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("HAIDANG_", "PYTEST_"))}
    return kept | {"HOME": str(home)}


@pytest.fixture
def run(environment: dict[str, str]) -> Run:
    """`./run …` to its end."""

    def command(*arguments: object, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, str(ROOT / "run"), *map(str, arguments)],
            env=environment | more,
            text=True,
            capture_output=True,
            timeout=300,
        )

    return command


@pytest.fixture
def free_port() -> int:
    """A port nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Served:
    """A running `./run`, with what it printed until it was ready."""

    def __init__(self, process: subprocess.Popen[str], port: int, printed: str) -> None:
        self.process = process
        self.address = f"http://127.0.0.1:{port}"
        self.printed = printed

    def stop(self, wish: signal.Signals = signal.SIGINT) -> int:
        """Ask it to stop as a person or a system would; return its exit code."""
        self.process.send_signal(wish)
        return self.process.wait(timeout=30)


@pytest.fixture
def serve(environment: dict[str, str], free_port: int) -> Iterator[Callable[..., Served]]:
    """Starts `./run …` and waits until it says that it is ready."""
    processes: list[subprocess.Popen[str]] = []

    def start(*arguments: object) -> Served:
        command = [sys.executable, str(ROOT / "run"), "--port", str(free_port), *map(str, arguments)]
        # Reading until the last line is the waiting: the address is printed once the first page has answered.
        process = subprocess.Popen(command, env=environment, text=True, stdout=subprocess.PIPE, start_new_session=True)
        processes.append(process)
        printed = ""
        assert process.stdout is not None
        for line in process.stdout:
            printed += line
            if "Ctrl-C" in line:
                break
        return Served(process, free_port, printed)

    yield start
    for process in processes:
        if process.poll() is None:
            process.terminate()
            process.wait(timeout=30)
        if process.stdout is not None:
            process.stdout.close()
