"""`haidang read`: print what the reader finds in documents, as an outline for people or as JSON for programs."""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from haidang.cli.progress import Progress
from haidang.cli.refusals import words
from haidang.cli.words import gettext_noop
from haidang.cli.words import say as _
from haidang.domain.directives.as_json import to_json
from haidang.domain.directives.reader import read
from haidang.domain.directives.reading import Citation, Due, DueKind, Duty, Reading
from haidang.domain.directives.scanned import for_a_person, with_doubts
from haidang.domain.directives.wordlists import KIND_NAMES
from haidang.domain.terms.dates import from_iso
from haidang.domain.terms.intake import secrecy_stamp
from haidang.domain.terms.numbers import format_number
from haidang.domain.terms.refusal import Refusal
from haidang.formats.opening import SUFFIXES, open_file

_RHYTHMS = {
    "day": gettext_noop("every day"),
    "week": gettext_noop("every week"),
    "month": gettext_noop("every month"),
    "quarter": gettext_noop("every quarter"),
    "half": gettext_noop("every six months"),
    "nine_months": gettext_noop("every nine months"),
    "year": gettext_noop("every year"),
}
# Parts, numbers and letters; bullets are the duties' own level.
LOWEST_HEADING = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar=_("FILE"), help=_("documents, or one folder of documents")
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON instead of an outline"))
    parser.add_argument(
        "--out", type=Path, metavar=_("FOLDER"), help=_("with --json: one file per document, same name")
    )


def run(options: argparse.Namespace) -> int:
    """Read the documents; what cannot be read is named on stderr and the exit code is 1, the others are still read."""
    if options.out and not options.json:
        return _complain(_("--out needs --json."))
    paths = _documents(options.paths)
    if not paths:
        return _complain(_("There is no document here."))
    several = len(paths) > 1 and not options.out
    failed, shown, names = False, [], _out_names(paths)
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
    for path in paths:
        try:
            reading = _read_file(path)
        except Refusal as refusal:
            _complain(_named(path, words(refusal)))
            failed = True
            continue
        except FileNotFoundError:
            _complain(_named(path, _("There is no such file.")))
            failed = True
            continue
        except OSError:
            _complain(_named(path, _("The file cannot be opened. Check that you may read it.")))
            failed = True
            continue
        if options.out:
            (options.out / names[path]).write_text(_dump(to_json(reading)) + "\n", encoding="utf-8")
        elif options.json:
            shown.append({"source": path.name, **to_json(reading)})
        else:
            print(_outline(path.name, reading))
    if options.json and not options.out and shown:
        print(_dump(shown if several else shown[0]))
    return 1 if failed else 0


def _documents(paths: list[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        found += _inside(path) if path.is_dir() else [path]
    return found


def _inside(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES and path.is_file())


def _out_names(paths: list[Path]) -> dict[Path, str]:
    """The name of each result: that of the document, with its ending where two documents differ in nothing else."""
    stems = Counter(path.stem for path in paths)
    return {path: f"{path.stem if stems[path.stem] == 1 else path.name}.json" for path in paths}


def _read_file(path: Path) -> Reading:
    progress = Progress(path.name)
    try:
        laid = open_file(path.read_bytes(), path.name, progress)
    finally:
        progress.close()
    if secrecy_stamp(laid.text):
        raise Refusal("directive.secret", "file")
    return for_a_person(with_doubts(read(laid.text), laid), laid)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _named(path: Path, message: str) -> str:
    return f"{path.name}: {message}"


def _line(word: str, value: str, *, indent: int = 0) -> str:
    return f"{' ' * indent}{word}: {value}"


def _complain(message: str) -> int:
    print(message, file=sys.stderr)
    return 2


def _outline(name: str, reading: Reading) -> str:
    """The reading for people: head, duties with who and when, doubts."""
    head = reading.head
    lines = [f"── {name}"]
    facts = [
        (_("Kind"), _kind(head.kind)),
        (_("Number"), head.number),
        (_("Issuer"), head.issuer),
        (_("Date"), head.date and from_iso(head.date).printed()),
        (_("Title"), head.title),
        (_("Theme"), head.theme),
        (_("Signer"), head.signer),
    ]
    lines += [f"{label}: {value or '—'}" for label, value in facts]
    lines += [_line(_("Cites"), _cited(act)) for act in reading.citations]
    lines.append("")
    lines += _body(reading)
    for report in reading.reports:
        via = _(" (through %(body)s)", body=report.via) if report.via else ""
        lines.append(_line(_("Report"), f"{report.period}, {_day(report.due)} → {report.to}{via}"))
    lines += [_line(_("Target"), f"{t.op} {format_number(t.value)} {t.unit}") for t in reading.targets]
    lines += [_line(_("Window"), f"{_day(w.start)} – {_day(w.end)}") for w in reading.windows]
    lines += _beside(reading)
    lines += [f"? {doubt.code} {doubt.words}".rstrip() for doubt in reading.doubts]
    return "\n".join(lines) + "\n"


def _beside(reading: Reading) -> list[str]:
    """What the document says beside its duties: phases, messages, hotlines, money."""
    lines = [_line(_("Phase"), f"{p.first} – {p.last}: {p.text}") for p in reading.phases]
    lines += [_line(_("Text message"), f"“{m.text}” ({m.sender or '—'})") for m in reading.messages]
    lines += [_line(_("Hotline"), h.number) for h in reading.hotlines]
    for money in reading.money:
        amount = format_number(money.amount) if money.amount else "—"
        lines.append(_line(_("Funds"), f"{amount} ({', '.join(money.sources) or '—'})"))
    return lines


def _body(reading: Reading) -> list[str]:
    """Headings and duties in the order of the text; a heading that is itself a duty is shown once, as the duty."""
    taken = {duty.span.line for duty in reading.duties}
    pieces = [(duty.span.start, _duty(duty)) for duty in reading.duties]
    for heading in reading.outline:
        if heading.level <= LOWEST_HEADING and heading.span.line not in taken:
            pieces.append(
                (heading.span.start, [f"{'  ' * (heading.level - 1)}{heading.label} {heading.text}".rstrip()])
            )
    return [line for _start, lines in sorted(pieces, key=lambda piece: piece[0]) for line in lines]


def _duty(duty: Duty) -> list[str]:
    place = _("line %(line)s", line=duty.span.line)
    lines = [f"    • {duty.text}", f"      {duty.clause or '—'} ({place})"]
    lines.append(_line(_("Lead"), "; ".join(duty.leads), indent=6))
    if duty.supports:
        lines.append(_line(_("Cooperating"), "; ".join(duty.supports), indent=6))
    lines.append(_line(_("When"), _when(duty.due), indent=6))
    return lines + [f"      ? {doubt.code} {doubt.words}".rstrip() for doubt in duty.doubts]


def _kind(code: str | None) -> str | None:
    return KIND_NAMES[code].capitalize() if code else None


def _cited(act: Citation) -> str:
    number = f" {act.number}" if act.number else ""
    return f"{_kind(act.kind)}{number}{f' ({_day(act.date)})' if act.date else ''}"


def _day(iso: str | None) -> str:
    return from_iso(iso).printed() if iso else "—"


def _when(due: Due) -> str:
    if due.kind is DueKind.DATE:
        return _("before %(day)s", day=_day(due.printed)) if due.before else _day(due.printed)
    if due.kind is DueKind.RHYTHM and due.rhythm:
        return _(_RHYTHMS[due.rhythm])
    return _("throughout")
