"""The sizes of the house. There is no list of exceptions: what grows too big is divided."""

import statistics

from tests.architecture.tree import HOUSE, files, functions, lines, modules, named


def test_no_python_file_is_longer_than_500_lines() -> None:
    assert [named(path) for path in modules() if lines(path) > 500] == []


def test_no_function_is_longer_than_60_lines() -> None:
    long = [(named(path), name, size) for path in modules() for name, size in functions(path) if size > 60]
    assert long == []


def test_no_view_is_longer_than_25_lines() -> None:
    views = [path for path in modules(HOUSE / "sites") if path.stem.startswith("views") or path.parent.name == "views"]
    assert views
    long = [(named(path), name, size) for path in views for name, size in functions(path) if size > 25]
    assert long == []


def test_no_template_is_longer_than_150_lines() -> None:
    assert [named(path) for path in files(".html", ".txt", under=HOUSE) if lines(path) > 150] == []


def test_the_whole_house_stays_small_files() -> None:
    sizes = sorted(lines(path) for path in modules())
    assert statistics.median(sizes) <= 80
    assert statistics.quantiles(sizes, n=20)[18] <= 300
