"""Every rule that can say no has its words, and every act its name in the ledger."""

import ast
import re

import pytest

from haidang.sites.office.frame.refusals import HIDDEN, WORDS
from haidang.sites.office.ledger.words import ACTS
from tests.architecture.tree import HOUSE, modules


def literal_calls(name: str):
    """Calls of `name` with a literal first argument: (code, names of keyword arguments, where)."""
    for path in modules():
        if "cli" in path.relative_to(HOUSE).parts:
            continue  # the terminal keeps its own words
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == name
            if called and node.args and isinstance(node.args[0], ast.Constant):
                yield node.args[0].value, {k.arg for k in node.keywords}, f"{path.relative_to(HOUSE)}:{node.lineno}"


REFUSALS = sorted({(code, where) for code, _, where in literal_calls("Refusal")})


@pytest.mark.parametrize(("code", "where"), REFUSALS)
def test_a_refusal_has_words(code, where):
    assert code in WORDS or code in HIDDEN, f"{where}: no words for {code}"


def test_the_words_ask_for_nothing_that_the_rule_does_not_give():
    for code, given, where in literal_calls("Refusal"):
        if code in WORDS and None not in given:
            wanted = set(re.findall(r"%\((\w+)\)", str(WORDS[code])))
            assert wanted <= given, f"{where}: {code} wants {wanted - given}"


def test_every_act_of_the_programme_has_a_name_in_the_ledger():
    acts = set()
    for path in modules(HOUSE / "flows"):
        acts |= set(re.findall(r"""(?:\bact=|\bACT = )"([a-z_.]+)\"""", path.read_text(encoding="utf-8")))
    assert len(acts) > 20
    assert acts - set(ACTS) == set()
