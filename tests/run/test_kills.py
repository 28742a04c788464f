"""Fifty processes killed between any two writes: never a record without its entry, or the reverse."""

import json
import subprocess
import sys

from tests.architecture.tree import ROOT


def test_fifty_kills_lose_nothing() -> None:
    code = "import json, haidang.cli.bench_kills as bench; print(json.dumps(bench.measure(50)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT / "src", text=True, capture_output=True)
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout.splitlines()[-1])
    assert figures["kills"] == 50
    assert figures["kills_lost"] == 0
    assert figures["kill_points"] >= 18  # before each of fifteen statements that write, and after each of three acts
