"""Laying units, agencies, posts and accounts of the demonstration, and seeing each account as the person who acts."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from haidang.apps.people import queries, services
from haidang.apps.people.models import Agency, Unit, User
from haidang.conf.demonstration import texts
from haidang.domain.access.viewer import Viewer

# Long enough ago that every act of the story falls into the time in which the posts are held.
HELD_FOR = dt.timedelta(days=400)


@dataclass
class Province:
    """The laid province: its agencies by key and everyone who acts, by user name."""

    today: dt.date
    agencies: dict[str, Agency] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    viewers: dict[str, Viewer] = field(default_factory=dict)

    def __getitem__(self, username: str) -> Viewer:
        return self.viewers[username]


def lay_province(today: dt.date) -> Province:
    """Write the province, its agencies, and all accounts with the demonstration's one password."""
    plan, people = texts.table("province"), texts.table("people")
    laid = Province(today)
    top = services.create_unit(name=plan["name"], level=Unit.Level.PROVINCE)
    for order, row in enumerate(plan["agencies"], start=1):
        laid.agencies[row["key"]] = _agency(top, order, row)
    for order, row in enumerate(plan["communes"], start=1):
        _lay_commune(laid, top, order, row)
    elsewhere = services.create_unit(name=plan["elsewhere"], level=Unit.Level.PROVINCE)
    laid.agencies["elsewhere"] = services.create_agency(
        unit=elsewhere, name="Công an tỉnh", kind=Agency.Kind.POLICE, standing=True
    )
    for row in [*people["people"], *_commune_people(people["communes"])]:
        _lay_person(laid, row)
    services.share_password(users=tuple(laid.users.values()), password=people["password"])
    return laid


def _agency(unit: Unit, order: int, row: dict[str, Any]) -> Agency:
    known = {name: row[name] for name in ("aliases", "symbol", "standing", "courtesy", "uses_system") if name in row}
    return services.create_agency(unit=unit, name=row["name"], kind=row["kind"], order=order, **known)


def _lay_commune(laid: Province, top: Unit, order: int, row: dict[str, str]) -> None:
    unit = services.create_unit(name=row["name"], level=Unit.Level.COMMUNE, parent=top)
    name = row["name"]
    laid.agencies[f"xa.{row['key']}"] = services.create_agency(
        unit=unit,
        name=f"UBND {name}",
        kind=Agency.Kind.COMMITTEE,
        order=100 + order,
        aliases=[f"Ủy ban nhân dân {name}"],
        symbol="UBND",
    )
    laid.agencies[f"congan.{row['key']}"] = services.create_agency(
        unit=unit, name=f"Công an {name}", kind=Agency.Kind.POLICE, order=200 + order, symbol="CA"
    )


def _commune_people(names: dict[str, list[str]]) -> list[dict[str, Any]]:
    """The focal points of the committees and of the police of communes; who is left empty stands in the table above."""
    rows: list[dict[str, Any]] = []
    for key, (committee, police) in names.items():
        for body, name, title in (
            ("xa", committee, "Công chức Văn hóa - Xã hội"),
            ("congan", police, "Cán bộ Công an cấp xã"),
        ):
            if name:
                rows.append({"username": f"{body}.{key}", "agency": f"{body}.{key}", "name": name, "title": title})
    return rows


def _lay_person(laid: Province, row: dict[str, Any]) -> None:
    post = services.create_post(
        agency=laid.agencies[row["agency"]],
        title=row["title"],
        roles=row.get("roles", ["focal"]),
        signs_as=row.get("signs_as"),
    )
    user = services.create_account(
        username=row["username"],
        full_name=row["name"],
        password=None,
        post=post,
        since=laid.today - HELD_FOR,
        rank=row.get("rank", ""),
    )
    laid.users[row["username"]] = user
    if viewer := queries.viewer_for(user, laid.today):
        laid.viewers[row["username"]] = viewer
