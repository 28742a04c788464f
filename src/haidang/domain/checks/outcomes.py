"""What each rule said of a document, with the rule's own words: the table of a check report."""

from collections.abc import Mapping
from dataclasses import dataclass

from haidang.domain.checks.checker import RULES


@dataclass(frozen=True, slots=True)
class RuleSaid:
    """One rule and its outcome. `name` is in the language asked for; a rule that no longer exists bears its code."""

    code: str
    name: str
    kind: str
    outcome: str
    source: str
    unconfirmed: bool


def rule_table(outcomes: Mapping[str, str], language: str = "vi") -> tuple[RuleSaid, ...]:
    """The rules of a check by kind, then by name. `outcomes` maps rule code → outcome; `language` is `vi` or `en`."""
    rows = []
    for code, outcome in outcomes.items():
        table, _check = RULES.get(code, (None, None))
        if table is None:
            rows.append(RuleSaid(code, code, code.split(".")[0], outcome, "", False))
        else:
            rows.append(
                RuleSaid(code, table.name[language], table.kind.value, outcome, table.source, table.unconfirmed)
            )
    return tuple(sorted(rows, key=lambda row: (row.kind, row.name)))
