"""The declared list of protected columns is the truth about the models."""

import re

from django.apps import apps

from haidang.apps.sealed.fields import SealedField, TokenField
from haidang.apps.sealed.rows import inventory, model_of

# What a column about a person is called; one that is not sealed must say here why.
PERSONAL = re.compile(r"(?:^|_)(?:phone|email|address|birth\w*|id_number|citizen\w*|passport|bank\w*)(?:_|$)")


def test_every_sealed_column_is_declared_and_every_declared_column_is_sealed() -> None:
    ours = [model for model in apps.get_models() if model.__module__.startswith("haidang.")]
    sealed = {
        (model._meta.db_table, field.name)
        for model in ours
        for field in model._meta.get_fields()
        if isinstance(field, SealedField)
    }
    assert sealed == {(column.table, column.column) for column in inventory()}


def test_tokens_stand_where_the_inventory_says_how_values_compare() -> None:
    for column in inventory():
        names = {field.name for field in model_of(column)._meta.get_fields() if isinstance(field, TokenField)}
        assert (f"{column.column}_token" in names) is bool(column.compared)


def test_no_column_named_after_a_persons_particulars_is_kept_open() -> None:
    open_columns = [
        (model._meta.db_table, field.name)
        for model in apps.get_models()
        if model.__module__.startswith("haidang.")
        for field in model._meta.concrete_fields
        if PERSONAL.search(field.name) and not isinstance(field, SealedField | TokenField)
    ]
    assert open_columns == []
