"""Break-glass openings: which are in force, which wait for a second person, and which a person should know of."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from haidang.apps.people.models import Agency, Contact, Holding, Opening
from haidang.apps.people.queries.officers import name_of
from haidang.apps.people.queries.units import in_force
from haidang.domain.access.sensitivity import Purpose
from haidang.domain.access.viewer import Act, Viewer, may
from haidang.domain.terms.refusal import Refusal


@dataclass(frozen=True, slots=True)
class OpeningRow:
    """One opening; `about` is the name of the officer it concerns, `turn` says that the viewer may answer it."""

    uuid: UUID
    object_kind: str
    object_uuid: UUID
    about: str
    about_uuid: UUID
    purpose: Purpose
    reason: str
    asked_by: str
    asked_at: datetime
    answered_by: str
    agreed: bool
    expires_at: datetime
    turn: bool


def in_force_for(viewer: Viewer, kind: str, uuid: UUID, at: datetime) -> Opening | None:
    """The opening that lets this viewer read this thing now."""
    agreed = Opening.objects.filter(_live(at), province_id=viewer.province_id, agreed=True)
    return agreed.filter(object_kind=kind, object_uuid=uuid, asked_by__uuid=viewer.user_uuid).first()


def openings_to_answer(viewer: Viewer, at: datetime) -> tuple[OpeningRow, ...]:
    """Those that wait for this viewer as the second person."""
    return tuple(row for row in _rows(_waiting(viewer, at), viewer, at) if row.turn)


def openings_known(viewer: Viewer, at: datetime, since: datetime) -> tuple[OpeningRow, ...]:
    """What the viewer should know of: agreed ones about the own details, and the own requests that were answered."""
    own = Contact.objects.filter(user__uuid=viewer.user_uuid).values("uuid")
    mine = Q(asked_by__uuid=viewer.user_uuid, answered_at__isnull=False, expires_at__gt=at)
    found = _all(viewer).filter(Q(object_uuid__in=own, agreed=True, answered_at__gt=since) | mine)
    return _rows(found, viewer, at)


def opening(viewer: Viewer, uuid: UUID, at: datetime) -> OpeningRow:
    """One opening, for who asked, for those who may be the second person, and for whom it concerns, and for
    inspectors; Refusal `not_found` else."""
    seen = _all(viewer).filter(uuid=uuid)
    own = Contact.objects.filter(user__uuid=viewer.user_uuid).values("uuid")
    mine = seen.filter(Q(asked_by__uuid=viewer.user_uuid) | Q(object_uuid__in=own))
    # Inspectors read every entry of the province's ledger, and with it why something was opened.
    known = seen if may(viewer, Act.READ_LEDGER) else mine
    found = _rows(known if known.exists() else _of_own_unit(viewer, at).filter(uuid=uuid), viewer, at)
    if not found:
        raise Refusal("not_found")
    return found[0]


def _all(viewer: Viewer) -> QuerySet[Opening]:
    return Opening.objects.filter(province_id=viewer.province_id).select_related("asked_by", "answered_by")


def _live(at: datetime) -> Q:
    return Q(expires_at__gt=at)


def _waiting(viewer: Viewer, at: datetime) -> QuerySet[Opening]:
    return _of_own_unit(viewer, at).filter(_live(at), answered_at__isnull=True)


def _of_own_unit(viewer: Viewer, at: datetime) -> QuerySet[Opening]:
    """Those asked by somebody else of the viewer's unit, when the viewer may be a second person."""
    if not may(viewer, Act.AGREE_TO_OPENING):
        return Opening.objects.none()
    agencies = Agency.objects.filter(unit__path=viewer.unit_path, province_id=viewer.province_id)
    askers = Holding.objects.filter(in_force("since", "until", at.date()), post__agency__in=agencies).values("user")
    return _all(viewer).filter(asked_by__in=askers).exclude(asked_by__uuid=viewer.user_uuid)


def _rows(found: QuerySet[Opening], viewer: Viewer, at: datetime) -> tuple[OpeningRow, ...]:
    waiting = set(_waiting(viewer, at).values_list("pk", flat=True))
    about = {
        contact.uuid: contact.user
        for contact in Contact.objects.filter(uuid__in=found.values("object_uuid")).select_related("user")
    }
    return tuple(
        OpeningRow(
            uuid=one.uuid,
            object_kind=one.object_kind,
            object_uuid=one.object_uuid,
            about=name_of(about[one.object_uuid]),
            about_uuid=about[one.object_uuid].uuid,
            purpose=Purpose(one.purpose),
            reason=one.reason,
            asked_by=name_of(one.asked_by),
            asked_at=one.asked_at,
            answered_by=name_of(one.answered_by) if one.answered_by else "",
            agreed=one.agreed,
            expires_at=one.expires_at,
            # Nobody is the second person for what concerns that person.
            turn=one.pk in waiting and about[one.object_uuid].uuid != viewer.user_uuid,
        )
        for one in found
    )
