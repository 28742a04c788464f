"""Measures looking names up: exact, without marks and misspelt, among 50,000; and which unit a written name means."""

import datetime as dt
import random
import time
from collections.abc import Callable, Iterable

from haidang.domain.terms.text import fold
from haidang.domain.units.names import Names
from haidang.domain.units.registry import units_named
from haidang.domain.units.standing import standing
from haidang.domain.units.table import table

_COUNT, _QUERIES, _SEED = 50_000, 2_000, 20260311
_DAY = dt.date(2026, 3, 11)
_LETTERS = "abcdeghiklmnopqrstuvxy"


def measure() -> dict[str, float]:
    """Milliseconds by the clock: the slowest of 2,000 (`exact_ms`, …), the 50th and 99th hundredth, and processor time.

    Queries are names of the list as written, without marks, and with one or two letters wrong, so that none is exact.
    """
    chance = random.Random(_SEED)
    begin = time.process_time()
    units = list(table().units.values())
    figures = {"table_load_cpu_ms": round(1000 * (time.process_time() - begin), 1)}
    listed = _names(chance, [unit.full for unit in units])
    begin = time.process_time()
    names = Names(listed)
    figures["index_50000_cpu_ms"] = round(1000 * (time.process_time() - begin), 1)
    asked = chance.sample(listed, _QUERIES)
    wrong = [_misspelt(chance, name) for name in asked]
    figures |= _timed("exact", names.folded, asked)
    figures |= _timed("folded", names.folded, [fold(name) for name in asked])
    figures |= _timed("fuzzy", names.similar, wrong)
    written = [unit.full for unit in chance.sample(units, _QUERIES)]
    units_named(written[0], on=_DAY)
    figures |= _timed("unit", lambda name: units_named(name, on=_DAY), written)
    figures |= _timed("unit_misspelt", lambda name: units_named(name, on=_DAY), [_misspelt(chance, n) for n in written])
    figures |= _timed("standing", lambda name: standing(name, on=_DAY), written)
    return figures | {"names": float(len(listed)), "queries": float(_QUERIES)}


def _names(chance: random.Random, real: list[str]) -> list[str]:
    """All real full names once, filled up to 50,000 with invented ones of the same syllables."""
    found = dict.fromkeys(real)
    syllables = sorted({word for name in real for word in name.split()})
    while len(found) < _COUNT:
        found.setdefault(" ".join(chance.choices(syllables, k=chance.randint(2, 6))))
    return list(found)


def _misspelt(chance: random.Random, name: str) -> str:
    letters = list(name)
    for _ in range(chance.randint(1, 2)):
        at = chance.randrange(len(letters))
        letters[at] = chance.choice(_LETTERS)
    return "".join(letters)


def _timed(name: str, question: Callable[[str], object], written: Iterable[str]) -> dict[str, float]:
    clock, busy = [], []
    for one in written:
        begin, cpu = time.perf_counter(), time.process_time()
        question(one)
        busy.append(time.process_time() - cpu)
        clock.append(time.perf_counter() - begin)
    clock.sort()
    return {
        f"{name}_ms": round(1000 * clock[-1], 3),
        f"{name}_p99_ms": round(1000 * clock[int(len(clock) * 0.99)], 3),
        f"{name}_p50_ms": round(1000 * clock[len(clock) // 2], 3),
        f"{name}_cpu_max_ms": round(1000 * max(busy), 3),
    }
