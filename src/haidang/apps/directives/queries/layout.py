"""Where the text of a directive stands on the pages of its file."""

from uuid import UUID

from haidang.apps.directives import scope
from haidang.apps.directives.models import Layout
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.laid import Laid, Place, Sheet


def layout(viewer: Viewer, uuid: UUID) -> Laid | None:
    """Pages and places of the directive, without its text; None for a file without pages, or one not to be seen."""
    seen = scope.visible(viewer).filter(uuid=uuid).order_by().values("pk")
    row = Layout.objects.filter(province_id=viewer.province_id, directive__in=seen).first()
    if row is None:
        return None
    sheets = tuple(Sheet(width, height, scanned) for width, height, scanned in row.sheets)
    places = tuple(
        Place(start, end, page, (left, top, right, bottom), confidence)
        for start, end, page, left, top, right, bottom, confidence in row.places
    )
    return Laid("", row.form, sheets=sheets, places=places)
