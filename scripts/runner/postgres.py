"""PostgreSQL from outside: dump and load an installation's database, find or start a server for the tests."""

import contextlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from runner.words import Stop, because

OLDEST = 15


def programs() -> Path | None:
    """The folder with initdb, postgres, pg_dump and psql: the newest server Debian installed, else the path's own."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    if installed:
        return installed[-1].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def program(name: str) -> str:
    """One client program, or the apt line that brings it."""
    folder = programs()
    found = str(folder / name) if folder and (folder / name).exists() else shutil.which(name)
    if not found:
        raise Stop(
            "máy này thiếu công cụ PostgreSQL. Đề nghị chạy: sudo apt-get install postgresql-client",
            "the PostgreSQL tools are missing: sudo apt-get install postgresql-client",
        )
    return found


def connection(url: str) -> dict[str, str]:
    """A postgres:// address as the PG… variables of the client programs: no password stands in a command line."""
    parts = urlsplit(url)
    host = dict(parse_qsl(parts.query)).get("host") or parts.hostname or ""
    values = {
        "PGHOST": host,
        "PGPORT": str(parts.port or ""),
        "PGUSER": unquote(parts.username or ""),
        "PGPASSWORD": unquote(parts.password or ""),
        "PGDATABASE": unquote(parts.path.lstrip("/")),
    }
    return dict(os.environ) | {name: value for name, value in values.items() if value} | {"PGCONNECT_TIMEOUT": "5"}


def call(arguments: list[str], url: str, vietnamese: str, english: str) -> str:
    """Run one client program against `url`, or stop with its own reason."""
    done = subprocess.run(arguments, env=connection(url), text=True, capture_output=True, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise because(done.stderr, "PostgreSQL", vietnamese, english)
    return done.stdout.strip()


def dump(url: str, target: Path) -> None:
    """Write a consistent dump of the whole database; the server goes on working."""
    words = ("Không sao lưu được cơ sở dữ liệu PostgreSQL", "The PostgreSQL database could not be dumped")
    call([program("pg_dump"), "--format=custom", "--no-owner", "--no-privileges", f"--file={target}"], url, *words)


def load(url: str, source: Path) -> None:
    """Load a dump in one transaction: either all of it replaces what was there, or nothing changes."""
    words = ("Không khôi phục được cơ sở dữ liệu PostgreSQL", "The PostgreSQL database could not be restored")
    options = ["--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error"]
    name = connection(url)["PGDATABASE"]
    call([program("pg_restore"), *options, f"--dbname={name}", str(source)], url, *words)


def has_tables(url: str) -> bool:
    """Whether the database already holds tables."""
    words = ("Không kết nối được PostgreSQL", "PostgreSQL does not answer")
    query = "select count(*) from information_schema.tables where table_schema = 'public'"
    return call([*psql(), f"--command={query}"], url, *words) != "0"


def psql() -> list[str]:
    """psql, printing bare values and reading nobody's settings."""
    return [program("psql"), "--no-psqlrc", "--no-password", "--tuples-only", "--no-align"]


@contextlib.contextmanager
def for_tests() -> Iterator[str | None]:
    """The address of a PostgreSQL for the tests: the one named, one that answers, a private one; None without any."""
    named = os.environ.get("HAIDANG_TEST_POSTGRES_URL", "")
    candidates = [named] if named else ["postgres:///postgres", "postgres://postgres@127.0.0.1:5432/postgres"]
    for candidate in candidates:
        if may_make_databases(candidate):
            with own_databases(candidate) as address:
                yield address
            return
    if named:
        raise Stop(
            "PostgreSQL của HAIDANG_TEST_POSTGRES_URL không phản hồi, cũ hơn phiên bản 15, hoặc cấm tạo cơ sở dữ liệu.",
            "the PostgreSQL of HAIDANG_TEST_POSTGRES_URL does not answer, is older than 15, or forbids new databases.",
        )
    folder = programs()
    if folder is None or (folder.parent.name.isdigit() and int(folder.parent.name) < OLDEST):
        yield None
        return
    with private_server(folder) as address:
        yield address


def may_make_databases(url: str) -> bool:
    """Whether a server of at least version 15 answers and lets us make databases."""
    query = (
        "select current_setting('server_version_num')::int >= 150000 and (rolsuper or rolcreatedb)"
        " from pg_roles where rolname = current_user"
    )
    if not (programs() or shutil.which("psql")):
        return False
    command = [*psql(), f"--command={query}"]
    done = subprocess.run(command, env=connection(url), text=True, capture_output=True, stdin=subprocess.DEVNULL)
    return done.returncode == 0 and done.stdout.strip() == "t"


def renamed(url: str, name: str) -> str:
    """The same server, another database."""
    parts = urlsplit(url)
    # Put together by hand: an address without a host would lose its slashes.
    return f"postgres://{parts.netloc}/{name}" + (f"?{parts.query}" if parts.query else "")


@contextlib.contextmanager
def own_databases(url: str) -> Iterator[str]:
    """The address under a name of this run's own, so that two runs never meet; what it leaves is dropped at the end."""
    name = f"haidang_{secrets.token_hex(4)}"
    try:
        yield renamed(url, name)
    finally:
        words = ("Không dọn được cơ sở dữ liệu kiểm thử", "The test databases could not be dropped")
        listing = f"--command=select datname from pg_database where datname like 'test\\_{name}%'"
        for left in call([*psql(), listing], url, *words).split():
            call([*psql(), f'--command=drop database "{left}" with (force)'], url, *words)


@contextlib.contextmanager
def private_server(folder: Path) -> Iterator[str]:
    """A throw-away server with a password of its own, run by an ordinary user (PostgreSQL refuses root)."""
    account = ordinary_user()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    home = Path(tempfile.mkdtemp(prefix="haidang-postgres-"))
    password = secrets.token_hex(16)
    (home / "password").write_text(password, encoding="ascii")
    if account:
        shutil.chown(home, account)
        shutil.chown(home / "password", account)
    # The folder of the caller may be closed to that user, and PostgreSQL insists on entering the one it starts in.
    as_user = {"user": account, "extra_groups": [], "cwd": home} if account else {"cwd": home}
    words = ("Không khởi động được PostgreSQL riêng", "A private PostgreSQL could not be started")
    data = str(home / "data")
    initdb = [str(folder / "initdb"), "-D", data, "-U", "haidang", "--auth=scram-sha-256", "--encoding=UTF8"]
    initdb += ["--locale=C.UTF-8", "--no-sync", f"--pwfile={home / 'password'}"]
    options = ["-c", f"port={port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="]
    # The data is thrown away, so nothing need survive a power cut.
    options += ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]
    server = None
    try:
        made = subprocess.run(initdb, text=True, capture_output=True, stdin=subprocess.DEVNULL, **as_user)
        if made.returncode:
            raise because(made.stderr, home, *words)
        log = (home / "log").open("wb")
        with log:
            command = [str(folder / "postgres"), "-D", data, *options]
            server = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, **as_user)
        address = f"postgres://haidang:{quote(password)}@127.0.0.1:{port}/postgres"
        wait_for(server, address, home / "log", words)
        with own_databases(address) as own:
            yield own
    finally:
        if server is not None and server.poll() is None:
            # SIGINT is PostgreSQL's fast shutdown: it does not wait for clients to leave.
            server.send_signal(signal.SIGINT)
            server.wait(timeout=30)
        shutil.rmtree(home, ignore_errors=True)


def ordinary_user() -> str | None:
    """The user a private server runs as when we are root; None when we are an ordinary user already."""
    return "nobody" if os.geteuid() == 0 else None


def wait_for(server: subprocess.Popen[bytes], address: str, log: Path, words: tuple[str, str]) -> None:
    """Wait until the private server lets us make databases, or stop with what it logged."""
    deadline = time.monotonic() + 30
    while not may_make_databases(address):
        if server.poll() is not None or time.monotonic() > deadline:
            raise because(log.read_text(errors="replace"), log.parent, *words)
        time.sleep(0.2)
