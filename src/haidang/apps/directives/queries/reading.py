"""One directive with what was read in it, and its duties as a person left them: the reading view."""

from uuid import UUID

from django.db.models import QuerySet

from haidang.apps.directives import convert, scope
from haidang.apps.directives.models import Directive, Duty
from haidang.apps.directives.rows import DirectiveView, DutyRow, Place
from haidang.apps.files.services import content
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal


def view(viewer: Viewer, uuid: UUID) -> DirectiveView:
    """The directive for its reading view; raises Refusal `not_found`."""
    directive = scope.find(viewer, uuid)
    reading = convert.read_facts(directive.readings.defer("payload").latest("made_at", "id"))
    works = scope.works_on(viewer, directive)
    confirmed = directive.state == Directive.State.CONFIRMED
    last = directive.edits.filter(undone=False).order_by("-number").values_list("act", flat=True).first()
    return DirectiveView(
        head=convert.head(directive),
        text=directive.text,
        encoding=directive.encoding,
        agency_name=directive.agency.name,
        theme=reading.head.theme or "",
        signer=reading.head.signer or "",
        recipients=reading.head.recipients,
        doubts=convert.doubts(directive.doubts),
        places=_places(directive),
        reports=reading.reports,
        windows=reading.windows,
        targets=reading.targets,
        citations=reading.citations,
        phases=reading.phases,
        messages=reading.messages,
        hotlines=reading.hotlines,
        money=reading.money,
        revision=directive.revision,
        confirmed=confirmed,
        confirmed_by=directive.confirmed_by.full_name if directive.confirmed_by else "",
        confirmed_at=directive.confirmed_at,
        doubts_accepted=directive.doubts_accepted,
        editable=works and not confirmed,
        adds=works,
        can_undo=works and not confirmed and last is not None,
        last_edit=last or "",
    )


def duties(viewer: Viewer, uuid: UUID, start: int = 0, end: int | None = None) -> tuple[DutyRow, ...]:
    """Duties that touch the characters `start` to `end` of the text, removed ones included; all of them without an end.

    A duty that stands nowhere in the text counts as standing at its beginning. Empty when the directive is not visible.
    """
    found = _duties(viewer, uuid)
    if end is not None:
        # From the character before: a duty of no length lies on the sheet that it points to.
        found = found.filter(start__lt=max(end, 1), end__gte=start)
    return tuple(convert.duty(row) for row in found)


def unsure(viewer: Viewer, uuid: UUID, limit: int) -> tuple[DutyRow, ...]:
    """The first duties that somebody should still look at."""
    found = _duties(viewer, uuid).filter(deleted=False, doubts_settled=False).exclude(doubts=[])
    return tuple(convert.duty(row) for row in found[:limit])


def duty(viewer: Viewer, uuid: UUID, duty_uuid: UUID) -> DutyRow:
    """One duty of a directive; raises Refusal `not_found`."""
    found = _duties(viewer, uuid).filter(uuid=duty_uuid).first()
    if found is None:
        raise Refusal("not_found")
    return convert.duty(found)


def near(viewer: Viewer, uuid: UUID, position: float, limit: int) -> tuple[DutyRow, ...]:
    """Duties that stand round a position: up to `limit` after it, then as many before it, nearest first."""
    standing = _duties(viewer, uuid).filter(deleted=False)
    after = standing.filter(position__gt=position)[:limit]
    before = standing.filter(position__lt=position).order_by("-position", "-id")[:limit]
    return tuple(convert.duty(row) for row in (*after, *before))


def source(viewer: Viewer, uuid: UUID) -> tuple[bytes, str]:
    """The file as it was handed in and the name it is shown under; raises Refusal `not_found`."""
    stored = scope.find(viewer, uuid).source
    return content(stored.uuid), stored.label


def registered(viewer: Viewer, digest: str) -> UUID | None:
    """The directive with exactly this text that the viewer's agency registered before, if any."""
    same = Directive.objects.filter(province_id=viewer.province_id, agency_id=viewer.agency_id, digest=digest)
    return same.values_list("uuid", flat=True).first()


def _duties(viewer: Viewer, uuid: UUID) -> QuerySet[Duty]:
    seen = scope.visible(viewer).filter(uuid=uuid).order_by().values("pk")
    return Duty.objects.filter(province_id=viewer.province_id, directive__in=seen)


def _places(directive: Directive) -> tuple[Place, ...]:
    rows = directive.duties.filter(deleted=False).values_list("start", "line", "doubts_settled", "doubts")
    return tuple(Place(start, line, bool(doubts) and not settled) for start, line, settled, doubts in rows)
