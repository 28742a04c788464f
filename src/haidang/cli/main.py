"""The command `haidang`: one table of commands; each lives in a module of its own and is loaded when it is called."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

from haidang.cli.words import say

# command → (module, what it does). A module offers `add_arguments(parser)` and `run(options) -> int`.
COMMANDS: dict[str, tuple[str, str]] = {
    "read": ("haidang.cli.read", "Read documents: outline, duties, dates, citations"),
    "bench": ("haidang.cli.bench", "Measure the programme"),
}
# Commands that need the database are management commands; the words after the name are handed over as they are.
HANDED_OVER: dict[str, tuple[tuple[str, ...], str]] = {
    "ledger": (("ledger",), "Verify the ledger's chain"),
    "manage": ((), "Django's own commands"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the answer is the exit code (0 well, 1 the input is at fault, 2 the call is)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given[0] in HANDED_OVER:
        return _hand_over(given)
    parser = argparse.ArgumentParser(
        prog="haidang", description=say("Software against human trafficking for local government")
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar=say("COMMAND"))
    for name, (module, what) in COMMANDS.items():
        own = commands.add_parser(name, help=say(what), description=say(what))
        if given and given[0] == name:
            importlib.import_module(module).add_arguments(own)
    for name, (_, what) in HANDED_OVER.items():
        commands.add_parser(name, help=say(what))
    options = parser.parse_args(given)
    module, _ = COMMANDS[options.command]
    code: int = importlib.import_module(module).run(options)
    return code


def _hand_over(given: list[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "haidang.conf.settings")
    prefix, _ = HANDED_OVER[given[0]]
    importlib.import_module("django.core.management").execute_from_command_line(["haidang", *prefix, *given[1:]])
    return 0


if __name__ == "__main__":
    sys.exit(main())
