"""The report that these tests are about."""

from tests.factories.reporting import asked

__all__ = ["asked"]
