"""Draft a plan: from a confirmed directive, its duties given as its words say, or an empty one of the agency's own."""

from datetime import date, datetime
from uuid import UUID

from haidang.apps.directives import queries as directives
from haidang.apps.directives.models import Directive
from haidang.apps.people import queries as people
from haidang.apps.plans.models import Plan, PlanVersion
from haidang.apps.plans.services import drafting, find
from haidang.domain.access.viewer import Act, Viewer, require
from haidang.domain.terms.dates import from_iso
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import Done, perform
from haidang.flows.edit_plan import checked_title, issuer_for
from haidang.flows.take_in_duties import ask_for_reports, take_in


def draft_plan(
    *,
    actor: Viewer,
    at: datetime,
    today: date,
    issuer_uuid: UUID,
    title: str,
    directive_uuid: UUID | None = None,
    year: int | None = None,
    starts: date | None = None,
    ends: date | None = None,
    key: str | None = None,
) -> UUID:
    """Make the plan with its first version in draft; the plan's uuid.

    Every duty becomes an item with one proposed task per lead agency; what nobody is known to own stays to be given or
    declared. Without a `year` the directive's own printed year is taken. Refuses `plan.already_drafted` when the agency
    has a plan from this directive, `plan.title`, `plan.issuer`.
    """
    require(actor, Act.DRAFT_PLAN)

    def work() -> Done:
        source = directives.confirmed(actor, directive_uuid) if directive_uuid else None
        row = Directive.objects.get(uuid=source.head.uuid) if source else None
        if row is not None and Plan.objects.filter(directive=row, agency=actor.agency_id).exists():
            raise Refusal("plan.already_drafted")
        issuer = issuer_for(actor, issuer_uuid, today)
        version = drafting.create_plan(
            agency_id=actor.agency_id,
            issuer=issuer,
            directive=row,
            title=checked_title(title),
            year=year or (_printed_year(source.head.issued_on) if source else None),
            starts=starts,
            ends=ends,
            author=find.user(actor),
            at=at,
        )
        version.plan.agency = find.agency(actor)
        counts = _fill(actor, version, source, today, at) if source else {}
        return Done("plan", version.plan.uuid, counts)

    return perform(actor=actor, act="plan.draft", at=at, work=work, key=key)


def _fill(
    actor: Viewer, version: PlanVersion, source: directives.ConfirmedDirective, today: date, at: datetime
) -> dict[str, object]:
    taken = take_in(version, source.duties, people.bodies(actor, today), actor=actor, today=today, at=at)
    asked = ask_for_reports(version, source.reports, source.duties, taken)
    return {"items": len(taken), "requests": asked}


def _printed_year(issued_on: str) -> int | None:
    return from_iso(issued_on).year if issued_on else None
