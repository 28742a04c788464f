"""What some tests need from the machine; where it is missing they are left out by name, under CI they fail."""

import os
import shutil
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


def program(*names: str) -> str:
    """The path of the first of these programs found; skips (or, under CI, fails) when there is none."""
    for name in names:
        path = shutil.which(name)
        if path:
            return path
    missing(f"{names[0]} is not installed")
    raise AssertionError  # missing() never returns


def missing(what: str) -> None:
    """Leave the test out and say why; under CI nothing is left out."""
    if os.environ.get("CI"):
        pytest.fail(f"under CI nothing is left out: {what}")
    pytest.skip(what)


def font(name: str) -> str:
    """The path of a font file of Debian's fonts-liberation2."""
    path = Path("/usr/share/fonts/truetype/liberation2") / name
    if not path.exists():
        missing("fonts-liberation2 is not installed")
    return str(path)
