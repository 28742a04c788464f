"""How long `./run` takes from nothing to the first page, and the second time; on a copy, with an empty home folder."""

import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from runner.places import ROOT, environment
from runner.words import Stop

LEFT_BEHIND = shutil.ignore_patterns(".venv", "var", ".git", "*_cache", "__pycache__")


def measure() -> dict[str, float]:
    """Seconds to the first page: from nothing, and for a second start that keeps the data."""
    with tempfile.TemporaryDirectory(prefix="haidang-start-") as folder:
        place = Path(folder) / "haidang"
        shutil.copytree(ROOT, place, ignore=LEFT_BEHIND)
        (Path(folder) / "home").mkdir()
        return {"first_s": start(place), "second_s": start(place)}


def start(place: Path) -> float:
    """Start a copy, wait until it prints its address (it has answered its first page by then), and stop it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    env = environment(place / "var", HOME=str(place.parent / "home"))
    for name in ("HAIDANG_DATABASE_URL", "XDG_CACHE_HOME", "UV_CACHE_DIR", "PIP_CACHE_DIR"):
        env.pop(name, None)
    began = time.perf_counter()
    command = [sys.executable, str(place / "run"), "--port", str(port)]
    with subprocess.Popen(command, env=env, cwd=place, text=True, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if f"http://127.0.0.1:{port}/" in line:
                seconds = time.perf_counter() - began
                process.send_signal(signal.SIGTERM)
                process.stdout.read()
                return seconds
    raise Stop("./run không khởi động được.", "./run did not start.")
