"""Storing files: bytes go to disk under their hash, a row says who handed them in."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings

from haidang.apps.files.models import StoredFile
from haidang.apps.people.models import User
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal

LARGEST = 20 * 1024 * 1024
LABEL_LENGTH = 200

_written: ContextVar[list[Path] | None] = ContextVar("files written by the act that is running", default=None)


@contextmanager
def kept_with_the_act() -> Iterator[None]:
    """What is stored inside is taken from disk again when the act is refused or fails: nothing of it stays behind.

    Stands inside the transaction, while other acts of the province wait: none of them can rely on these bytes yet.
    """
    written: list[Path] = []
    token = _written.set(written)
    try:
        yield
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise
    finally:
        _written.reset(token)


def store(
    *, viewer: Viewer, data: bytes, label: str, media_type: str, at: datetime, largest: int = LARGEST
) -> StoredFile:
    """Keep the bytes and return their row; raises Refusal `file.empty` or, over `largest` bytes, `file.too_large`."""
    if not data:
        raise Refusal("file.empty", "file")
    if len(data) > largest:
        raise Refusal("file.too_large", "file", limit=largest // (1024 * 1024))
    digest = hashlib.sha256(data).hexdigest()
    _write_once(path_of(digest), data)
    return StoredFile.objects.create(
        province_id=viewer.province_id,
        agency_id=viewer.agency_id,
        digest=digest,
        size=len(data),
        media_type=media_type,
        label=_label(label),
        stored_at=at,
        stored_by=User.objects.get(uuid=viewer.user_uuid),
    )


def path_of(digest: str) -> Path:
    """Where the bytes with this hash lie."""
    return Path(settings.FILES_DIR) / digest[:2] / digest[2:4] / digest


def content(file_uuid: UUID) -> bytes:
    """The stored bytes; whoever calls has asked whether the viewer may read what they belong to."""
    return path_of(StoredFile.objects.values_list("digest", flat=True).get(uuid=file_uuid)).read_bytes()


def _label(name: str) -> str:
    """The name shown to people: no folders, no control characters, and its ending kept when it must be shortened."""
    clean = "".join(c for c in name.replace("\\", "/").rsplit("/", 1)[-1] if c.isprintable()).strip() or "tep"
    if len(clean) <= LABEL_LENGTH:
        return clean
    stem, dot, ending = clean.rpartition(".")
    return (stem[: LABEL_LENGTH - len(ending) - 2] + "…" + dot + ending) if dot else clean[:LABEL_LENGTH]


def _write_once(path: Path, data: bytes) -> None:
    """Write beside and rename: a half-written file never stands under its hash."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
    if (written := _written.get()) is not None:
        written.append(path)
