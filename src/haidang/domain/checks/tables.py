"""The table of one rule: what it is called, how much it weighs, what it rests on, its words; checked when loaded."""

import datetime as dt
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any

from haidang.domain.checks.findings import Kind, Severity

# `practice`: a slip of the pen or common sense, no law needed. `unconfirmed`: a source we have not seen.
CONFIDENCES = ("confirmed", "reported", "practice", "unconfirmed")
LANGUAGES = ("vi", "en")


class TableError(ValueError):
    """A rule's table contradicts itself; the program must not start with it."""


@dataclass(frozen=True, slots=True)
class Table:
    """`messages` maps a message's name to its words by language; `data` is whatever else the rule's file holds."""

    code: str
    kind: Kind
    severity: Severity
    confidence: str
    source: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    name: dict[str, str]
    messages: dict[str, dict[str, str]]
    data: dict[str, Any]

    @property
    def unconfirmed(self) -> bool:
        """Whether it rests on a source nobody of us has seen."""
        return self.confidence == "unconfirmed"

    def in_force(self, day: dt.date) -> bool:
        """Whether the rule holds for a document of that day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


def load(name: str) -> Table:
    """The table `data/NAME.toml`. Raises `TableError` when it lacks something or an unconfirmed rule is an error."""
    raw = tomllib.loads(resources.files("haidang.domain.checks").joinpath("data", f"{name}.toml").read_text("utf-8"))
    try:
        table = Table(
            code=raw.pop("code"),
            kind=Kind(raw.pop("kind")),
            severity=Severity(raw.pop("severity")),
            confidence=raw.pop("confidence"),
            source=raw.pop("source"),
            valid_from=raw.pop("valid_from", None),
            valid_to=raw.pop("valid_to", None),
            name=raw.pop("name"),
            messages=raw.pop("messages"),
            data=raw,
        )
    except (KeyError, ValueError) as problem:
        raise TableError(f"{name}: {problem}") from problem
    if table.confidence not in CONFIDENCES:
        raise TableError(f"{name}: confidence {table.confidence!r}")
    if table.unconfirmed and table.severity is Severity.ERROR:
        raise TableError(f"{name}: what is not confirmed never blocks")
    if "default" not in table.messages or any(set(LANGUAGES) - set(m) for m in (table.name, *table.messages.values())):
        raise TableError(f"{name}: words are missing")
    return table
