"""Every rule has texts that pass and texts that fail, in `examples/RULE.toml`, RULE being the name of its module.

Each `[[pass]]` and `[[fail]]` has `text`, or `edit`: pairs of words of `texts/plan.txt`, a plan without a fault, and
what to put in their place (`edit = []` is the plan itself). It may have `today` (the day of the check) and `scanned`.
A `[[fail]]` may name the `line`, the words `found` and the `expected` of one of its findings, and `count`, how many
findings there are. An `[[other]]` names the `outcome` `not_applicable` or `not_evaluated`.
"""

import datetime as dt
import pkgutil
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from haidang.domain.checks import rules
from haidang.domain.checks.checker import RULES, check
from haidang.domain.checks.findings import Checked, Finding, Outcome
from haidang.domain.checks.tables import load
from haidang.domain.directives.reader import read

EXAMPLES = Path(__file__).parent / "examples"
PLAN = (Path(__file__).parent / "texts" / "plan.txt").read_text(encoding="utf-8")
TODAY = dt.date(2026, 11, 2)
MODULES = sorted(module.name for module in pkgutil.iter_modules(rules.__path__))


@cache
def examples(module: str) -> dict[str, list[dict[str, Any]]]:
    path = EXAMPLES / f"{module}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def cases(sort: str) -> list[Any]:
    return [
        pytest.param(module, example, id=f"{module}-{number}")
        for module in MODULES
        for number, example in enumerate(examples(module).get(sort, []), start=1)
    ]


def text_of(example: dict[str, Any]) -> str:
    if "text" in example:
        return str(example["text"])
    text = PLAN
    for old, new in example["edit"]:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the plan"
        text = text.replace(old, new)
    return text


def checked(example: dict[str, Any]) -> Checked:
    return check(read(text_of(example)), today=example.get("today", TODAY), scanned=example.get("scanned", False))


def of_rule(module: str, result: Checked) -> list[Finding]:
    return [finding for finding in result.findings if finding.rule == load(module).code]


@pytest.mark.parametrize("module", MODULES)
def test_a_rule_has_an_example_that_passes_and_one_that_fails(module: str) -> None:
    assert examples(module).get("pass"), f"examples/{module}.toml lacks [[pass]]"
    assert examples(module).get("fail"), f"examples/{module}.toml lacks [[fail]]"


def test_examples_belong_to_a_rule() -> None:
    assert sorted(path.stem for path in EXAMPLES.glob("*.toml") if path.stem not in MODULES) == []


def test_the_plan_without_a_fault_has_no_finding() -> None:
    result = check(read(PLAN), today=TODAY)
    assert [(finding.line, finding.rule, finding.found) for finding in result.findings] == []


@pytest.mark.parametrize(("module", "example"), cases("pass"))
def test_a_right_text_passes(module: str, example: dict[str, Any]) -> None:
    result = checked(example)
    assert of_rule(module, result) == []
    assert result.outcomes[load(module).code] is Outcome.PASS


@pytest.mark.parametrize(("module", "example"), cases("fail"))
def test_a_wrong_text_fails(module: str, example: dict[str, Any]) -> None:
    result = checked(example)
    found = of_rule(module, result)
    assert found
    assert result.outcomes[load(module).code] is Outcome.FAIL
    if "count" in example:
        assert len(found) == example["count"], [finding.found for finding in found]
    wanted = {name: example[name] for name in ("line", "found", "expected") if name in example}
    assert any(all(getattr(finding, name) == value for name, value in wanted.items()) for finding in found), found


@pytest.mark.parametrize(("module", "example"), cases("other"))
def test_what_a_rule_does_not_concern_is_neither_right_nor_wrong(module: str, example: dict[str, Any]) -> None:
    assert checked(example).outcomes[load(module).code] is Outcome(example["outcome"])


def test_every_rule_has_a_code_of_its_own_that_names_its_kind() -> None:
    codes = [load(module).code for module in MODULES]
    assert len(set(codes)) == len(codes) == len(RULES)
    assert [code for code in codes if code.partition(".")[0] != load_kind(code)] == []


def load_kind(code: str) -> str:
    return RULES[code][0].kind.value
