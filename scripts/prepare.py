"""Bring one data folder up to date in a single start of Django: tables, static files, and the demonstration when asked.

Run by `./run` with the environment's own Python. Standard output holds the demonstration accounts and nothing else.
"""

import contextlib
import hashlib
import sys
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def main(arguments: list[str]) -> None:
    """Prepare the data folder the environment names; `--demonstration` also lays the demonstration province."""
    django.setup()
    with contextlib.redirect_stdout(sys.stderr):
        call_command("migrate", interactive=False, verbosity=0)
        collect_static()
        if "--demonstration" in arguments:
            call_command("lay_demonstration")
    if "--demonstration" in arguments:
        call_command("lay_demonstration", accounts=True)


def collect_static() -> None:
    """Collect and hash the static files, only when one of them has changed since they were last collected."""
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    state = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            file = Path(storage.path(path)).stat()
            state.update(f"{storage.path(path)}|{file.st_size}|{file.st_mtime_ns}\n".encode())
    if stamp.exists() and stamp.read_text(encoding="ascii") == state.hexdigest():
        return
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    stamp.write_text(state.hexdigest(), encoding="ascii")


if __name__ == "__main__":
    main(sys.argv[1:])
