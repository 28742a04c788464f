"""Units by their paths, and life spans."""

from datetime import date

from django.db import connection
from django.db.models import Q, QuerySet

from haidang.apps.people.models import Unit


def in_force(since: str, until: str, day: date) -> Q:
    """Rows whose life span, both ends open when null, holds `day`."""
    return (Q(**{f"{since}__lte": day}) | Q(**{f"{since}__isnull": True})) & (
        Q(**{f"{until}__gte": day}) | Q(**{f"{until}__isnull": True})
    )


def subtree(path: str) -> QuerySet[Unit]:
    """The unit at `path` and every unit below it: one range of the index (no path goes on with `0` after its `/`)."""
    if connection.vendor == "postgresql":
        # Comparing by the rules of a language leaves `/` out; the pattern goes by the index made for patterns.
        return Unit.objects.filter(path__startswith=path)
    return Unit.objects.filter(path__gte=path, path__lt=f"{path[:-1]}0")


def ancestors(path: str) -> QuerySet[Unit]:
    """The units above the one at `path`, the topmost first."""
    above = [int(pk) for pk in path.split("/")[:-2]]
    return Unit.objects.filter(pk__in=above).order_by("path")
