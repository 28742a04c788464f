"""Words that must not stand in the repository, and how words must be written."""

import re
import unicodedata

from tests.architecture.tree import HOUSE, ROOT, files, named

TEXT = (".py", ".html", ".css", ".js", ".txt", ".md", ".toml", ".po", ".svg", ".json", ".yml", ".cfg", "")
# Folders of somebody's machine; a path that only exists there helps nobody else.
MACHINE_PATHS = re.compile(r"(?<![\w.])/(work|home|root|Users|opt)/[\w.]")
UNESCAPED = re.compile(r"mark_safe|\|\s*safe\b|autoescape off|SafeString\(")
INLINE = re.compile(r"<script(?![^>]*\bsrc=)|<style\b|\bstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:", re.IGNORECASE)
FOREIGN_HOST = re.compile(r"(?:https?:)?//[\w-]+\.[\w.-]+")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b")
# Names of XML vocabularies are identifiers; no browser or program of ours ever fetches them.
VOCABULARIES = ("http://www.w3.org/", "http://schemas.openxmlformats.org/")


def found(pattern: re.Pattern[str], *suffixes: str, under=ROOT) -> list[tuple[str, int, str]]:
    """Where a pattern occurs: file, line number, the line."""
    here = ROOT / "tests" / "architecture"
    hits = []
    for path in files(*suffixes, under=under):
        if path.parent == here:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if pattern.search(line):
                hits.append((named(path), number, line.strip()[:120]))
    return hits


def test_no_path_of_one_machine_is_named() -> None:
    assert found(MACHINE_PATHS, *TEXT) == []


def test_nothing_is_left_unfinished() -> None:
    assert found(UNFINISHED, ".py", ".html", ".js", under=HOUSE) == []


def test_nothing_bypasses_escaping() -> None:
    assert found(UNESCAPED, ".py", ".html", under=HOUSE) == []


def test_templates_hold_no_inline_script_or_style() -> None:
    assert found(INLINE, ".html", under=HOUSE) == []


def test_pages_fetch_nothing_from_foreign_hosts() -> None:
    hits = found(FOREIGN_HOST, ".html", ".css", ".js", ".svg", under=HOUSE)
    assert [hit for hit in hits if "vendor" not in hit[0] and not any(name in hit[2] for name in VOCABULARIES)] == []


def test_every_text_is_composed_unicode() -> None:
    decomposed = []
    for path in files(*TEXT):
        text = path.read_text(encoding="utf-8")
        if not unicodedata.is_normalized("NFC", text):
            decomposed.append(named(path))
    assert decomposed == []
