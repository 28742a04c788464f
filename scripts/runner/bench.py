"""`./run bench [NAME] [--json]`: figures, each with the machine they were measured on."""

import json
import platform
import re
import subprocess
import time
from pathlib import Path

from runner import bench_start, venv
from runner.places import PYTHON, ROOT, environment
from runner.words import Stop

OWN = {"start": bench_start.measure}


def names() -> list[str]:
    """Every bench there is: those of the product (`haidang.cli.bench_*`) and those of `./run` itself."""
    product = (path.stem.removeprefix("bench_") for path in (ROOT / "src" / "haidang" / "cli").glob("bench_*.py"))
    return sorted({*product, *OWN})


def bench(name: str | None, *, as_json: bool) -> int:
    """Measure one bench, or all, and print the figures."""
    known = names()
    if name and name not in known:
        listed = ", ".join(known)
        raise Stop(f"không có phép đo {name!r}; có: {listed}.", f"no bench {name!r}; there are: {listed}.", 2)
    venv.ensure()
    figures = {each: measure(each) for each in ([name] if name else known)}
    if as_json:
        print(json.dumps({"machine": machine(), **figures}, ensure_ascii=False, indent=1))
        return 0
    for label, value in machine().items():
        print(f"{label:10} {value}")
    for each, values in figures.items():
        print(f"\n[{each}]")
        for label, value in values.items():
            print(f"{label:32} {value:,.2f}")
    return 0


def measure(name: str) -> dict[str, float]:
    """Run one bench in a process of its own, with nothing but it loaded."""
    if name in OWN:
        return OWN[name]()
    code = f"import json, haidang.cli.bench_{name} as bench; print(json.dumps(bench.measure()))"
    done = subprocess.run([str(PYTHON), "-c", code], env=environment(), cwd=ROOT, text=True, stdout=subprocess.PIPE)
    if done.returncode:
        raise Stop(f"phép đo {name} bị lỗi; xem ở trên.", f"the bench {name} failed; see above.")
    return dict(json.loads(done.stdout.splitlines()[-1]))


def machine() -> dict[str, str]:
    """What the figures were measured on."""
    processor = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    memory = re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text(encoding="utf-8"))
    return {
        "cpu": processor.group(1) if processor else platform.machine(),
        "cores": answer("nproc"),
        "memory": f"{int(memory.group(1)) / 1024**2:.0f} GiB" if memory else "",
        "system": platform.system() + " " + platform.release().split("-")[0],
        "python": answer(str(PYTHON), "-V").removeprefix("Python "),
        "date": time.strftime("%Y-%m-%d"),
        "commit": answer("git", "describe", "--always", "--dirty"),
    }


def answer(*command: str) -> str:
    """What a small command answers about this machine; nothing when it is absent."""
    try:
        return subprocess.run(command, cwd=ROOT, text=True, capture_output=True).stdout.strip()
    except FileNotFoundError:
        return ""
