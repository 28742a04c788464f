"""The repository's own files, as the architecture tests see them."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ROOT / "src" / "haidang"
NOT_OURS = {"var", "__pycache__", "test-output", "build", "dist"}


def files(*suffixes: str, under: Path = ROOT) -> list[Path]:
    """Every file of ours with one of the suffixes (all files when none is given), caches and data left aside."""
    found = []
    for path in sorted(under.rglob("*")):
        parts = path.relative_to(ROOT).parts
        hidden = any(part.startswith(".") and part != ".ci" for part in parts[:-1])
        if hidden or NOT_OURS & set(parts) or any(part.endswith(".egg-info") for part in parts):
            continue
        if path.is_file() and (not suffixes or path.suffix in suffixes):
            found.append(path)
    return found


def modules(under: Path = HOUSE) -> list[Path]:
    """Python files that count: migrations and empty `__init__` files do not."""
    return [path for path in files(".py", under=under) if "migrations" not in path.parts and path.stat().st_size]


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Name and length in lines (decorators left aside) of every function and method of a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            yield node.name, node.end_lineno - node.lineno + 1


def lines(path: Path) -> int:
    """How many lines a file has."""
    return len(path.read_text(encoding="utf-8").splitlines())


def named(path: Path) -> str:
    """A file's name as one would look for it."""
    return str(path.relative_to(ROOT))
