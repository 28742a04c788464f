"""One directive with all that was read in it and what a person made of it: the reading view."""

from uuid import UUID

from haidang.apps.directives import convert, scope
from haidang.apps.directives.models import Directive
from haidang.apps.directives.rows import DirectiveView, DutyRow
from haidang.apps.files.services import content
from haidang.apps.people.queries import names_of_users
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal


def view(viewer: Viewer, uuid: UUID) -> DirectiveView:
    """The directive for its reading view, deleted duties included; raises Refusal `not_found`."""
    directive = scope.find(viewer, uuid)
    reading = convert.read_payload(directive.readings.latest("made_at", "id"), directive.text)
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
        duties=tuple(convert.duty(row) for row in directive.duties.all()),
        reports=reading.reports,
        windows=reading.windows,
        targets=reading.targets,
        citations=reading.citations,
        revision=directive.revision,
        confirmed=confirmed,
        confirmed_by=_confirmed_by(directive),
        confirmed_at=directive.confirmed_at,
        doubts_accepted=directive.doubts_accepted,
        editable=works and not confirmed,
        adds=works,
        can_undo=works and not confirmed and last is not None,
        last_edit=last or "",
    )


def duty(shown: DirectiveView, duty_uuid: UUID) -> DutyRow:
    """One duty of a directive already read; raises Refusal `not_found`."""
    found = next((duty for duty in shown.duties if duty.uuid == duty_uuid), None)
    if found is None:
        raise Refusal("not_found")
    return found


def source(viewer: Viewer, uuid: UUID) -> tuple[bytes, str]:
    """The file as it was handed in and the name it is shown under; raises Refusal `not_found`."""
    stored = scope.find(viewer, uuid).source
    return content(stored.uuid), stored.label


def registered(viewer: Viewer, digest: str) -> UUID | None:
    """The directive with exactly this text that the viewer's agency registered before, if any."""
    same = Directive.objects.filter(province_id=viewer.province_id, agency_id=viewer.agency_id, digest=digest)
    return same.values_list("uuid", flat=True).first()


def _confirmed_by(directive: Directive) -> str:
    if directive.confirmed_by is None:
        return ""
    return names_of_users({directive.confirmed_by.uuid}).get(directive.confirmed_by.uuid, "")
