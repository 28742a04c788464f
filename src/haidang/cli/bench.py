"""`haidang bench NAME --json`: the figures of one bench, each of which is a module `bench_NAME` with `measure()`."""

import argparse
import importlib
import json
import pkgutil

import haidang.cli
from haidang.cli.words import say as _

_NAMES = sorted(
    module.name.removeprefix("bench_")
    for module in pkgutil.iter_modules(haidang.cli.__path__)
    if module.name.startswith("bench_")
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("name", choices=_NAMES)
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def run(options: argparse.Namespace) -> int:
    """Measure and print."""
    figures: dict[str, float] = importlib.import_module(f"haidang.cli.bench_{options.name}").measure()
    print(json.dumps(figures) if options.json else "\n".join(f"{name}: {figure:g}" for name, figure in figures.items()))
    return 0
