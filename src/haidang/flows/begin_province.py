"""A province begins to use the programme: its units of today, their People's Committees, one administrator.

Done once, by the operator of the machine: before it nobody can sign in.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from haidang.apps.ledger import services as ledger
from haidang.apps.people import services as people
from haidang.apps.people.services import appointing
from haidang.apps.people.services.appointing import Person
from haidang.domain.access.administering import is_account_name
from haidang.domain.access.viewer import Role
from haidang.domain.terms.refusal import Refusal
from haidang.domain.terms.text import fold
from haidang.domain.units.table import Level, Unit, table

__all__ = ["Begun", "Person", "begin_province"]


@dataclass(frozen=True, slots=True)
class Begun:
    """What was laid: the province in full, how many communes, and the code of the administrator's account."""

    province: str
    communes: int
    code: str


def begin_province(
    *, at: datetime, today: date, name: str, administrator: Person, progress: Callable[[int], None] = lambda done: None
) -> Begun:
    """Lay it in one transaction, with an entry of the operator.

    Refuses `province.unknown` for a name that no province of today has, `province.there` when it was begun before, and
    `account.name`, `account.person`, `account.taken` as `open_account` does.
    """
    if not is_account_name(administrator.username):
        raise Refusal("account.name", "username")
    if not administrator.full_name.strip():
        raise Refusal("account.person", "full_name")
    known = [unit for unit in table().units.values() if unit.id.startswith("34:") and unit.exists(today)]
    province = _named(name, known)
    # By code: a province that became a city has another id, and its communes still name the one of before.
    units = table().units
    communes = [unit for unit in known if unit.level is Level.COMMUNE and units[unit.parent].code == province.code]
    with transaction.atomic():
        if people.province_is_there(province.code):
            raise Refusal("province.there")
        own = people.create_unit(name=province.full, level="province", code=province.code)
        people.begins(unit=own, on=province.valid_from)
        people.create_agency(unit=own, name=f"UBND {province.full}", kind="committee")
        office = people.create_agency(unit=own, name=f"Văn phòng UBND {province.full}", kind="office", order=1)
        for done, commune in enumerate(communes, start=1):
            unit = people.create_unit(name=commune.full, level="commune", parent=own, code=commune.code)
            people.begins(unit=unit, on=commune.valid_from)
            people.create_agency(unit=unit, name=f"UBND {commune.full}", kind="committee", order=1000 + done)
            progress(done)
        post = people.create_post(agency=office, title="Quản trị hệ thống", roles=[Role.ADMIN.value])
        user = appointing.open_account(person=administrator, post=post, since=today)
        code = appointing.invite(user=user, made_by=user.uuid, at=at)
        ledger.append(
            province_id=own.pk,
            at=at,
            actor_uuid=ledger.OPERATOR,
            agency_uuid=None,
            act="province.begin",
            object_kind="unit",
            object_uuid=own.uuid,
            detail={"units": len(communes) + 1, "account": str(user.uuid)},
        )
    return Begun(province.full, len(communes), code)


def _named(name: str, known: list[Unit]) -> Unit:
    wanted = fold(name)
    for unit in known:
        if unit.level is Level.PROVINCE and wanted in (fold(unit.name), fold(unit.full)):
            return unit
    raise Refusal("province.unknown")
