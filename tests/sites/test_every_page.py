"""Every page that links lead to, for each of the demonstration's people: it opens, it is light, it asks little."""

import pytest
from django.core.management import call_command
from django.test import Client

from haidang.apps.people.models import User
from haidang.cli import pages

pytestmark = pytest.mark.django_db

# one of each kind of post and agency; the others of a kind see the same pages
PEOPLE = [
    "thuongtruc",
    "vanthu",
    "lanhdao",
    "phogiamdoc",
    "soyte",
    "phunu",
    "xa.baingang",
    "hotro",
    "thanhtra",
    "quantri",
    "ngoaitinh",
]


@pytest.fixture
def province(db, settings, tmp_path):
    settings.FILES_DIR = tmp_path
    settings.FIXED_TODAY = ""
    settings.DEMONSTRATION = True
    call_command("lay_demonstration", verbosity=0)


def test_no_link_of_the_office_leads_nowhere_and_no_page_is_heavy(province):
    for username in PEOPLE:
        client = Client()
        client.force_login(User.objects.get(username=username))
        walked = pages.walk(client, per_route=2)
        bad = [(username, page.address, page.status) for page in walked if page.status not in (200, 302)]
        assert not bad
        asking = [(username, page.address, page.queries) for page in walked if page.queries > 15]
        assert not asking
        heavy = [(username, page.address, page.compressed) for page in walked if page.compressed > 25_000]
        assert not [row for row in heavy if not row[1].startswith("/tep/")]


def test_a_stranger_sees_nothing_of_the_province(province):
    client = Client()
    client.force_login(User.objects.get(username="lanhdao"))
    addresses = {page.address for page in pages.walk(client, per_route=2) if page.address.count("-") > 3}
    assert len(addresses) > 5
    client.force_login(User.objects.get(username="ngoaitinh"))
    assert {pages.visit(client, address).status for address in addresses} == {404}
