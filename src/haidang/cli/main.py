"""The command `haidang`: one table of commands; each lives in a module of its own and is loaded when it is called."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

from haidang.cli.words import gettext_noop
from haidang.cli.words import say as _

# command → (module, what it does). A module offers `add_arguments(parser)` and `run(options) -> int`.
COMMANDS: dict[str, tuple[str, str]] = {
    "read": ("haidang.cli.read", gettext_noop("Read documents: outline, duties, dates, citations")),
    "check": (
        "haidang.cli.check",
        gettext_noop("Check documents: form, terms, dates, citations, spelling, competence"),
    ),
    "corpus": (
        "haidang.cli.corpus",
        gettext_noop("The office's own annotated texts: export them, score the reader by them"),
    ),
    "bench": ("haidang.cli.bench", gettext_noop("Measure the programme")),
}
# Commands that need the database are management commands; the words after the name are handed over as they are.
# A name of two words is one act of a command whose other acts need no database.
HANDED_OVER: dict[str, tuple[tuple[str, ...], str]] = {
    "ledger": (("ledger",), gettext_noop("Verify the ledger's chain")),
    "keys": (("keys",), gettext_noop("New keys for sealed fields; seal everything anew")),
    "corpus export": (
        ("corpus_export",),
        gettext_noop("Write confirmed directives with their corrections as texts and annotations"),
    ),
    "province begin": (
        ("province_begin",),
        gettext_noop("Lay a province's units of today and its first administrator"),
    ),
    "manage": ((), gettext_noop("Django's own commands")),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the answer is the exit code (0 well, 1 the input is at fault, 2 the call is)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for length in (2, 1):
        if (name := " ".join(given[:length])) in HANDED_OVER:
            return _hand_over(name, given[length:])
    parser = argparse.ArgumentParser(
        prog="haidang", description=_("Software against human trafficking for local government")
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar=_("COMMAND"))
    for name, (module, what) in COMMANDS.items():
        own = commands.add_parser(name, help=_(what), description=_(what))
        if given and given[0] == name:
            importlib.import_module(module).add_arguments(own)
    for name, handed in HANDED_OVER.items():
        if " " not in name:
            commands.add_parser(name, help=_(handed[1]))
    options = parser.parse_args(given)
    code: int = importlib.import_module(COMMANDS[options.command][0]).run(options)
    return code


def _hand_over(name: str, more: list[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "haidang.conf.settings")
    prefix = HANDED_OVER[name][0]
    importlib.import_module("django.core.management").execute_from_command_line(["haidang", *prefix, *more])
    return 0


if __name__ == "__main__":
    sys.exit(main())
