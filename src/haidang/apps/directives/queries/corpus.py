"""Confirmed directives, what was read in them and what became of it: what an office's test set is made of."""

from haidang.apps.directives import convert
from haidang.apps.directives.models import Directive
from haidang.apps.directives.rows import ReadDirective
from haidang.domain.access.viewer import Act, Viewer, require


def read_and_confirmed(viewer: Viewer | None) -> tuple[ReadDirective, ...]:
    """Those that the viewer's own agency registered, oldest first; of every agency for the machine's operator (None).

    Raises Refusal `not_allowed` for whoever may not correct duties.
    """
    found = Directive.objects.filter(state=Directive.State.CONFIRMED)
    if viewer is not None:
        require(viewer, Act.EDIT_DUTIES)
        found = found.filter(province_id=viewer.province_id, agency_id=viewer.agency_id)
    return tuple(_row(row) for row in found.order_by("pk").defer("folded").prefetch_related("duties"))


def _row(directive: Directive) -> ReadDirective:
    return ReadDirective(
        province_id=directive.province_id,
        head=convert.head(directive),
        reading=convert.whole(directive.readings.latest("made_at", "id"), directive.text),
        duties=tuple(convert.duty(row) for row in directive.duties.all()),
    )
