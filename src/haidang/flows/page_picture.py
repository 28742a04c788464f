"""A page of a directive's file as a picture, for whoever may read the directive."""

from uuid import UUID

from haidang.apps.directives import queries
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal
from haidang.formats import registry

# Wide enough to read small print on a large screen, and light enough for a weak line.
WIDTH = 1100


def page_picture(*, actor: Viewer, directive_uuid: UUID, page: int) -> bytes:
    """Page number `page` (from 1) as PNG. Refuses `not_found`, the same for no such page and for no right to see it."""
    data, label = queries.source(actor, directive_uuid)
    try:
        return registry.picture(registry.recognise(data, label), data, page, WIDTH)
    except Refusal as refusal:
        raise Refusal("not_found") from refusal
