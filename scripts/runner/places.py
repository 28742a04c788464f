"""Where things lie, and how a step of the product is called from outside."""

import os
import shutil
import subprocess
from pathlib import Path

from runner.words import Stop, because, disk_full

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCK = ROOT / "requirements.txt"
MEGABYTE = 1024 * 1024


def data_dir(given: str | None) -> Path:
    """The data folder: `--data`, else HAIDANG_DATA, else var/ beside the program."""
    return Path(given or os.environ.get("HAIDANG_DATA") or ROOT / "var").expanduser().resolve()


def database_file(data: Path) -> Path:
    """The SQLite database of a data folder."""
    return data / "haidang.sqlite3"


def database_url() -> str:
    """The PostgreSQL address of this installation, or an empty string when it uses SQLite."""
    return os.environ.get("HAIDANG_DATABASE_URL", "")


def make_data_dir(data: Path) -> None:
    """Make the data folder, closed to other users of the machine, and see that it can be written and has room.

    From here on every file this command or the server makes is its owner's alone.
    """
    os.umask(0o077)
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        probe = data / f".probe-{os.getpid()}"
        probe.write_bytes(b"x" * 4096)
        probe.unlink()
    except OSError as error:
        if error.errno == 28:
            raise disk_full(data) from error
        raise Stop(
            f"không ghi được vào thư mục dữ liệu {data}. Đề nghị kiểm tra quyền, hoặc chọn thư mục khác bằng --data.",
            f"the data folder {data} cannot be written. Check its permissions, or choose another with --data.",
        ) from error
    require_space(data, 50)


def require_space(where: Path, megabytes: int) -> None:
    """Stop early when the disk that holds `where` has less than `megabytes` free."""
    if shutil.disk_usage(where).free < megabytes * MEGABYTE:
        raise disk_full(where)


def environment(data: Path | None = None, **more: str) -> dict[str, str]:
    """The environment in which the product's own Python runs."""
    env = dict(os.environ)
    # A Python path of the caller's would put other versions before the ones that are locked.
    for name in ("PYTHONPATH", "PYTHONHOME", "DJANGO_SETTINGS_MODULE", "PIP_TARGET", "PIP_USER"):
        env.pop(name, None)
    env["DJANGO_SETTINGS_MODULE"] = "haidang.conf.settings"
    if data is not None:
        env["HAIDANG_DATA"] = str(data)
    env.update(more)
    return env


def step(arguments: list[str], env: dict[str, str], where: Path, vietnamese: str, english: str) -> str:
    """Run one step to its end; return what it printed, or stop with the reason it failed."""
    done = subprocess.run(arguments, env=env, cwd=ROOT, text=True, capture_output=True, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise because(done.stderr + done.stdout, where, vietnamese, english)
    return done.stdout
