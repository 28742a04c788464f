"""What every template of the frame needs; costs no query."""

from django.conf import settings
from django.http import HttpRequest

from haidang.sites.office.frame.rooms import rooms_for


def frame(request: HttpRequest) -> dict[str, object]:
    """Viewer, day and rooms. Empty when nobody is known yet: errors can happen before anyone is asked."""
    viewer = getattr(request, "viewer", None)
    return {
        "viewer": viewer,
        "today": getattr(request, "today", None),
        "rooms": rooms_for(viewer, request.path) if viewer else (),
        "demonstration": settings.DEMONSTRATION,
    }
