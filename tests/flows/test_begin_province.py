"""A province begins: from an empty installation to an administrator who sets up agencies, posts and people."""

import datetime as dt
import re

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from haidang.apps.ledger.models import Entry
from haidang.apps.people import queries
from haidang.apps.people.models import Agency, Unit
from haidang.domain.terms.refusal import Refusal
from haidang.domain.units.table import Level, table
from haidang.flows.add_agency import AgencyFacts, add_agency
from haidang.flows.begin_province import Begun, Person, begin_province
from tests.factories.cast import NOW, TODAY, Cast

AN = Person("quan.tri", "Trần Văn An", "")
HEALTH = AgencyFacts("Sở Y tế", ("SYT",), "department", "SYT", standing=False, courtesy=False, uses_system=True)


def begun(name: str = "hai phong") -> Begun:
    return begin_province(at=NOW, today=TODAY, name=name, administrator=AN)


def code(act) -> str:
    with pytest.raises(Refusal) as caught:
        act()
    return caught.value.code


def test_it_has_every_commune_of_the_table_with_its_committee_and_one_administrator(db: None) -> None:
    made = begun()
    known = [u for u in table().units.values() if u.id.startswith("34:") and u.exists(TODAY)]
    province = next(u for u in known if u.level is Level.PROVINCE and u.name == "Hải Phòng")
    communes = {u.code for u in known if u.parent == province.id}
    laid = Unit.objects.get(parent=None)
    assert made.province == laid.name == "thành phố Hải Phòng"
    assert set(Unit.objects.filter(parent=laid).values_list("code", flat=True)) == communes
    assert made.communes == len(communes) > 100
    assert laid.valid_from == dt.date(2025, 7, 1)
    assert Agency.objects.filter(kind="committee").count() == len(communes) + 1
    admin = queries.viewer_of_account(AN.username, TODAY)
    assert admin is not None
    assert Entry.objects.get().act == "province.begin"


def test_a_province_that_became_a_city_since_has_its_communes_too(db: None) -> None:
    made = begin_province(at=NOW, today=dt.date(2026, 12, 1), name="Đồng Nai", administrator=AN)
    assert made.province == "thành phố Đồng Nai"
    assert made.communes == Unit.objects.exclude(parent=None).count() > 50


def test_the_administrator_adds_an_agency_of_a_commune_and_it_is_in_the_directory(db: None) -> None:
    begun()
    admin = queries.viewer_of_account(AN.username, TODAY)
    assert admin is not None
    commune = Unit.objects.exclude(parent=None)[0]
    add_agency(actor=admin, at=NOW, unit_uuid=commune.uuid, facts=HEALTH)
    assert "Sở Y tế" in {agency.name for agency in queries.agencies(admin, TODAY)}
    assert code(lambda: add_agency(actor=admin, at=NOW, unit_uuid=commune.uuid, facts=HEALTH)) == "agency.there"


def test_nobody_else_adds_agencies_and_none_in_another_province(cast: Cast) -> None:
    own, far = cast.province.uuid, Unit.objects.get(name="tỉnh Biển Xa").uuid
    assert code(lambda: add_agency(actor=cast["leader"], at=NOW, unit_uuid=own, facts=HEALTH)) == "not_allowed"
    assert code(lambda: add_agency(actor=cast["admin"], at=NOW, unit_uuid=far, facts=HEALTH)) == "not_found"


def test_a_province_begins_once_under_a_name_of_today(db: None) -> None:
    begun()
    assert code(begun) == "province.there"
    assert code(lambda: begun("Hải Dương")) == "province.unknown"
    assert code(lambda: begun("thanh pho can tho")) == "account.taken"
    assert Unit.objects.filter(parent=None).count() == 1


def test_from_the_command_to_the_first_page(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("province_begin", "Cao Bằng", "--account", "quan.tri", "--person", "Trần Văn An")
    said = capsys.readouterr().out
    found = re.search(r"(?:[A-Z2-9]{4}-){5}[A-Z2-9]{4}", said)
    assert found
    person, over = Client(), reverse("office:take-over")
    key = re.search(r'name="form_key" value="([^"]+)"', person.get(over).content.decode())
    assert key
    password = "bốn con tàu cập bến"
    given = {"username": "quan.tri", "code": found[0], "new": password, "again": password, "form_key": key[1]}
    assert person.post(over, given).status_code == 302
    person.post(reverse("office:sign-in"), {"username": "quan.tri", "password": password})
    assert person.get(reverse("office:accounts")).status_code == 200
    with pytest.raises(CommandError):
        call_command("province_begin", "Cao Bằng", "--account", "quan.tri", "--person", "Trần Văn An")


def test_an_agency_is_added_on_its_page(cast: Cast) -> None:
    admin, where = cast.client("admin"), reverse("office:body-add")
    page = admin.get(where).content.decode()
    key = re.search(r'name="form_key" value="([^"]+)"', page)
    assert key
    given = {"unit": cast.province.uuid, "name": "Sở Ngoại vụ", "kind": "department", "form_key": key[1]}
    answer = admin.post(where, given)
    assert answer.status_code == 302
    assert "Sở Ngoại vụ" in admin.get(answer.url).content.decode()
