"""A page of database rows turned into a page of frozen rows."""

from typing import Any, TypeVar

from django.core.paginator import Page

Row = TypeVar("Row")


def with_rows(page: Page[Any], rows: list[Row]) -> Page[Row]:
    """The same page of the same whole, showing `rows`."""
    return Page(rows, page.number, page.paginator)
