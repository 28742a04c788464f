"""The tables of the rules: the decree's kinds of documents, the words people read, what is unconfirmed."""

import pkgutil
import re
import unicodedata

import pytest

from haidang.domain.checks import rules
from haidang.domain.checks.findings import Severity
from haidang.domain.checks.tables import load

MODULES = sorted(module.name for module in pkgutil.iter_modules(rules.__path__))
OLD_MARKS = re.compile(r"o[áàảãạéèẻẽẹ]\b|(?<![qQ])u[ýỳỷỹỵ]\b")


def test_the_decree_names_29_kinds_of_documents_each_with_an_abbreviation_of_its_own() -> None:
    types = load("type_symbol").data["types"]
    assert len(types) == 29
    given = [abbreviation for abbreviation in types.values() if abbreviation]
    assert len(set(given)) == len(given) == 27


@pytest.mark.parametrize("module", MODULES)
def test_what_rests_on_an_unconfirmed_source_is_never_an_error(module: str) -> None:
    table = load(module)
    assert not (table.unconfirmed and table.severity is Severity.ERROR)
    assert table.source


@pytest.mark.parametrize("module", MODULES)
def test_the_words_of_a_rule_are_composed_and_ask_politely(module: str) -> None:
    table = load(module)
    for words in (table.name, *table.messages.values()):
        assert unicodedata.is_normalized("NFC", words["vi"])
        assert not re.search(r"\b(?:hãy|bạn)\b", words["vi"], re.IGNORECASE)
        assert not OLD_MARKS.search(words["vi"])
