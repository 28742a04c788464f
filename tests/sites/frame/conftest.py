"""Vietnamese for what is printed outside any page."""

from collections.abc import Iterator

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def _vietnamese() -> Iterator[None]:
    """An earlier test's page may have left its language behind in this thread."""
    with translation.override("vi"):
        yield
