"""Where in the reading view something stands."""

from uuid import UUID

from django.urls import reverse


def reading_address(
    uuid: UUID, *, line: int | None = None, duty: UUID | None = None, finding: UUID | None = None
) -> str:
    """The reading view of a document, at a line or at the card of a duty or finding, on the sheet where that stands."""
    address = reverse("office:directive", kwargs={"uuid": uuid})
    if finding is not None:
        return f"{address}?phat-hien={finding}#f-{finding}"
    if duty is not None:
        return f"{address}?noi-dung={duty}#d-{duty}"
    return f"{address}?dong={line}#dong-{line}" if line is not None else address
