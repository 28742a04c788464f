"""Change a draft plan's own facts: title, years and days, aims, funds, in whose name it is issued."""

from datetime import date, datetime
from uuid import UUID

from haidang.apps.people import queries as people
from haidang.apps.people.models import Agency
from haidang.apps.plans.services import drafting, find
from haidang.domain.access.viewer import Act, Viewer, require
from haidang.domain.terms.refusal import Refusal
from haidang.domain.terms.text import nfc
from haidang.flows.acting import Done, perform

LONGEST_TITLE = 1000


def edit_plan(
    *,
    actor: Viewer,
    at: datetime,
    today: date,
    plan_uuid: UUID,
    title: str,
    issuer_uuid: UUID,
    year: int | None = None,
    starts: date | None = None,
    ends: date | None = None,
    aims: str = "",
    funds: str = "",
    key: str | None = None,
) -> UUID:
    """Write the facts into the draft; the plan's uuid. The issuer stays what it is once a version was issued."""
    require(actor, Act.DRAFT_PLAN)

    def work() -> Done:
        version = find.draft(actor, plan_uuid)
        if version.number > 1 and version.plan.issuer.uuid != issuer_uuid:
            raise Refusal("plan.issuer_stays", "issuer")
        drafting.edit_plan(
            version.plan,
            title=checked_title(title),
            year=year,
            starts=starts,
            ends=ends,
            aims=nfc(aims.strip()),
            funds=nfc(funds.strip()),
            issuer=issuer_for(actor, issuer_uuid, today),
        )
        return Done("plan", version.plan.uuid, {"version": version.number})

    return perform(actor=actor, act="plan.edit", at=at, work=work, key=key)


def checked_title(title: str) -> str:
    """The title without needless blanks. Raises Refusal `plan.title`."""
    clean = nfc(" ".join(title.split()))
    if not clean or len(clean) > LONGEST_TITLE:
        raise Refusal("plan.title", "title", most=LONGEST_TITLE)
    return clean


def issuer_for(actor: Viewer, uuid: UUID, today: date) -> Agency:
    """The agency in whose name the actor may draft. Raises Refusal `plan.issuer`."""
    if uuid not in {row.uuid for row in people.issuers(actor, today)}:
        raise Refusal("plan.issuer", "issuer")
    return find.agencies(actor, [uuid], today)[0]
