"""`haidang check`: what is wrong with documents, as a report for people or as JSON for programs."""

import argparse
import datetime as dt
import json
import os
import sys
from collections import Counter
from pathlib import Path

from haidang.cli.refusals import words
from haidang.cli.words import gettext_noop
from haidang.cli.words import say as _
from haidang.domain.checks.checker import RULES, as_json, check
from haidang.domain.checks.findings import Checked, Finding, Outcome, Severity
from haidang.domain.directives.reader import read
from haidang.domain.terms.intake import secrecy_stamp
from haidang.domain.terms.refusal import Refusal
from haidang.formats.opening import open_file

_SUFFIXES = frozenset((".txt", ".docx", ".odt", ".pdf", ".html", ".htm", ".doc", ".rtf", ".png", ".jpg", ".jpeg"))
_SEVERITIES = {
    Severity.ERROR: gettext_noop("error"),
    Severity.WARNING: gettext_noop("warning"),
    Severity.NOTE: gettext_noop("note"),
}
_OUTCOMES = {
    Outcome.PASS: gettext_noop("passed"),
    Outcome.FAIL: gettext_noop("failed"),
    Outcome.NOT_APPLICABLE: gettext_noop("not applicable"),
    Outcome.NOT_EVALUATED: gettext_noop("not evaluated"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar=_("FILE"), help=_("documents, or one folder of documents")
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON instead of a report"))
    parser.add_argument(
        "--out", type=Path, metavar=_("FOLDER"), help=_("with --json: one file per document, same name")
    )
    parser.add_argument("--rules", action="store_true", help=_("also print what each rule says"))
    parser.add_argument(
        "--today", type=dt.date.fromisoformat, metavar=_("DAY"), help=_("the day of the check, YYYY-MM-DD")
    )


def run(options: argparse.Namespace) -> int:
    """Check the documents. 0: all were checked, whatever was found; 1: one could not be read; 2: the call is wrong."""
    if options.out and not options.json:
        return _complain(_("--out needs --json."))
    paths = _documents(options.paths)
    if not paths:
        return _complain(_("There is no document here."))
    today = options.today or dt.datetime.now().astimezone().date()
    failed, shown = False, {}
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
    for path in paths:
        try:
            checked = _check_file(path, today)
        except Refusal as refusal:
            _complain(f"{path.name}: " + words(refusal))
            failed = True
            continue
        except OSError:
            _complain(f"{path.name}: " + _("The file cannot be opened. Check that you may read it."))
            failed = True
            continue
        if options.out:
            (options.out / f"{path.stem}.json").write_text(_dump(as_json(checked)) + "\n", encoding="utf-8")
        elif options.json:
            shown[path.name] = as_json(checked)
        else:
            print(_report(path.name, checked, rules=options.rules))
    if shown:
        print(_dump(shown if len(paths) > 1 else next(iter(shown.values()))))
    return 1 if failed else 0


def _documents(paths: list[Path]) -> list[Path]:
    """The files named, and of a folder those whose names end as documents' do."""
    found: list[Path] = []
    for path in paths:
        inside = (
            sorted(file for file in path.iterdir() if file.suffix.lower() in _SUFFIXES) if path.is_dir() else [path]
        )
        found += inside
    return found


def _check_file(path: Path, today: dt.date) -> Checked:
    laid = open_file(path.read_bytes(), path.name)
    if secrecy_stamp(laid.text):
        raise Refusal("directive.secret", "file")
    return check(read(laid.text), today=today, scanned=laid.scanned, language=_language())


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _complain(message: str) -> int:
    print(message, file=sys.stderr)
    return 2


def _report(name: str, checked: Checked, *, rules: bool) -> str:
    """The findings for people, then how many rules said what."""
    weights = Counter(finding.severity for finding in checked.findings)
    heading = [_counted(_(_SEVERITIES[severity]), weights[severity]) for severity in Severity]
    lines = [f"── {name} · {' · '.join(heading)}", ""]
    for finding in checked.findings:
        lines += [*_finding(finding), ""]
    said = Counter(checked.outcomes.values())
    lines.append(_("Rules") + ": " + " · ".join(_counted(_(_OUTCOMES[outcome]), said[outcome]) for outcome in Outcome))
    if rules:
        order = sorted(checked.outcomes.items(), key=lambda item: (list(Outcome).index(item[1]), item[0]))
        lines += [_counted("  " + _(_OUTCOMES[outcome]), f"{_named(code)} ({code})") for code, outcome in order]
    return "\n".join(lines) + "\n"


def _finding(finding: Finding) -> list[str]:
    place = _("line %(line)s", line=finding.line) if finding.line else _("the whole document")
    said = finding.found + (f" → {finding.expected}" if finding.expected else "")
    weight, rests = _(_SEVERITIES[finding.severity]), _("Rests on")
    return [
        f"{place} · {weight} · {said}",
        f"    {finding.message}",
        f"    {rests}: {finding.source} [{finding.rule}]",
    ]


def _counted(word: str, count: object) -> str:
    return f"{word}: {count}"


def _named(code: str) -> str:
    return RULES[code][0].name[_language()]


def _language() -> str:
    return "en" if os.environ.get("HAIDANG_LANGUAGE", "vi") == "en" else "vi"
