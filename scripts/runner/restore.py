"""`./run restore FILE`: check an archive whole, then put it in the place of a data folder in one move."""

import hashlib
import json
import os
import shutil
import sqlite3
import tarfile
import tempfile
import time
from contextlib import closing, nullcontext
from pathlib import Path, PurePosixPath

from runner import postgres
from runner.backup import (
    FOLDERS,
    FORMAT,
    MANIFEST,
    POSTGRES_MEMBER,
    SQLITE_MEMBER,
    migrations_of_this_version,
    require_sound,
)
from runner.places import database_file, database_url
from runner.serve import in_use
from runner.words import Stop, disk_full, say


def restore(source: Path, data: Path, *, force: bool) -> None:
    """Put the archive `source` in the place of `data`; what was there is kept beside it, never deleted."""
    if not source.is_file():
        raise Stop(f"không có tệp {source}.", f"there is no file {source}.")
    require_room(data, force=force)
    os.umask(0o077)
    data.parent.mkdir(parents=True, exist_ok=True)
    with in_use(data, exclusive=True) if data.exists() else nullcontext():
        unpacked = Path(tempfile.mkdtemp(prefix=f".{data.name}-restoring-", dir=data.parent))
        try:
            unpack(source, unpacked)
            require_usable(unpacked)
            kept = exchange(unpacked, data)
        except OSError as error:
            if error.errno == 28:
                raise disk_full(data.parent) from error
            raise
        finally:
            shutil.rmtree(unpacked, ignore_errors=True)
    say(f"Đã khôi phục vào {data}. Chạy ./run để tiếp tục.", f"restored into {data}; ./run goes on from here")
    if kept:
        say(f"Dữ liệu trước đó được giữ tại {kept}.", f"what was there before is kept in {kept}")


def require_room(data: Path, *, force: bool) -> None:
    """Refuse to replace existing data unless forced."""
    taken = postgres.has_tables(database_url()) if database_url() else database_file(data).exists()
    if (taken or any((data / "files").rglob("*"))) and not force:
        raise Stop(
            f"{data} đã có dữ liệu. Đề nghị khôi phục vào thư mục khác bằng --data, hoặc thêm --force để thay thế.",
            f"{data} already holds data. Restore into another folder with --data, or add --force to replace it.",
        )


def unpack(source: Path, folder: Path) -> None:
    """Unpack only what the manifest names, only where an archive of ours puts it, and compare every hash."""
    try:
        with tarfile.open(source, "r:gz") as archive:
            members = {member.name: member for member in archive.getmembers()}
            for member in members.values():
                require_ordinary(member)
            manifest = read_manifest(archive, members)
            for name, digest in manifest["members"].items():
                extract(archive, members[name], digest, folder)
    except (tarfile.TarError, EOFError, KeyError, ValueError, TypeError, AttributeError) as error:
        raise not_ours() from error


def not_ours() -> Stop:
    """The file is no whole archive of ours."""
    return Stop(
        "tệp này không phải bản sao lưu nguyên vẹn của Hải Đăng; không có gì bị thay đổi.",
        "this file is no whole backup of Hải Đăng; nothing was changed.",
    )


def require_ordinary(member: tarfile.TarInfo) -> None:
    """An archive of ours holds plain files in known places: no links, no devices, no way out of the folder."""
    path = PurePosixPath(member.name)
    known = member.name in {MANIFEST, SQLITE_MEMBER, POSTGRES_MEMBER, "kind"} or path.parts[0] in FOLDERS
    if not member.isreg() or path.is_absolute() or ".." in path.parts or not known:
        raise not_ours()


def read_manifest(archive: tarfile.TarFile, members: dict[str, tarfile.TarInfo]) -> dict[str, dict[str, str]]:
    """The archive's manifest, refused when a newer version than this one made it."""
    file = archive.extractfile(members[MANIFEST])
    manifest = json.loads(file.read()) if file else {}
    unknown = set(manifest["migrations"]) - set(migrations_of_this_version())
    if manifest["format"] != FORMAT or unknown:
        raise Stop(
            "bản sao lưu này do phiên bản mới hơn tạo ra. Đề nghị cập nhật phần mềm rồi khôi phục lại.",
            "this backup was made by a newer version. Update the software, then restore again.",
        )
    if (POSTGRES_MEMBER if database_url() else SQLITE_MEMBER) not in manifest["members"]:
        raise Stop(
            "bản sao lưu này của loại cơ sở dữ liệu khác (SQLite hoặc PostgreSQL); xem docs/admin.md.",
            "this backup is of the other kind of database (SQLite or PostgreSQL); see docs/admin.md.",
        )
    if set(members) - {MANIFEST} != set(manifest["members"]):
        raise not_ours()
    return dict(manifest)


def extract(archive: tarfile.TarFile, member: tarfile.TarInfo, digest: str, folder: Path) -> None:
    """Write one member, readable by its owner only, and compare it with the manifest's hash."""
    target = folder / member.name
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    found = hashlib.sha256()
    source = archive.extractfile(member)
    if source is None:
        raise not_ours()
    with source, target.open("wb") as file:
        target.chmod(0o600)
        while block := source.read(1 << 20):
            found.update(block)
            file.write(block)
    if found.hexdigest() != digest:
        raise not_ours()


def require_usable(folder: Path) -> None:
    """Prove the SQLite database sound before anything is replaced (PostgreSQL proves its dump while restoring it)."""
    if (folder / SQLITE_MEMBER).exists():
        (folder / SQLITE_MEMBER).rename(database_file(folder))
        with closing(sqlite3.connect(database_file(folder))) as database:
            require_sound(database)


def exchange(unpacked: Path, data: Path) -> Path | None:
    """Give the unpacked folder the data folder's name; return where the previous one is kept, if there was one."""
    dump = unpacked / POSTGRES_MEMBER
    if dump.exists():
        postgres.load(database_url(), dump)
        dump.unlink()
    kept = None
    if data.exists():
        kept = data.with_name(f"{data.name}.before-{time.strftime('%Y%m%d-%H%M%S')}")
        data.rename(kept)
    unpacked.rename(data)
    return kept
