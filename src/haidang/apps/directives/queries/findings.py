"""What the check found in a directive, and the latest check itself."""

from uuid import UUID

from django.db.models import Q, QuerySet

from haidang.apps.directives import convert, scope
from haidang.apps.directives.models import Check, Finding
from haidang.apps.directives.rows import CheckRow, FindingPlace, FindingRow
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal


def findings(viewer: Viewer, uuid: UUID, start: int = 0, end: int | None = None) -> tuple[FindingRow, ...]:
    """Findings that begin in the characters `start` to `end` of the text; all of them without an end.

    What concerns the whole document counts as standing at its beginning. Empty when the directive is not visible.
    """
    found = _findings(viewer, uuid)
    if end is not None:
        here = Q(start__gte=start, start__lt=max(end, 1))
        found = found.filter(here | Q(start__isnull=True) if start == 0 else here)
    return tuple(convert.finding(row) for row in found.select_related("decided_by"))


def finding(viewer: Viewer, uuid: UUID, finding_uuid: UUID) -> FindingRow:
    """One finding of a directive; raises Refusal `not_found`."""
    found = _findings(viewer, uuid).filter(uuid=finding_uuid).select_related("decided_by").first()
    if found is None:
        raise Refusal("not_found")
    return convert.finding(found)


def finding_places(viewer: Viewer, uuid: UUID) -> tuple[FindingPlace, ...]:
    """Where all findings stand, and which are open."""
    rows = _findings(viewer, uuid).values_list("start", "severity", "state")
    return tuple(FindingPlace(start, severity, state == Finding.State.OPEN) for start, severity, state in rows)


def last_check(viewer: Viewer, uuid: UUID) -> CheckRow | None:
    """The latest check of a directive; None before the first one, or when the directive is not visible."""
    seen = scope.visible(viewer).filter(uuid=uuid).order_by().values("pk")
    found = Check.objects.filter(directive__in=seen).select_related("checked_by").order_by("-id").first()
    if found is None:
        return None
    return CheckRow(found.rulebook, found.outcomes, found.checked_by.full_name, found.checked_at)


def _findings(viewer: Viewer, uuid: UUID) -> QuerySet[Finding]:
    seen = scope.visible(viewer).filter(uuid=uuid).order_by().values("pk")
    return Finding.objects.filter(province_id=viewer.province_id, directive__in=seen, stands=True)
