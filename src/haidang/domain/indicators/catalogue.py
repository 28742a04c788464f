"""What is counted (chỉ tiêu báo cáo) and which forms ask for it; dated, sourced data beside this file."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from haidang.domain.terms.refusal import Refusal

# The form a request gets when nobody has chosen another.
DEFAULT_FORM = "counter_trafficking"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator: what is counted and in which unit (người and lượt người are different units).

    `whole` means that only whole numbers make sense; `group` is the heading it stands under in entry forms.
    """

    code: str
    name: str
    unit: str
    whole: bool
    group: str
    valid_from: date
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Relation:
    """That the figure of `smaller` is usually not above that of `larger` in the same report."""

    smaller: str
    larger: str


@dataclass(frozen=True, slots=True)
class Form:
    """A table of indicators that a report request asks for, in the order in which they are printed."""

    code: str
    name: str
    valid_from: date
    source: str
    confidence: str
    indicators: tuple[Indicator, ...]
    relations: tuple[Relation, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of its indicators, in order."""
        return tuple(indicator.code for indicator in self.indicators)


def forms() -> tuple[Form, ...]:
    """All forms, by code."""
    return tuple(_forms().values())


def form(code: str) -> Form:
    """The form with this code. Raises `Refusal("form.unknown")`."""
    if code not in _forms():
        raise Refusal("form.unknown", "form")
    return _forms()[code]


def indicator(code: str) -> Indicator:
    """The indicator with this code. Raises `Refusal("indicator.unknown")`."""
    if code not in _indicators():
        raise Refusal("indicator.unknown", "indicator")
    return _indicators()[code]


@cache
def _forms() -> dict[str, Form]:
    folder = resources.files(__package__).joinpath("data")
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)
    found = [_read(tomllib.loads(file.read_text(encoding="utf-8"))) for file in files]
    return {form.code: form for form in found}


@cache
def _indicators() -> dict[str, Indicator]:
    return {indicator.code: indicator for form in forms() for indicator in form.indicators}


def _read(data: dict[str, Any]) -> Form:
    """A form from its data; whatever a definition leaves out it takes from the form. A broken file stops the start."""
    shared = {key: data[key] for key in ("valid_from", "source", "confidence")}
    indicators = tuple(Indicator(**{"whole": True, **shared, **row}) for row in data["indicators"])
    relations = tuple(Relation(**row) for row in data.get("relations", []))
    codes = [indicator.code for indicator in indicators]
    named = {code for relation in relations for code in (relation.smaller, relation.larger)}
    if len(set(codes)) != len(codes) or not named <= set(codes):
        raise ValueError(f"form {data['code']}: an indicator is defined twice or a relation names an unknown one")
    return Form(data["code"], data["name"], indicators=indicators, relations=relations, **shared)
