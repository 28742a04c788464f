"""The people of the journeys, signed in."""

from collections.abc import Callable

import pytest
from playwright.sync_api import StorageState

from tests.journeys.people import Person
from tests.journeys.story import Cast


@pytest.fixture(scope="session")
def sessions() -> dict[str, StorageState]:
    """Who has signed in so far, with the session's cookies."""
    return {}


@pytest.fixture
def cast(person: Callable[..., Person], sessions: dict[str, StorageState]) -> Cast:
    """The people of the demonstration by user name: `cast("thuongtruc")`."""
    return Cast(person, sessions)
