"""ruff is clean everywhere; mypy is strict where the programme's rules stand."""

import os
import subprocess
import sys
from pathlib import Path

from tests.architecture.tree import ROOT


def run(*command: str, **more: str) -> None:
    full = [sys.executable, "-m", *command]
    done = subprocess.run(full, cwd=ROOT, env=os.environ | more, text=True, capture_output=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_ruff_is_clean() -> None:
    run("ruff", "check", "--no-cache", "run", ".")


def test_types_are_strict_in_domain_formats_and_flows(tmp_path: Path) -> None:
    rooms = [f"--package=haidang.{room}" for room in ("domain", "formats", "flows")]
    run("mypy", "--strict", "--follow-imports=silent", *rooms, HAIDANG_DATA=str(tmp_path))
