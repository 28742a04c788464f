"""A page of frozen rows, and how many there are in all."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core.paginator import Paginator

Row = TypeVar("Row")

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Listed(Generic[Row]):
    """The rows of one page, the number of all that match, this page's number and how many pages there are."""

    rows: tuple[Row, ...]
    total: int
    page: int
    pages: int

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)


def listed_page(found: Any, page: int, convert: Callable[[Sequence[Any]], Sequence[Row]]) -> Listed[Row]:
    """Cut one page out of `found` and turn its rows into frozen ones; a page that does not exist is the nearest."""
    shown = Paginator(found, PAGE_SIZE).get_page(page)
    rows = tuple(convert(list(shown.object_list)))
    return Listed(rows, shown.paginator.count, shown.number, shown.paginator.num_pages)
