"""`./run bench kills`: processes killed between any two writes; a record without its entry or the reverse is a loss.

A warm parent forks a child for each kill; the child does an act and kills itself (SIGKILL, nothing is tidied) before
its n-th statement that writes, n going round through all of them and the moment after the last one.
"""

import os
import signal
import tempfile
import traceback
from collections.abc import Callable
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import django
from django.apps import apps
from django.core.management import call_command
from django.db import connection

from haidang.domain.access.viewer import Viewer

KILLS = 1_000
AT = datetime(2026, 3, 11, 2, tzinfo=UTC)
TODAY = date(2026, 3, 11)
TEXT = """BAN CHỈ ĐẠO 138 TỈNH AN HẢI
Số: {n}/KH-BCĐ

KẾ HOẠCH
Phòng ngừa mua bán người ở bến cá số {n}

II. NHIỆM VỤ
1. Công an tỉnh
- Lập danh sách bến cá không có đèn trước ngày 15/4/2026.
2. Sở Y tế
- Phát tờ rơi tại chợ cá hằng quý.
"""
_WRITING = ("INSERT", "UPDATE", "DELETE")


def measure(kills: int = KILLS) -> dict[str, float]:
    """How many were killed in the middle of an act and what was lost by it."""
    with tempfile.TemporaryDirectory(prefix="haidang-kills-") as folder:
        os.environ["HAIDANG_DATA"] = folder
        os.environ.pop("HAIDANG_DATABASE_URL", None)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "haidang.conf.settings")
        django.setup()
        call_command("migrate", verbosity=0)
        Path(folder, "files").mkdir(exist_ok=True)
        viewer = _province()
        acts = _acts(viewer)
        writes = [_count(act) for act in acts]
        killed = lost = 0
        for n in range(kills):
            which = n % len(acts)
            at = n // len(acts) % (writes[which] + 1)
            killed += _kill(acts[which], n, at)
            lost += not _whole()
        queries = import_module("haidang.apps.ledger.queries")
        lost += queries.first_bad_entry(viewer.province_id) is not None
    return {"kills": killed, "kills_lost": lost, "kill_points": sum(writes) + len(writes)}


def _province() -> Viewer:
    made = {name: apps.get_model("people", name) for name in ("Unit", "Agency", "Post", "User", "Holding")}
    unit = made["Unit"].objects.create(name="tỉnh An Hải", level="province", path="1/")
    agency = made["Agency"].objects.create(unit=unit, province=unit, name="Công an tỉnh", kind="police", standing=True)
    post = made["Post"].objects.create(agency=agency, title="Cán bộ", roles=["standing", "focal"])
    user = made["User"].objects.create(username="mau", full_name="Lê Thị Mẫu")
    made["Holding"].objects.create(user=user, post=post, since=TODAY)
    viewer: Viewer = import_module("haidang.apps.people.queries").viewer_for(user, TODAY)
    return viewer


def _acts(viewer: Viewer) -> tuple[Callable[[int], object], ...]:
    register = import_module("haidang.flows.register_directive").register_directive
    check = import_module("haidang.flows.check_directive").check_directive
    keep = import_module("haidang.flows.keep_contact").keep_contact
    first = register(actor=viewer, at=AT, today=TODAY, data=TEXT.format(n=0).encode(), label="van-ban.txt")
    return (
        lambda n: register(
            actor=viewer, at=AT, today=TODAY, data=TEXT.format(n=n + 1).encode(), label="van-ban.txt", key=str(n)
        ),
        lambda n: check(actor=viewer, at=AT, today=TODAY, directive_uuid=first),
        lambda n: keep(actor=viewer, at=AT, email=f"mau{n}@anhai.gov.vn", phone=""),
    )


def _count(act: Callable[[int], object]) -> int:
    """How many statements of an act write, from an act that is let live."""
    seen: list[str] = []

    def look(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        seen.append(sql.split(None, 1)[0])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        act(1_000_000 + os.getpid())
    return sum(word in _WRITING for word in seen)


def _kill(act: Callable[[int], object], n: int, at: int) -> bool:
    """Do an act in a child that dies before its statement number `at` that writes; whether it died of that."""
    connection.close()
    child = os.fork()
    if not child:
        left = [at]

        def die(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
            if sql.split(None, 1)[0] in _WRITING:
                if left[0] == 0:
                    os.kill(os.getpid(), signal.SIGKILL)
                left[0] -= 1
            return execute(sql, params, many, context)

        try:
            with connection.execute_wrapper(die):
                act(n)
        except Exception:
            # A child must never go on with what its parent does next.
            traceback.print_exc()
            os._exit(1)
        os.kill(os.getpid(), signal.SIGKILL)
    _pid, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def _whole() -> bool:
    """Every record has its entry, every entry its record, every document its file; nothing half done."""
    entry = apps.get_model("ledger", "Entry").objects
    directive = apps.get_model("directives", "Directive").objects
    check = apps.get_model("directives", "Check").objects
    registered = set(entry.filter(act="directive.register").values_list("object_uuid", flat=True))
    checked = len(registered) + entry.filter(act="directive.check").count()
    stored = apps.get_model("files", "StoredFile").objects
    folder = Path(os.environ["HAIDANG_DATA"]) / "files"
    on_disk = {path.name for path in folder.rglob("*") if path.is_file()}
    contacts = apps.get_model("people", "Contact").objects
    return (
        registered == set(directive.values_list("uuid", flat=True))
        and checked == check.count()
        and contacts.count() == min(1, entry.filter(act="contact.keep").count())
        and directive.filter(readings=None).count() == 0
        and {row.digest for row in stored.all()} <= on_disk
    )
