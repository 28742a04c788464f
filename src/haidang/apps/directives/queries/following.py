"""What plans and reports ask: the confirmed duties to make tasks of, and the line a duty comes from."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import F, Value
from django.db.models.functions import Greatest, Substr

from haidang.apps.directives import convert, scope
from haidang.apps.directives.models import Directive, Duty
from haidang.apps.directives.rows import ConfirmedDirective, SourceLine
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal
from haidang.domain.terms.text import squash

_PLACE = ("line", "excerpt", "start", "end")


def confirmed(viewer: Viewer, uuid: UUID) -> ConfirmedDirective:
    """The directive with its duties in order; raises Refusal `not_found`, or `directive.not_confirmed` before a person
    has confirmed them."""
    directive = scope.find(viewer, uuid)
    if directive.state != Directive.State.CONFIRMED:
        raise Refusal("directive.not_confirmed")
    reading = convert.read_facts(directive.readings.defer("payload").latest("made_at", "id"))
    return ConfirmedDirective(
        head=convert.head(directive),
        agency_uuid=directive.agency.uuid,
        theme=reading.head.theme or "",
        duties=tuple(convert.duty(row) for row in directive.duties.filter(deleted=False)),
        reports=reading.reports,
        windows=reading.windows,
        targets=reading.targets,
        citations=reading.citations,
        recipients=reading.head.recipients,
    )


def source_line(viewer: Viewer, duty_uuid: UUID) -> SourceLine:
    """Where a duty stands in its source; raises Refusal `not_found` when the viewer may not see the directive."""
    found = source_lines(viewer, (duty_uuid,))
    if duty_uuid not in found:
        raise Refusal("not_found")
    return found[duty_uuid]


def source_lines(viewer: Viewer, duty_uuids: Iterable[UUID]) -> dict[UUID, SourceLine]:
    """The same for many duties in one query; those of directives that the viewer may not see are left out."""
    rows = (
        Duty.objects.filter(
            province_id=viewer.province_id,
            uuid__in=set(duty_uuids),
            directive__in=scope.visible(viewer).order_by().values("pk"),
        )
        .annotate(
            excerpt=Substr("directive__text", F("start") + 1, Greatest(F("end") - F("start"), Value(0))),
        )
        .values_list("uuid", "directive__uuid", "directive__title", "directive__number", "clause", *_PLACE)
    )
    return {
        row[0]: SourceLine(row[0], row[1], row[2], row[3], row[4], row[5], squash(row[6] or ""), row[7], row[8])
        for row in rows
    }
