"""What the environment says about this installation: where data lies, which database, which keys."""

import os
import secrets
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from haidang.formats.sealed import keyfile

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
    """The keys called `name`, oldest first: from `HAIDANG_KEYS_COMMAND` called with the name, else from their file."""
    command = os.environ.get("HAIDANG_KEYS_COMMAND", "")
    return keyfile.told(command, name) if command else keyfile.ring(data / "keys" / f"{name}.keys")


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
