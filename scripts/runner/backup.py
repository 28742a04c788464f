"""`./run backup FILE`: database, files and keys of one data folder in one archive, checked after it is written."""

import hashlib
import io
import json
import os
import sqlite3
import tarfile
import tempfile
import time
from contextlib import closing
from pathlib import Path

from runner import postgres
from runner.places import ROOT, database_file, database_url
from runner.words import Stop, because, disk_full, say

FORMAT = 1
MANIFEST = "manifest.json"
SQLITE_MEMBER, POSTGRES_MEMBER = "database.sqlite3", "database.pgdump"
FOLDERS = ("files", "keys")


def backup(target: Path, data: Path, *, force: bool) -> None:
    """Write the archive beside its final name, check it, then give it that name; the server may go on working."""
    if target.exists() and not force:
        raise Stop(
            f"tệp {target} đã có. Đề nghị chọn tên khác, hoặc thêm --force để ghi đè.",
            f"{target} exists. Choose another name, or add --force to overwrite it.",
        )
    if not database_url() and not database_file(data).exists():
        raise Stop(f"thư mục {data} chưa có dữ liệu.", f"{data} holds no data yet.")
    partial = target.with_name(f"{target.name}.{os.getpid()}.partial")
    try:
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file, tarfile.open(fileobj=file, mode="w:gz") as archive:
            write(archive, data)
        check(partial)
        partial.replace(target)
    except OSError as error:
        if error.errno == 28:
            raise disk_full(target.parent) from error
        raise Stop(f"không ghi được tệp {target}.", f"{target} cannot be written: {error.strerror}.") from error
    finally:
        partial.unlink(missing_ok=True)
    size = f"{target.stat().st_size:,}".replace(",", ".")
    say(
        f"Đã sao lưu và kiểm tra: {target} ({size} byte). Tệp này chứa cả khóa mã hóa, cần cất giữ cẩn thận.",
        "backed up and checked; the file holds the keys too, keep it safe",
    )


def write(archive: tarfile.TarFile, data: Path) -> None:
    """Add the database, then files and keys, then the manifest that names them all with their hashes."""
    members: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        # The database first: a file that arrives meanwhile is one too many in the archive, never one too few.
        name = POSTGRES_MEMBER if database_url() else SQLITE_MEMBER
        copy = Path(folder) / name
        if database_url():
            postgres.dump(database_url(), copy)
        else:
            copy_sqlite(database_file(data), copy)
        add(archive, copy, name, members)
    for folder_name in FOLDERS:
        for path in sorted((data / folder_name).rglob("*")):
            if path.is_file() and not path.is_symlink():
                add(archive, path, path.relative_to(data).as_posix(), members)
    if (data / "kind").exists():
        add(archive, data / "kind", "kind", members)
    manifest = {
        "format": FORMAT,
        "made": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        "migrations": migrations_of_this_version(),
        "members": members,
    }
    content = json.dumps(manifest, ensure_ascii=False, indent=1).encode()
    header = tarfile.TarInfo(MANIFEST)
    header.size, header.mode, header.mtime = len(content), 0o600, int(time.time())
    archive.addfile(header, io.BytesIO(content))


def copy_sqlite(source: Path, copy: Path) -> None:
    """A consistent copy of a database that may be in use (SQLite's online backup), proven sound."""
    reading = f"{source.as_uri()}?mode=ro"
    with closing(sqlite3.connect(reading, uri=True)) as live, closing(sqlite3.connect(copy)) as kept:
        try:
            live.backup(kept)
            # One file is kept, so the copy must not need a write-ahead log beside it.
            kept.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.DatabaseError as error:
            raise because(str(error), copy.parent, "Không sao lưu được", "The database could not be copied") from error
        require_sound(kept)


def require_sound(database: sqlite3.Connection) -> None:
    """Stop unless the database passes SQLite's own integrity check."""
    try:
        answer = database.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.DatabaseError as error:
        answer = str(error)
    if answer != "ok":
        raise Stop("cơ sở dữ liệu bị hỏng, không dùng được.", f"the database is damaged: {answer}")


class Hashed:
    """A file read once: what the archive takes from it is hashed on the way."""

    def __init__(self, path: Path) -> None:
        self.file = path.open("rb")
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """Read on, and hash what was read."""
        block = self.file.read(size)
        self.digest.update(block)
        return block


def add(archive: tarfile.TarFile, path: Path, name: str, members: dict[str, str]) -> None:
    """Add one file under `name` with no trace of this machine's users, and note its hash."""
    source = Hashed(path)
    with source.file:
        header = tarfile.TarInfo(name)
        known = os.fstat(source.file.fileno())
        header.size, header.mode, header.mtime = known.st_size, 0o600, int(known.st_mtime)
        archive.addfile(header, source)  # type: ignore[arg-type]
    members[name] = source.digest.hexdigest()


def check(archive_file: Path) -> None:
    """Read the finished archive back and compare every member with its hash."""
    with tarfile.open(archive_file, "r:gz") as archive:
        manifest = json.loads(read_member(archive, MANIFEST))
        for name, digest in manifest["members"].items():
            if hashlib.sha256(read_member(archive, name)).hexdigest() != digest:
                raise Stop(f"bản sao lưu bị lỗi ở {name}.", f"the archive does not hold {name} as it was.")


def read_member(archive: tarfile.TarFile, name: str) -> bytes:
    """The bytes of one member of the archive."""
    member = archive.extractfile(name)
    if member is None:
        raise Stop(f"bản sao lưu thiếu {name}.", f"the archive lacks {name}.")
    with member:
        return member.read()


def migrations_of_this_version() -> list[str]:
    """The migrations this version knows, as `app/name`: an archive that knows more was made by a newer version."""
    found = (ROOT / "src" / "haidang" / "apps").glob("*/migrations/[0-9]*.py")
    return sorted(f"{path.parts[-3]}/{path.stem}" for path in found)
