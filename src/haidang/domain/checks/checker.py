"""Run every rule over one document: the one entrance of this room."""

import datetime as dt
import pkgutil
from collections.abc import Callable, Iterable
from importlib import import_module

from haidang.domain.checks import rules
from haidang.domain.checks.findings import Checked, Finding, Kind, Outcome, Paper, Severity, Slip, paper
from haidang.domain.checks.tables import Table, load
from haidang.domain.directives.reading import Reading

RULEBOOK = "2026.1"
Check = Callable[[Paper, Table], Iterable[Slip] | Outcome]

_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}
_UNCONFIRMED = {
    "vi": " (căn cứ pháp lý của quy tắc này chưa được xác nhận)",
    "en": " (the legal source of this rule is not confirmed)",
}


def _rules() -> dict[str, tuple[Table, Check]]:
    found: dict[str, tuple[Table, Check]] = {}
    for module in sorted(m.name for m in pkgutil.iter_modules(rules.__path__)):
        table = load(module)
        found[table.code] = (table, import_module(f"{rules.__name__}.{module}").check)
    return found


RULES = _rules()


def check(reading: Reading, *, today: dt.date, scanned: bool = False, language: str = "vi") -> Checked:
    """Check one document. Pure; `today` is used only where the document bears no date of its own.

    A rule that was not in force on the document's day is not applicable. Words are in `language` (`vi` or `en`).
    """
    document = paper(reading, today=today, scanned=scanned)
    findings: list[Finding] = []
    outcomes: dict[str, Outcome] = {}
    for code, (table, rule) in RULES.items():
        if not table.in_force(document.day):
            outcomes[code] = Outcome.NOT_APPLICABLE
            continue
        said = rule(document, table)
        if isinstance(said, Outcome):
            outcomes[code] = said
            continue
        slips = list(said)
        outcomes[code] = Outcome.FAIL if slips else Outcome.PASS
        findings += [_finding(document, table, slip, language) for slip in slips]
    findings = _once(findings)
    findings.sort(key=lambda f: (f.line is not None, f.line or 0, f.start or 0, f.rule))
    return Checked(tuple(findings), outcomes, RULEBOOK)


def _once(findings: list[Finding]) -> list[Finding]:
    """Without what repeats: a slip of spelling found twice in a place, a hint where something graver of its kind is."""
    kept: list[Finding] = []
    for one in sorted(findings, key=lambda f: (_WEIGHT[f.severity], (f.end or 0) - (f.start or 0), f.rule)):
        over = [f for f in kept if f.kind is one.kind and _overlap(f, one)]
        lighter = any(_WEIGHT[f.severity] < _WEIGHT[one.severity] for f in over) and one.severity is Severity.NOTE
        if not lighter and not (over and one.kind is Kind.SPELLING):
            kept.append(one)
    return kept


def _overlap(one: Finding, other: Finding) -> bool:
    if one.start is None or other.start is None or one.end is None or other.end is None:
        return False
    return one.start < other.end and other.start < one.end


def _finding(document: Paper, table: Table, slip: Slip, language: str) -> Finding:
    words = table.messages[slip.message][language].format(
        found=slip.found, expected=slip.expected or "", **slip.values
    ) + (_UNCONFIRMED[language] if table.unconfirmed else "")
    line = None if slip.start is None else document.line_at(slip.start)
    return Finding(
        line, table.kind, slip.found, slip.expected, words, table.code, table.severity, table.source,
        table.unconfirmed, slip.start, slip.end,
    )  # fmt: skip


def as_json(checked: Checked) -> list[dict[str, object]]:
    """The findings as the command prints them: a bare list."""
    return [
        {
            "line": f.line,
            "kind": f.kind.value,
            "found": f.found,
            "expected": f.expected,
            "message": f.message,
            "rule": f.rule,
            "severity": f.severity.value,
            "source": f.source,
        }
        for f in checked.findings
    ]
