"""Keys in a file: one of 64 hexadecimal digits a line, oldest first; `#` begins a remark. Closed to others."""

import os
import secrets
import shlex
import subprocess
from contextlib import suppress
from pathlib import Path


def ring(path: Path) -> tuple[bytes, ...]:
    """The keys of a file, which is made with one key where it is not there. Raises ValueError for what is no key."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # Whole or not at all: of two processes that start together one wins, and none reads half a key.
        with suppress(FileExistsError):
            _write_once(path, secrets.token_hex(32) + "\n")
    return _keys(path.read_text(encoding="ascii"), path.name)


def told(command: str, name: str) -> tuple[bytes, ...]:
    """The keys that a command of the operator prints for a name. Raises CalledProcessError when it fails."""
    answer = subprocess.run([*shlex.split(command), name], check=True, text=True, stdout=subprocess.PIPE).stdout
    return _keys(answer, name)


def add(path: Path) -> None:
    """Put a new key behind those of the file: from the next start on it seals, and the others still open."""
    ring(path)
    with path.open("a", encoding="ascii") as file:
        file.write(secrets.token_hex(32) + "\n")
        file.flush()
        os.fsync(file.fileno())


def _keys(text: str, name: str) -> tuple[bytes, ...]:
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    keys = tuple(bytes.fromhex(line) for line in lines)
    if not keys or any(len(key) != 32 for key in keys):
        raise ValueError(f"{name} must hold keys of 64 hexadecimal digits, one a line")
    return keys


def _write_once(path: Path, text: str) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    finally:
        draft.unlink()
