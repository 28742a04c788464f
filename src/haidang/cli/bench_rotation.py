"""`./run bench rotation`: 100,000 sealed values under a new key, the process killed 20 times at random moments."""

import os
import random
import secrets
import signal
import tempfile
import time
from importlib import import_module
from typing import Any
from uuid import UUID, uuid4

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

VALUES, KILLS = 100_000, 20


def measure(values: int = VALUES, kills: int = KILLS) -> dict[str, float]:
    """Values that cannot be opened or are under the old key at the end, and the time it took without being stopped."""
    with tempfile.TemporaryDirectory(prefix="haidang-rotation-") as folder:
        os.environ["HAIDANG_DATA"] = folder
        os.environ.pop("HAIDANG_DATABASE_URL", None)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "haidang.conf.settings")
        django.setup()
        call_command("migrate", verbosity=0)
        sealing = import_module("haidang.flows.sealing")
        told = _lay(sealing, values // 2)
        settings.FIELD_KEYS = (*settings.FIELD_KEYS, secrets.token_bytes(32))
        rng = random.Random(values)
        done = sum(_stopped(sealing, rng.uniform(0.05, values / 100_000)) for _ in range(kills))
        began = time.perf_counter()
        sealing.rotate(at=timezone.now())
        rest = time.perf_counter() - began
        return {"values": values, "kills": done, "rest_s": rest, **_bad(sealing, told)}


def _lay(sealing: Any, people: int) -> dict[UUID, tuple[str, str]]:
    user, contact = apps.get_model("people", "User"), apps.get_model("people", "Contact")
    users = user.objects.bulk_create([user(username=f"n{n}", full_name="Người Mẫu") for n in range(people)], 2_000)
    told, rows = {}, []
    for n, one in enumerate(users):
        uuid, said = uuid4(), (f"mau{n}@anhai.gov.vn", f"09{n:08}")
        told[uuid] = said
        columns = sealing.sealed("people_contact", uuid, {"email": said[0], "phone": said[1]})
        rows.append(contact(uuid=uuid, user=one, **columns))
    contact.objects.bulk_create(rows, 2_000)
    return told


def _stopped(sealing: Any, seconds: float) -> int:
    """Rotate in a child that is killed after some time; 1 when it was still at work."""
    connection.close()
    child = os.fork()
    if not child:
        sealing.rotate(at=timezone.now())
        os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _pid, status = os.waitpid(child, 0)
    return int(os.WIFSIGNALED(status))


def _bad(sealing: Any, told: dict[UUID, tuple[str, str]]) -> dict[str, float]:
    place = import_module("haidang.formats.sealed.envelope").Place
    ring = sealing.envelopes()
    unreadable = old = 0
    for row in apps.get_model("people", "Contact").objects.all().iterator(2_000):
        for column, said in zip(("email", "phone"), told[row.uuid], strict=True):
            value = getattr(row, column)
            old += not ring.is_current(value)
            unreadable += ring.open(value, place("people_contact", column, row.uuid)) != said
    return {"unreadable": unreadable, "under_the_old_key": old}
