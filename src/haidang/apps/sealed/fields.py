"""The two kinds of column; which there are is declared in `inventory.toml` and compared with the models by a test."""

from typing import Any

from django.db import models


class SealedField(models.TextField):
    """An envelope (`formats.sealed`): text that only a flow with the keys can open. Empty means: nothing known."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"default": "", "blank": True, **kwargs})


class TokenField(models.CharField):
    """The token of the sealed column of the same name without `_token`, for finding equal values."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"default": "", "blank": True, "max_length": 48, "db_index": True, **kwargs})
