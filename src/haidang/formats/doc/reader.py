"""Reads .doc and .rtf by way of LibreOffice, in a folder and with a profile of its own that are then thrown away."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from haidang.domain.terms.laid import Laid
from haidang.domain.terms.refusal import Refusal
from haidang.formats.docx import reader as docx_reader

PACKAGE = "libreoffice-writer"
_PROGRAMS = ("soffice", "libreoffice")
# A cold start takes some seconds; a megabyte of text is a book.
SECONDS = 16
_SECONDS_PER_MB = 3
_MOST_BYTES = 100_000_000
_PAGE = 512
# No macro runs, nothing is fetched from a network, no link is followed.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel"
 oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link"
 oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""


def read(data: bytes, progress: Callable[[int, int], None] | None = None) -> Laid:
    """The text. Raises `Refusal`: `file.needs_libreoffice`, `file.too_slow`, `file.damaged`, and as Word files do."""
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise Refusal("file.needs_libreoffice", "file", package=PACKAGE)
    if progress:
        progress(0, 1)
    with tempfile.TemporaryDirectory(prefix="haidang-doc-", ignore_cleanup_errors=True) as folder:
        made = _converted(program, Path(folder), data)
    return replace(docx_reader.read(made, progress), form="doc", encoding="doc")


def _converted(program: str, folder: Path, data: bytes) -> bytes:
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    source = folder / ("in.rtf" if data.lstrip().startswith(b"{\\rtf") else "in.doc")
    source.write_bytes(data)
    out = folder / "out"
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo"]
    command += ["--nodefault", "--nolockcheck", "--convert-to", "docx", "--outdir", str(out), str(source)]
    _run(command, folder, SECONDS + _SECONDS_PER_MB * (len(data) // 1_000_000))
    made = out / "in.docx"
    if not made.is_file() or made.stat().st_size > _MOST_BYTES:
        raise Refusal("file.damaged", "file")
    return made.read_bytes()


def _run(command: list[str], folder: Path, seconds: int) -> None:
    """Run it in a process group of its own, which ends with it: the starter leaves children behind."""
    # The shell sets the largest file that may be written; a program started from a thread cannot be told otherwise.
    limited = ["/bin/sh", "-c", f'ulimit -f {_MOST_BYTES // _PAGE}; exec "$@"', "sh", *command]
    environment = {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(folder), "LANG": "C.UTF-8"}
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        limited, cwd=folder, env=environment, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    )
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired as late:
        raise Refusal("file.too_slow", "file", limit=seconds) from late
    finally:
        # Where nothing of the group is left, all is as it should be.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
