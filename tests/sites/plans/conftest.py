"""A plan drafted and a plan issued, for tests of pages."""

from uuid import UUID

import pytest

from tests.factories import planning
from tests.factories.cast import NOW, Cast
from tests.factories.directing import confirmed_directive


@pytest.fixture
def issued(cast: Cast) -> UUID:
    """A plan from a directive, issued as 31/KH-UBND."""
    return planning.issued(cast, confirmed_directive(cast["standing"], NOW))


@pytest.fixture
def drafted(cast: Cast) -> UUID:
    """A plan in draft with one duty that nobody owns."""
    return planning.draft(cast, confirmed_directive(cast["standing"], NOW, number="09/KH-BCĐ"))
