"""Make requirements.txt again from pyproject.toml: one universal, hash-locked file, run time first, then the tests.

Needs `uv` on the path. Usage: `python scripts/lock.py [--upgrade]`.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.txt"
HEAD = """\
# Made by scripts/lock.py from pyproject.toml; do not edit. Serves Python 3.11 to 3.13; every file is checked by hash.
# Two parts: what the product needs to run, then what its tests need besides. `./run` installs what it needs.

# ---- run time ----
"""
TEST_PART = "\n# ---- tests ----\n"


def compiled(*extra: str) -> dict[str, str]:
    """Locked entries by package name, as uv resolves them for every platform and Python 3.11 or newer."""
    command = ["uv", "pip", "compile", "--universal", "--python-version", "3.11", "--generate-hashes", "--no-header"]
    command += ["--no-annotate", "--no-emit-index-url", "--quiet", *extra, "pyproject.toml"]
    text = subprocess.run(command, cwd=ROOT, check=True, text=True, capture_output=True).stdout
    entries = re.split(r"\n(?=\S)", text.strip())
    return {entry.split("==")[0].split("[")[0]: entry for entry in entries}


def main(arguments: list[str]) -> None:
    """Write the lock; versions stay as they are unless `--upgrade` is given."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as versions:
        if LOCK.exists() and "--upgrade" not in arguments:
            versions.write("\n".join(locked_versions()) + "\n")
            versions.flush()
        keep = ["--constraint", versions.name]
        needed_to_run = compiled(*keep)
        everything = compiled("--extra", "test", *keep)
    run_time = [everything[name] for name in sorted(needed_to_run)]
    tests = [entry for name, entry in sorted(everything.items()) if name not in needed_to_run]
    LOCK.write_text(HEAD + "\n".join(run_time) + "\n" + TEST_PART + "\n".join(tests) + "\n", encoding="utf-8")


def locked_versions() -> list[str]:
    """The versions locked now, without hashes."""
    return re.findall(r"^[a-z0-9][^\s\\]*==[^\s\\]+", LOCK.read_text(encoding="utf-8"), re.MULTILINE)


if __name__ == "__main__":
    main(sys.argv[1:])
