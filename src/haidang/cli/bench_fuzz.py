"""Reads and checks thousands of spoilt files: none may crash, take long, or eat the memory.

`HAIDANG_BENCH_FILES` says how many (20,000); one in a hundred goes through OCR or LibreOffice. Each runs in a child
process; one that does harm is named by its number, from which `spoilt` makes it again.
"""

import json
import os
import selectors
import subprocess
import sys
import tempfile
from collections import deque
from pathlib import Path

from haidang.cli.bench_read import invented
from haidang.cli.beside import document
from haidang.formats import registry
from haidang.formats.scan.rehearsal import Block, Scanner, scanned, set_type

_FILES = 20_000
_SLOW_SHARE = 100
_CHILDREN = 2
_FACE = "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf"
_SLOWEST_S = 20
# A child that says nothing for so long hangs; it is ended and counted.
_SILENT_S = 60
_CHILD = """
import json, resource, sys, time, datetime
from pathlib import Path
from haidang.domain.checks.checker import check
from haidang.domain.directives.reader import read
from haidang.domain.terms.refusal import Refusal
from haidang.formats.opening import open_file
from haidang.formats.spoiling import chosen, spoilt
seeds = json.loads(sys.argv[1])
first, last, step = map(int, sys.argv[2:5])
day = datetime.date(2026, 11, 2)
held = {name: Path(name).read_bytes() for name in seeds["quick"] + seeds["slow"]}
def one(name, data):
    try:
        check(read(open_file(data, name).text), today=day)
    except Refusal as refusal:
        return refusal.code
    return "read"
for name in seeds["quick"][:4]:
    one(name, held[name])
base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for number in range(first, last, step):
    name = chosen(number // step, seeds["quick"], seeds["slow"], seeds["share"])
    begin = time.monotonic()
    print(json.dumps({"at": number}), flush=True)
    try:
        said = one(name, spoilt(held[name], number))
    except Exception as fault:
        said = "crash: " + repr(fault)[:300]
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - base) / 1024
    told = {"done": number, "kind": Path(name).suffix, "said": said, "s": time.monotonic() - begin, "mb": grown}
    print(json.dumps(told), flush=True)
"""


def measure() -> dict[str, float]:
    """Files read, crashes, the slowest file in seconds, the most memory a child grew by in MB."""
    wanted = int(os.environ.get("HAIDANG_BENCH_FILES", _FILES))
    figures: dict[str, float] = {"files": 0, "crashes": 0, "over_20_s": 0, "slowest_s": 0.0, "most_growth_mb": 0.0}
    with tempfile.TemporaryDirectory() as folder:
        seeds = _seeds(Path(folder))
        _watch(json.dumps({**seeds, "share": _SLOW_SHARE}), wanted, figures)
    return {name: round(value, 2) for name, value in figures.items()}


def _watch(seeds: str, wanted: int, figures: dict[str, float]) -> None:
    """Run the children side by side and take down what each of them says; begin anew behind a file that kills one."""
    waiting = deque((child, child) for child in range(_CHILDREN))
    chooser = selectors.DefaultSelector()
    running: dict[int, tuple[subprocess.Popen[str], int, list[int]]] = {}

    def start(child: int, first: int) -> None:
        command = [sys.executable, "-W", "ignore", "-c", _CHILD, seeds, str(first), str(wanted), str(_CHILDREN)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, bufsize=1)
        assert process.stdout
        running[process.stdout.fileno()] = (process, child, [first])
        chooser.register(process.stdout, selectors.EVENT_READ)

    for child, first in waiting:
        start(child, first)
    while running:
        ready = chooser.select(timeout=_SILENT_S)
        for key in [key for key, _ in ready] or list(chooser.get_map().values()):
            process, child, at = running[key.fd]
            assert process.stdout
            line = process.stdout.readline() if ready else ""
            if line:
                _take(json.loads(line), figures, at)
                continue
            chooser.unregister(process.stdout)
            process.kill()
            code = process.wait()
            process.stdout.close()
            del running[key.fd]
            if code:
                figures["crashes"] += 1
                print(f"file {at[0]}: the child ended with {code}", file=sys.stderr)
                start(child, at[0] + _CHILDREN)


def _take(said: dict[str, object], figures: dict[str, float], at: list[int]) -> None:
    if "at" in said:
        at[0] = int(str(said["at"]))
        return
    seconds, grown = float(str(said["s"])), float(str(said["mb"]))
    figures["files"] += 1
    kind = f"files_{str(said['kind']).lstrip('.')}"
    figures[kind] = figures.get(kind, 0) + 1
    figures["slowest_s"] = max(figures["slowest_s"], seconds)
    figures["most_growth_mb"] = max(figures["most_growth_mb"], grown)
    if seconds > _SLOWEST_S:
        figures["over_20_s"] += 1
        print(f"file {said['done']} ({said['kind']}): {seconds:.0f} s", file=sys.stderr)
    if str(said["said"]).startswith("crash"):
        figures["crashes"] += 1
        print(f"file {said['done']} ({said['kind']}): {said['said']}", file=sys.stderr)


def _seeds(folder: Path) -> dict[str, list[str]]:
    """Sound files of every kind that this machine can make: those read at once, and those that take a helper."""
    made = folder / "a.docx"
    made.write_bytes(registry.writer("docx")(document(invented(9_000), 3)))
    text = registry.read("docx", made.read_bytes()).text
    quick: list[Path] = [made]
    slow: list[Path] = []
    for name, encoding in (("a.txt", "utf-8"), ("b.txt", "utf-16"), ("c.txt", "utf-8-sig")):
        (folder / name).write_bytes(text.encode(encoding))
        quick.append(folder / name)
    for kind, ours in (("pdf", quick), ("odt", quick), ("html", quick), ("doc", slow), ("rtf", slow)):
        if _converted(made, kind):
            ours.append(folder / f"a.{kind}")
    if Path(_FACE).exists():
        faces = (_FACE, _FACE)
        words = set_type([Block("body", line) for line in text.split("\n")[:12] if line.strip()], faces)
        page = scanned(words, faces, Scanner(dpi=150))[0]
        for kind in ("png", "jpg", "scan.pdf"):
            page.save(folder / f"b.{kind}", {"png": "PNG", "jpg": "JPEG", "scan.pdf": "PDF"}[kind])
            slow.append(folder / f"b.{kind}")
    return {"quick": [str(path) for path in quick], "slow": [str(path) for path in slow]}


def _converted(source: Path, kind: str) -> bool:
    command = ["soffice", "--headless", "--convert-to", kind, "--outdir", str(source.parent), str(source)]
    try:
        done = subprocess.run(command, capture_output=True)
    except FileNotFoundError:
        print(f"LibreOffice is not installed: no .{kind}", file=sys.stderr)
        return False
    return not done.returncode and source.with_suffix(f".{kind}").exists()
