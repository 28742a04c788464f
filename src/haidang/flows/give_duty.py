"""Give a duty of a draft plan to the agencies that lead it and those that cooperate."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from haidang.apps.people import queries as people
from haidang.apps.plans.services import drafting, find
from haidang.domain.access.viewer import Act, Viewer, require
from haidang.domain.terms.refusal import Refusal
from haidang.domain.units.naming import Body, Found, meaning
from haidang.flows.acting import Done, perform


def give_duty(
    *,
    actor: Viewer,
    at: datetime,
    today: date,
    item_uuid: UUID,
    leads: Sequence[UUID],
    cooperating: Sequence[UUID] = (),
    named: Sequence[str] = (),
    answering: UUID | None = None,
    key: str | None = None,
) -> UUID:
    """Exactly `leads` get a task each, `cooperating` help on all of them; a lead never also cooperates.

    `named` are further leads by written names, a collective among them ("UBND các xã, phường"); one that is not
    understood is refused as `plan.name_unknown`. `answering` is the lead that answers for a joint product, None where
    there is none; refuses `plan.answering` when that agency is not a lead. Returns the item's uuid.
    """
    require(actor, Act.DRAFT_PLAN)

    def work() -> Done:
        version, item = find.item(actor, item_uuid)
        bodies = people.bodies(actor, today)
        meant = [uuid for name in named for uuid in _meant(name, bodies)]
        agencies = find.agencies(actor, [*leads, *meant], today, field="leads")
        helpers = find.agencies(actor, cooperating, today, field="cooperating")
        pk_of = {agency.uuid: agency.pk for agency in agencies}
        written: dict[int, str] = {}
        for name in (*item.written_leads, *named):
            for uuid in meaning(name, bodies).agencies:
                if uuid in pk_of:
                    written.setdefault(pk_of[uuid], name)
        drafting.give(item, leads=agencies, cooperating=[h.pk for h in helpers], written=written, at=at)
        if answering is not None and answering not in pk_of:
            raise Refusal("plan.answering", "answering")
        drafting.choose_answering(item, pk_of[answering] if answering else None)
        detail = {"plan": version.plan.uuid, "leads": len(agencies), "cooperating": len(helpers)}
        return Done("plan_item", item.uuid, detail)

    return perform(actor=actor, act="plan.give_duty", at=at, work=work, key=key)


def _meant(name: str, bodies: tuple[Body, ...]) -> tuple[UUID, ...]:
    read = meaning(name, bodies)
    if read.found is Found.UNKNOWN:
        raise Refusal("plan.name_unknown", "named", name=name)
    return read.agencies
