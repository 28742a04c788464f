"""Reading a file measured beside markitdown, which only converts it: both in interpreters of their own, turn by turn.

markitdown is needed for this alone; it is installed into `var/bench` beside the program, at the version that
`scripts/bench-requirements.txt` names, and never imported by the program.
"""

import datetime as dt
import json
import statistics
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from haidang.domain.drafting.blocks import Block, Document, Header, Heading, Paragraph, Run, Signature
from haidang.formats import registry

_HOME = Path(sys.prefix).parent
_WANTED = _HOME / "scripts" / "bench-requirements.txt"
_THEIRS = _HOME / "var" / "bench"
_ROUNDS = 5
# Lengths in pages of 3,000 characters; set in 14 points the long one fills nearly 500 sheets, the most that is read.
_PAGES_SHORT, _PAGES_LONG = 12, 240
_CHARACTERS = 3_000
_WHOLE = "import json, sys, time\npath = sys.argv[1]\n"
_OURS = (
    _WHOLE + "from haidang.formats.opening import open_file\nfrom haidang.domain.directives.reader import read\n"
    "data = open(path, 'rb').read()\n"
    "def work(): return read(open_file(data, path).text)\n"
)
_PEER = (
    _WHOLE + "from markitdown import MarkItDown\nreader = MarkItDown()\n"
    "def work(): return reader.convert(path).text_content\n"
)
_TIMED = (
    "work()\nfound = []\n"
    "for _ in range(3):\n    begin = time.process_time(); work(); found.append(time.process_time() - begin)\n"
    "print(json.dumps(min(found)))\n"
)
_PEAK = "import resource\nwork()\nprint(json.dumps(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))\n"
_ONCE = "work()\nprint(json.dumps(time.process_time()))\n"


def measure(text: str) -> dict[str, float]:
    """How long a reading takes for each second that markitdown takes to convert, and the memory of a long file."""
    figures: dict[str, float] = {}
    theirs = _peer()
    with tempfile.TemporaryDirectory() as folder:
        for kind, path in _files(Path(folder), text, _PAGES_SHORT).items():
            if theirs:
                figures |= _pair(kind, path, theirs)
        long = _files(Path(folder), text, _PAGES_LONG)
        if "pdf" in long:
            figures["peak_sheets"] = registry.pages_in("pdf", long["pdf"].read_bytes())
        for kind, path in long.items():
            figures[f"peak_mb_{kind}"] = round(_run(Path(sys.executable), _OURS + _PEAK, path), 1)
    peaks = [value for name, value in figures.items() if name.startswith("peak_mb_")]
    return figures | ({"peak_mb": max(peaks)} if peaks else {})


def _pair(kind: str, path: Path, theirs: Path) -> dict[str, float]:
    """Both turn by turn, so that a machine that slows down slows both."""
    inside, whole = [], []
    for _ in range(_ROUNDS):
        inside.append(_run(Path(sys.executable), _OURS + _TIMED, path) / _run(theirs, _PEER + _TIMED, path))
        whole.append(_run(Path(sys.executable), _OURS + _ONCE, path) / _run(theirs, _PEER + _ONCE, path))
    return {
        f"{kind}_vs_markitdown": round(statistics.median(inside), 2),
        f"{kind}_vs_markitdown_whole_process": round(statistics.median(whole), 2),
    }


def _run(python: Path, code: str, path: Path) -> float:
    done = subprocess.run([str(python), "-W", "ignore", "-c", code, str(path)], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return float(json.loads(done.stdout.splitlines()[-1]))


def _files(folder: Path, text: str, pages: int) -> dict[str, Path]:
    """The text as .docx and, where LibreOffice is there, as .pdf of the same pages."""
    made = {"docx": folder / f"{pages}.docx"}
    made["docx"].write_bytes(registry.writer("docx")(document(text, pages)))
    try:
        done = subprocess.run(
            ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(made["docx"])],
            capture_output=True,
        )
    except FileNotFoundError:
        done = None
    if done is not None and not done.returncode:
        made["pdf"] = folder / f"{pages}.pdf"
    else:
        print("LibreOffice is not installed: no figures for .pdf", file=sys.stderr)
    return made


def document(text: str, pages: int) -> Document:
    """An invented plan of so many pages of 3,000 characters."""
    blocks: list[Block] = []
    size = 0
    paragraphs = [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]
    while size < pages * _CHARACTERS:
        for paragraph in paragraphs:
            words = " ".join(paragraph.split())
            size += len(words)
            number, _, rest = words.partition(". ")
            blocks.append(Heading(2, f"{number}.", rest) if number.isdecimal() else Paragraph((Run(words),)))
            if size >= pages * _CHARACTERS:
                break
    return Document(
        header=Header("ỦY BAN NHÂN DÂN\nTỈNH AN HẢI", "KH-UBND", "An Hải", number="45", date=dt.date(2026, 5, 12)),
        kind_title="KẾ HOẠCH",
        subject="Bảo đảm an toàn cho người dân đi biển năm 2026",
        body=tuple(blocks),
        closing="Trên đây là Kế hoạch bảo đảm an toàn./.",
        recipients=("- Như trên;", "- Lưu: VT."),
        signature=Signature(("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", "Lê Thị Hải Yến"),
    )


def _peer() -> Path | None:
    """The interpreter that has markitdown; None, and a word about it, where it cannot be had."""
    python = _THEIRS / "bin" / "python"
    stamp = _THEIRS / "installed.txt"
    wanted = _WANTED.read_text(encoding="utf-8") if _WANTED.exists() else ""
    if wanted and stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    try:
        venv.create(_THEIRS, with_pip=True, clear=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", "-r", str(_WANTED)], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        print("markitdown could not be installed: no figures beside it", file=sys.stderr)
        return None
    stamp.write_text(wanted, encoding="utf-8")
    return python
