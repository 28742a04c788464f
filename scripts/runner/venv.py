"""The virtual environment: made once, filled from the hash-locked file, filled again only when the lock has changed."""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from runner.places import LOCK, PYTHON, ROOT, VENV, environment, require_space, step
from runner.words import Stop, say

TEST_PART = "# ---- tests ----"
STAMP = VENV / "haidang.json"


def parts_of_lock() -> dict[str, str]:
    """The two parts of the lock: what the product needs to run, and what its tests need besides."""
    run_time, line, tests = LOCK.read_text(encoding="utf-8").partition(TEST_PART)
    if not line:
        raise Stop(f"tệp {LOCK.name} bị hỏng.", f"{LOCK.name} has lost the line {TEST_PART!r}.")
    return {"run time": run_time, "tests": tests}


def fingerprint(part: str) -> str:
    """What a part was installed from: its locked text, the Python series and this place (scripts hold the path)."""
    return hashlib.sha256(f"{part}\n{sys.version_info[:2]}\n{ROOT}".encode()).hexdigest()


def stamped() -> dict[str, str]:
    """The fingerprints of the parts that were installed completely."""
    try:
        return dict(json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def ensure(*, tests: bool = False) -> None:
    """Make `.venv` hold the locked packages (those of the tests too, when asked); do nothing when it already does."""
    parts = parts_of_lock()
    wanted = ["run time", "tests"] if tests else ["run time"]
    installed = stamped() if PYTHON.exists() else {}
    missing = [name for name in wanted if installed.get(name) != fingerprint(parts[name])]
    if missing:
        require_space(ROOT, 600 if tests else 300)
        say("Đang cài đặt các gói cần thiết…", f"installing the locked packages: {', '.join(missing)}")
        if not usable():
            make()
        for name in missing:
            install(name, parts[name])
            installed[name] = fingerprint(parts[name])
        link_product()
        STAMP.write_text(json.dumps(installed), encoding="utf-8")


def usable() -> bool:
    """Whether an environment stands whose Python runs and can install; one that was cut short is made again."""
    if not PYTHON.exists():
        return False
    return subprocess.run([str(PYTHON), "-c", "import pip"], capture_output=True).returncode == 0


def make() -> None:
    """Make the environment, with uv when it is present, else with the standard library's venv."""
    words = ("Không tạo được môi trường Python", "The Python environment could not be made")
    uv = shutil.which("uv")
    if uv:
        step([uv, "venv", "--quiet", "--clear", "--seed", "--python", sys.executable, str(VENV)], quiet(), VENV, *words)
        return
    require_ensurepip()
    step([sys.executable, "-m", "venv", "--clear", str(VENV)], quiet(), VENV, *words)


def require_ensurepip() -> None:
    """Debian and Ubuntu leave ensurepip out of Python until python3-venv is installed: print the very line to type."""
    if importlib.util.find_spec("ensurepip") is not None:
        return
    series = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    line = f"sudo apt-get install {series}-venv"
    raise Stop(
        f"máy này thiếu gói {series}-venv. Đề nghị chạy lệnh sau rồi chạy lại ./run:\n\n    {line}\n",
        f"this machine lacks {series}-venv. Type the line above, then ./run again.",
    )


def install(name: str, part: str) -> None:
    """Install one part of the lock with uv, else pip; every file is checked against its hash."""
    listed = VENV / f"{name.replace(' ', '-')}.txt"
    listed.write_text(part, encoding="utf-8")
    words = ("Không cài được các gói cần thiết", "The locked packages could not be installed")
    options = ["--quiet", "--no-deps", "--require-hashes", "-r", str(listed)]
    uv = shutil.which("uv")
    if uv:
        try:
            step([uv, "pip", "install", "--python", str(PYTHON), *options], quiet(), VENV, *words)
            return
        except Stop:
            # A machine may tell only pip which registry to use; pip then has the last word, on the same hashes.
            say("uv không cài được, thử lại bằng pip…", "uv could not install them, trying pip")
    step([str(PYTHON), "-m", "pip", "install", *options], quiet(), VENV, *words)


def quiet() -> dict[str, str]:
    """The installers' environment: no questions, and a cache inside `.venv` when the home folder cannot hold one."""
    env = environment(PIP_NO_INPUT="1", PIP_DISABLE_PIP_VERSION_CHECK="1", UV_NO_PROGRESS="1", UV_LINK_MODE="copy")
    home = Path(os.environ.get("HOME") or "/nonexistent")
    if not os.access(home, os.W_OK):
        env["UV_NO_CACHE"] = env["PIP_NO_CACHE_DIR"] = "1"
    return env


def link_product() -> None:
    """Let the environment's Python find src/, and offer `.venv/bin/haidang`; nothing is built or copied."""
    for packages in VENV.glob("lib/python3.*/site-packages"):
        (packages / "haidang.pth").write_text(f"{ROOT / 'src'}\n", encoding="utf-8")
    command = VENV / "bin" / "haidang"
    # A path with spaces cannot stand behind #!, so the shell finds Python and Python skips the shell's line.
    command.write_text(
        f"#!/bin/sh\n'''exec' \"{PYTHON}\" \"$0\" \"$@\"\n' '''\n"
        "import sys\n\nfrom haidang.cli.main import main\n\nsys.exit(main())\n",
        encoding="utf-8",
    )
    command.chmod(0o755)
