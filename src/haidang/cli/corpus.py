"""`haidang corpus score`: how well the reader reads an office's own annotated texts, for people or as JSON."""

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from haidang.cli.corpus_folder import Pair, pairs
from haidang.cli.refusals import words
from haidang.cli.words import gettext_noop
from haidang.cli.words import say as _
from haidang.domain.directives.annotation import BY_PERSON
from haidang.domain.directives.as_json import to_json
from haidang.domain.directives.reader import read
from haidang.domain.directives.scoring import ASIDE, FIELDS, LISTS, SCALARS, Compared, Score, compare, interval, total
from haidang.domain.terms.intake import secrecy_stamp
from haidang.domain.terms.refusal import Refusal
from haidang.formats.opening import open_file

_NAMES = {
    "kind": gettext_noop("Kind"),
    "number": gettext_noop("Number"),
    "issuer": gettext_noop("Issuer"),
    "issuer_level": gettext_noop("Level of the issuer"),
    "place": gettext_noop("Place"),
    "date": gettext_noop("Date"),
    "title": gettext_noop("Title"),
    "theme": gettext_noop("Theme"),
    "signer": gettext_noop("Signer"),
    "legal_bases": gettext_noop("Acts cited"),
    "targets": gettext_noop("Targets"),
    "assignments": gettext_noop("Duties"),
    "windows": gettext_noop("Periods"),
    "reports": gettext_noop("Reports"),
    "recipients": gettext_noop("Recipients"),
    "support": gettext_noop("Cooperating"),
    "due": gettext_noop("Days of duties"),
    "report_by": gettext_noop("Who reports"),
}
# What entries hold besides what is compared.
_BESIDE = frozenset(("span", "when", "doubts", "text", "by_names", "before", "clause", "is_report", "origin", "what"))
_WIDTH, _COLUMN = 26, 11


@dataclass(frozen=True, slots=True)
class Scored:
    """One document with what was right in it; `sure` are its fields that a person answered for."""

    name: str
    compared: Compared
    sure: tuple[str, ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    acts = parser.add_subparsers(dest="act", required=True, metavar=_("COMMAND"))
    # Written out here for the help only: the words are handed over before they are read.
    acts.add_parser("export", help=_("Write confirmed directives with their corrections as texts and annotations"))
    score = acts.add_parser("score", help=_("Read annotated texts anew and count what is right"))
    score.add_argument("folder", type=Path, metavar=_("FOLDER"), help=_("texts with their annotations"))
    score.add_argument("--json", action="store_true", help=_("print JSON instead of a table"))
    score.add_argument("--misses", action="store_true", help=_("also print every difference"))


def run(options: argparse.Namespace) -> int:
    """Score. 0: all texts were read, whatever they scored; 1: one could not be; 2: there is nothing to score."""
    found = pairs(options.folder) if options.folder.is_dir() else ()
    if not found:
        return _complain(_("There are no annotated texts here."))
    scored, failed = [], False
    for pair in found:
        try:
            scored.append(_score(pair))
        except Refusal as refusal:
            failed = _complain(f"{pair.text.name}: " + words(refusal)) > 0
        except (OSError, ValueError):
            failed = _complain(f"{pair.gold.name}: " + _("The annotation or its text cannot be read.")) > 0
    if scored:
        print(_dump(scored, misses=options.misses) if options.json else _table(scored, misses=options.misses))
    return 1 if failed else 0


def _score(pair: Pair) -> Scored:
    gold = json.loads(pair.gold.read_text(encoding="utf-8"))
    if not isinstance(gold, dict):
        raise ValueError(pair.gold.name)
    laid = open_file(pair.text.read_bytes(), pair.text.name)
    if secrecy_stamp(laid.text):
        raise Refusal("directive.secret", "file")
    sure = BY_PERSON if gold.get("by_machine") else (*SCALARS, *LISTS)
    return Scored(pair.text.name, compare(gold, to_json(read(laid.text))), sure)


def _overall(scored: list[Scored]) -> list[Score]:
    return [one.compared.overall() for one in scored]


def _confirmed(scored: list[Scored]) -> list[Score]:
    return [one.compared.overall(one.sure) for one in scored]


def _field(scored: list[Scored], field: str) -> Score:
    return total(one.compared.scores[field] for one in scored)


def _dump(scored: list[Scored], *, misses: bool) -> str:
    said: dict[str, Any] = {
        "documents": len(scored),
        "fields": {field: _figures(_field(scored, field)) for field in FIELDS},
        "aside": list(ASIDE),
        "overall": _with_interval(_overall(scored)),
        "confirmed": _with_interval(_confirmed(scored)),
    }
    if misses:
        said["misses"] = [
            {"document": one.name, "field": miss.field, "expected": miss.expected, "found": miss.found}
            for one in scored
            for miss in one.compared.misses
        ]
    return json.dumps(said, ensure_ascii=False, indent=1)


def _figures(score: Score) -> dict[str, Any]:
    f1 = score.f1 if score.right or score.wrong or score.missed else None
    counts = {"right": score.right, "wrong": score.wrong, "missed": score.missed}
    return counts | {"precision": score.precision, "recall": score.recall, "f1": f1}


def _with_interval(scores: list[Score]) -> dict[str, Any]:
    between = interval(scores)
    return _figures(total(scores)) | {"interval": list(between) if between else None}


def _table(scored: list[Scored], *, misses: bool) -> str:
    lines = _differences(scored) if misses else []
    columns = (_("right"), _("wrong"), _("missed"), _("precision"), _("recall"), "F1")
    lines.append(" " * _WIDTH + "".join(f"{word:>{_COLUMN}}" for word in columns))
    for field in FIELDS:
        figures = _figures(_field(scored, field))
        mark = "*" if field in ASIDE else ""
        named = _named(field) + mark
        lines.append(f"{named:<{_WIDTH}}" + "".join(_cell(value) for value in figures.values()))
    lines.append("* " + _("only of entries that were found; not in the overall figure"))
    lines.append(_summed(_("Overall"), _overall(scored)))
    lines.append(_summed(_("What a person answered for"), _confirmed(scored)))
    lines.append(_("Documents: %(count)s", count=len(scored)))
    return "\n".join(lines)


def _summed(word: str, scores: list[Score]) -> str:
    between = interval(scores)
    line = f"{word}: F1 {total(scores).f1:.4f}"
    if between is None:
        return line
    return line + " " + _("(95%% interval %(low)s – %(high)s)", low=f"{between[0]:.4f}", high=f"{between[1]:.4f}")


def _cell(value: float | None) -> str:
    said = "–" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)
    return f"{said:>{_COLUMN}}"


def _differences(scored: list[Scored]) -> list[str]:
    expected, found = _("annotated"), _("read")
    lines = []
    for one in scored:
        for miss in one.compared.misses:
            lines.append(f"{one.name} · {_named(miss.field)}")
            lines.append(f"    {expected}: {_entry(miss.expected)}")
            lines.append(f"    {found}: {_entry(miss.found)}")
    return [*lines, ""] if lines else []


def _named(field: str) -> str:
    return _(_NAMES[field])


def _entry(value: Any) -> str:
    """What stands in an entry, as far as it is compared."""
    if isinstance(value, dict):
        value = {key: part for key, part in value.items() if key not in _BESIDE}
    return "—" if value is None else json.dumps(value, ensure_ascii=False)


def _complain(message: str) -> int:
    print(message, file=sys.stderr)
    return 2
