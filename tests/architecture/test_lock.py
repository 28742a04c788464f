"""The one requirements file: what pyproject.toml asks for, locked by hash, with no registry named in it."""

import re
import tomllib

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.tree import ROOT

LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUN_TIME, _, TESTS = LOCK.partition("# ---- tests ----")


def locked(part: str) -> dict[str, str]:
    """Version by package name."""
    return dict(re.findall(r"^([a-z0-9-]+)==([^\s;\\]+)", part, re.MULTILINE))


def unmet(wanted: list[str], part: str) -> list[str]:
    """The requirements that a part of the lock does not meet."""
    have = locked(part)
    requirements = [Requirement(text) for text in wanted]
    return [str(one) for one in requirements if not one.specifier.contains(have.get(canonicalize_name(one.name), "0"))]


def test_the_run_time_part_meets_the_project() -> None:
    assert unmet(PROJECT["dependencies"], RUN_TIME) == []


def test_the_whole_file_meets_the_tests() -> None:
    assert unmet(PROJECT["optional-dependencies"]["test"], LOCK) == []


def test_no_package_stands_in_both_parts() -> None:
    assert set(locked(RUN_TIME)) & set(locked(TESTS)) == set()


def test_every_package_is_locked_by_hash() -> None:
    entries = [entry for entry in re.split(r"\n(?=[a-z0-9])", LOCK) if "==" in entry]
    assert len(entries) > 20
    assert [entry.split("==")[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_no_registry_is_named() -> None:
    assert "://" not in LOCK
    assert "--index" not in LOCK
