"""Make one duty of several that belong together."""

from datetime import datetime
from uuid import UUID

from haidang.apps.directives import convert, services
from haidang.apps.directives.models import Directive, Duty
from haidang.apps.directives.rows import Party
from haidang.domain.access.viewer import Viewer
from haidang.domain.directives.reading import Doubt, DueKind
from haidang.domain.terms.refusal import Refusal
from haidang.flows.duty_changes import Correction, before, correct


def merge_duties(
    *,
    actor: Viewer,
    at: datetime,
    directive_uuid: UUID,
    duty_uuid: UUID,
    other_uuid: UUID,
    revision: int,
    key: str | None = None,
) -> UUID:
    """The earlier of the two takes in the later one, its bodies and its due time; the later is set aside.

    Where both name a day and the days differ, the earlier duty's stays and a doubt is left. Refuses
    `duty.merge_with_itself`; the uuid of the duty that stays.
    """
    if duty_uuid == other_uuid:
        raise Refusal("duty.merge_with_itself", "other")

    def work(directive: Directive) -> Correction:
        pair = [services.find_duty(directive, duty_uuid), services.find_duty(directive, other_uuid)]
        stays, goes = sorted(pair, key=lambda duty: (duty.position, duty.pk))
        earlier = before(pair)
        _take_in(directive, stays, goes)
        services.change(goes, {"deleted": True})
        return Correction(stays.uuid, earlier)

    return correct(
        actor=actor, act="duty.merge", at=at, directive_uuid=directive_uuid, revision=revision, key=key, work=work
    )


def _take_in(directive: Directive, stays: Duty, goes: Duty) -> None:
    one, two = convert.duty(stays), convert.duty(goes)
    leads = _union(one.leads, two.leads)
    supports = _union(one.supports, two.supports)
    due_from = goes if one.due.kind is DueKind.THROUGHOUT else stays
    differ = bool(one.due.printed and two.due.printed and one.due.printed != two.due.printed)
    conflict = (Doubt("due.differs"),) if differ else ()
    neighbours = (
        not services.duties_of(directive).filter(position__gt=stays.position, position__lt=goes.position).exists()
    )
    placed = [duty for duty in (stays, goes) if duty.line > 0]
    if not neighbours:
        placed = placed[:1]
    services.change(
        stays,
        {
            "text": f"{stays.text} {goes.text}",
            "start": min((duty.start for duty in placed), default=stays.start),
            "end": max((duty.end for duty in placed), default=stays.end),
            "line": min((duty.line for duty in placed), default=stays.line),
            "parties": convert.stored_parties(
                leads, tuple(p for p in supports if p.name not in {q.name for q in leads})
            ),
            "due_kind": due_from.due_kind,
            "due_printed": due_from.due_printed,
            "due_before": due_from.due_before,
            "rhythm": due_from.rhythm,
            "is_report": stays.is_report or goes.is_report,
            "doubts": convert.stored_doubts((*dict.fromkeys((*one.doubts, *two.doubts)), *conflict)),
            "doubts_settled": not conflict and not one.in_doubt and not two.in_doubt,
        },
    )


def _union(one: tuple[Party, ...], two: tuple[Party, ...]) -> tuple[Party, ...]:
    known = {party.name for party in one}
    return (*one, *(party for party in two if party.name not in known))
