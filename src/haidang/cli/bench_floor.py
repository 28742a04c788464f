"""`./run bench floor`: what every register stands on: a ledger write, the proof of a ledger, a tree of 50,000 units."""

import os
import tempfile
import time
from datetime import UTC, datetime
from importlib import import_module
from uuid import UUID

import django
from django.apps import apps
from django.core.management import call_command
from django.db import transaction

from haidang.domain.access.viewer import Role, Viewer

WRITES, ENTRIES, UNITS = 2_000, 50_000, 50_000


def measure() -> dict[str, float]:
    """On a SQLite file as an installation has it; times in milliseconds, the proof in entries a second."""
    with tempfile.TemporaryDirectory(prefix="haidang-floor-") as folder:
        os.environ["HAIDANG_DATA"] = folder
        os.environ.pop("HAIDANG_DATABASE_URL", None)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "haidang.conf.settings")
        django.setup()
        call_command("migrate", verbosity=0)
        return {**_ledger(), **_tree()}


def _ledger() -> dict[str, float]:
    acting = import_module("haidang.flows.acting")
    queries = import_module("haidang.apps.ledger.queries")
    at = datetime(2026, 3, 11, 2, tzinfo=UTC)
    viewer = Viewer(UUID(int=1), "", UUID(int=2), 2, "", "1/", 1, frozenset({Role.FOCAL}), UUID(int=3), "")

    def write(n: int) -> None:
        detail = {"progress": UUID(int=n), "files": 0, "numbers": 2, "percent": 40}
        done = acting.Done("task", UUID(int=n), detail)
        acting.perform(actor=viewer, act="task.update", at=at, work=lambda: done)

    times = []
    for n in range(WRITES):
        began = time.perf_counter()
        write(n)
        times.append(time.perf_counter() - began)
    with transaction.atomic():
        for n in range(ENTRIES - WRITES):
            write(n)
    began = time.perf_counter()
    if queries.first_bad_entry(1) is not None:
        raise RuntimeError("the chain of the bench is not whole")
    return {
        "ledger_write_p95_ms": _p95(times),
        "ledger_verify_per_s": ENTRIES / (time.perf_counter() - began),
    }


def _tree() -> dict[str, float]:
    """A country of 50,000 units: provinces, their communes, and below them hamlets; one path from the top each."""
    model = apps.get_model("people", "Unit")
    people = import_module("haidang.apps.people.queries")
    made = [model(id=1, name="Nước", level="province", path="1/")]
    parents = made[:]
    for last in (40, 1_240, UNITS):
        first = len(made)
        for n in range(first + 1, last + 1):
            above = parents[n % len(parents)]
            made.append(model(id=n, name=f"Đơn vị {n}", level="commune", parent_id=above.id, path=f"{above.path}{n}/"))
        parents = made[first:]
    model.objects.bulk_create(made, batch_size=2_000)
    below: list[float] = []
    above_times: list[float] = []
    for unit in made[1:400:2]:
        began = time.perf_counter()
        list(people.subtree(unit.path))
        below.append(time.perf_counter() - began)
        began = time.perf_counter()
        list(people.ancestors(made[-unit.id].path))
        above_times.append(time.perf_counter() - began)
    return {
        "tree_p95_ms": max(_p95(below), _p95(above_times)),
        "subtree_p95_ms": _p95(below),
        "ancestors_p95_ms": _p95(above_times),
    }


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)] * 1000
