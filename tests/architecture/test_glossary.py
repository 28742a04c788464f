"""One word, one thing: every act has its word in the glossary, and the glossary names no act that is gone."""

import ast
import re

from tests.architecture.tree import HOUSE, ROOT

GLOSSARY = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")


def acts() -> set[str]:
    """The acts: one file each, with a function of the file's own name (the other files help them)."""
    found = set()
    for path in (HOUSE / "flows").glob("*.py"):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        found |= {node.name for node in body if isinstance(node, ast.FunctionDef) and node.name == path.stem}
    return found


def test_every_act_has_its_word() -> None:
    assert sorted(act for act in acts() if f"`{act}`" not in GLOSSARY) == []


def test_the_glossary_names_no_act_that_is_gone() -> None:
    section = GLOSSARY.partition("## Acts")[2].partition("\n## ")[0]
    named = set(re.findall(r"`([a-z_]+)`", section))
    assert named
    assert sorted(named - acts()) == []
