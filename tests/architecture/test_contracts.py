"""Who may import whom (the contracts stand in pyproject.toml), and what the ground floor may never touch."""

import ast
import sys
from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.architecture.tree import HOUSE, ROOT, modules, named

# Third-party names the domain may use, and the one room that may use each.
ALLOWED_IN_DOMAIN = {"rapidfuzz": "units"}
# A clock, an environment, a network, chance, a disk: all of these are given to the domain, none is fetched by it.
OUTSIDE_WORLD = {"os", "time", "socket", "subprocess", "urllib", "http", "random", "secrets", "logging", "tempfile"}
CLOCK_CALLS = {"now", "today", "utcnow"}


def test_every_import_contract_is_kept() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS


def test_the_domain_imports_only_itself_and_the_standard_library() -> None:
    strangers = []
    for path in modules(HOUSE / "domain"):
        room = path.relative_to(HOUSE / "domain").parts[0]
        for name in imported(path):
            top = name.split(".")[0]
            ours = name.startswith("haidang.domain") or name in {"haidang"}
            if not ours and top not in sys.stdlib_module_names and ALLOWED_IN_DOMAIN.get(top) != room:
                strangers.append((named(path), name))
    assert strangers == []


def test_the_domain_knows_no_clock_environment_or_network() -> None:
    found = []
    for path in modules(HOUSE / "domain"):
        found += [(named(path), name) for name in imported(path) if name.split(".")[0] in OUTSIDE_WORLD]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCK_CALLS:
                found.append((named(path), f"{node.func.attr}() at line {node.lineno}"))
    assert found == []


def test_there_is_no_room_for_odds_and_ends() -> None:
    vague = {"utils", "util", "common", "helpers", "helper", "core", "misc", "signals"}
    assert [named(path) for path in modules() if {path.stem, *path.relative_to(HOUSE).parts[:-1]} & vague] == []


def test_pages_neither_write_nor_open_transactions() -> None:
    writes = {"save", "bulk_create", "bulk_update", "update_or_create", "get_or_create", "atomic"}
    found = []
    for path in modules(HOUSE / "sites"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in writes:
                found.append((named(path), f"{node.attr} at line {node.lineno}"))
    assert found == []


def imported(path: Path) -> list[str]:
    """The absolute names a module imports."""
    names = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{named(path)}: relative imports hide who imports whom"
            names.append(node.module or "")
    return names
