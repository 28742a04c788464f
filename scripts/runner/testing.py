"""`./run test`: every test on SQLite, those of the database again on PostgreSQL, and a word on what was left out."""

import os
import subprocess
import tempfile
from pathlib import Path

from runner import postgres, venv
from runner.places import PYTHON, ROOT, environment
from runner.words import say

# These never open a database, or (journeys) drive a browser and not the database: once is enough.
ONCE = {"architecture", "corpus", "domain", "factories", "formats", "journeys", "run"}
NOTHING_COLLECTED = 5
# Options of pytest's whose value, when it stands apart, is not a test to run.
TAKES_VALUE = {"--deselect", "--ignore", "--confcutdir", "--rootdir", "--basetemp", "-c", "-k", "-m", "-n", "-o", "-p"}


def test(arguments: list[str]) -> int:
    """Run the tests with pytest's own `arguments`; 0 when all passed (and, under CI, nothing was left out)."""
    venv.ensure(tests=True)
    with tempfile.TemporaryDirectory(prefix="haidang-tests-") as folder:
        notes = Path(folder) / "left-out"
        print("\n== SQLite ==", flush=True)
        first = pytest(arguments, Path(folder) / "sqlite", notes)
        second = NOTHING_COLLECTED
        chosen = again(arguments)
        if chosen is not None:
            with postgres.for_tests() as address:
                if address is None:
                    note(notes, "PostgreSQL 15 or newer (apt-get install postgresql)")
                else:
                    print("\n== PostgreSQL ==", flush=True)
                    second = pytest(chosen, Path(folder) / "postgres", notes, HAIDANG_DATABASE_URL=address)
        missing = sorted(set(notes.read_text(encoding="utf-8").splitlines())) if notes.exists() else []
    return verdict(first, second, missing)


def pytest(arguments: list[str], data: Path, notes: Path, **more: str) -> int:
    """One run of pytest on a data folder of its own; never on the installation's own data or database."""
    data.mkdir()
    env = environment(data, HAIDANG_LEFT_OUT=str(notes), **more)
    for name in list(env):
        ours = name.startswith(("HAIDANG_TEST_", "HAIDANG_LEFT_OUT")) or name in {"HAIDANG_DATA", *more}
        if name.startswith("HAIDANG_") and not ours:
            del env[name]
    workers = [] if {"-n", "--pdb"} & set(arguments) else ["-n", str(min(os.cpu_count() or 1, 4)), "--dist=worksteal"]
    return subprocess.run([str(PYTHON), "-m", "pytest", *workers, *arguments], env=env, cwd=ROOT).returncode


def again(arguments: list[str]) -> list[str] | None:
    """The arguments of the second run: the same, less what needs no second database; None when nothing remains."""
    before = ["", *arguments]
    named = [
        argument
        for previous, argument in zip(before, arguments, strict=False)
        if previous not in TAKES_VALUE and (ROOT / argument.split("::")[0]).exists()
    ]
    folders = sorted(path.parent for path in (ROOT / "tests").glob("*/__init__.py"))
    tested = [str(folder.relative_to(ROOT)) for folder in folders if any(folder.glob("**/test_*.py"))]
    paths = named or tested
    wanted = [path for path in paths if not ONCE & set(Path(path.split("::")[0]).parts)]
    others = [argument for argument in arguments if argument not in named]
    # What a browser or LibreOffice shows does not depend on the database, nor does what is marked so.
    chosen = [] if "-m" in arguments else ["-m", "not journey and not libreoffice and not once"]
    return [*others, *chosen, *wanted] if wanted else None


def note(notes: Path, what: str) -> None:
    """Remember that something was left out."""
    with notes.open("a", encoding="utf-8") as file:
        file.write(what + "\n")


def verdict(first: int, second: int, missing: list[str]) -> int:
    """Print what was left out, in one block, and turn two results into one."""
    if missing:
        print("\n== Chưa kiểm thử (left out) ==")
        for what in missing:
            print(f"  - {what}")
    counted = [code for code in (first, second) if code != NOTHING_COLLECTED]
    failed = not counted or any(counted)
    # The annotated corpus lies beside the repository and not in it; everything else can be installed.
    if os.environ.get("CI") and any("corpus" not in what for what in missing):
        say("Trên CI không được bỏ qua phần nào.", "under CI nothing may be left out")
        failed = True
    if failed:
        say("Có kiểm thử không đạt.", "tests failed")
    else:
        say("Tất cả kiểm thử đều đạt.", "all tests passed")
    return 1 if failed else 0
