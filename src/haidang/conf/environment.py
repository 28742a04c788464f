"""What the environment says about this installation: where data lies, which database, which keys."""

import os
import secrets
import shlex
import subprocess
from contextlib import suppress
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

SOURCE_ROOT = Path(__file__).resolve().parents[3]


def data_dir() -> Path:
    """The folder that holds everything which must be backed up: database, files and keys."""
    return Path(os.environ.get("HAIDANG_DATA") or SOURCE_ROOT / "var").resolve()


def secret_key(data: Path) -> str:
    """The signing key, made at the first start and readable by its owner only."""
    path = data / "keys" / "signing.key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(64))
    return path.read_text(encoding="ascii").strip()


def key_ring(data: Path, name: str) -> tuple[bytes, ...]:
    """The keys called `name`, oldest first; the last one seals, the others still open what they sealed.

    They come from the output of `HAIDANG_KEYS_COMMAND` (called with the name), else from `keys/NAME.keys`, one key of
    64 hexadecimal digits a line, made at the first start. Raises ValueError for a line that is no key.
    """
    command = os.environ.get("HAIDANG_KEYS_COMMAND", "")
    if command:
        told = subprocess.run([*shlex.split(command), name], check=True, text=True, stdout=subprocess.PIPE).stdout
    else:
        path = data / "keys" / f"{name}.keys"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with suppress(FileExistsError):
                # Whole or not at all: of two processes that start together one wins, and none reads half a key.
                _write_once(path, secrets.token_hex(32) + "\n")
        told = path.read_text(encoding="ascii")
    keys = tuple(bytes.fromhex(line.strip()) for line in told.splitlines() if line.strip() and line[0] != "#")
    if not keys or any(len(key) != 32 for key in keys):
        raise ValueError(f"{name}.keys must hold keys of 64 hexadecimal digits, one a line")
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


def database(data: Path) -> dict[str, object]:
    """Django's description of the database: `HAIDANG_DATABASE_URL` (postgres://user:word@host/name), else SQLite."""
    url = os.environ.get("HAIDANG_DATABASE_URL", "")
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": data / "haidang.sqlite3",
            "CONN_MAX_AGE": 60,
            "OPTIONS": {
                # Writers queue instead of failing half-way: the lock is taken when the transaction opens.
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ValueError("HAIDANG_DATABASE_URL must start with postgres://")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        # A socket folder has slashes, so it travels as ?host=/run/postgresql.
        "HOST": options.get("host") or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
    }


def listed(name: str, default: str) -> list[str]:
    """A comma-separated list from the environment."""
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]
